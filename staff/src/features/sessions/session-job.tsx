/** Long work on this session, named in the address so that a reload finds it again. */
import { useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { JobProgress } from '../../parts/job-progress';

export function SessionJob() {
  const [params] = useSearchParams();
  const client = useQueryClient();
  const job = params.get('job');
  if (!job) return null;
  return <JobProgress id={job} over={() => void client.invalidateQueries({ queryKey: ['sessions'] })} />;
}

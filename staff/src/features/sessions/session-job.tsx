/** Long work on this session, named in the address so that a reload finds it again. */
import { useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import type { JobWire } from '@yugong/domain/job/wire';
import { JobProgress } from '../../parts/job-progress';
import { Notice } from '../../parts/notice';

/** How many were told, where it was about telling them. */
function Ended({ job: { title, result } }: { job: JobWire }) {
  const told = result?.['told'];
  return (
    <Notice tone="good" title={`${title}，做完了`}>
      {typeof told === 'number' && told > 0 && `告诉了 ${told} 个人，打开应用就能看到。`}
    </Notice>
  );
}

export function SessionJob() {
  const [params] = useSearchParams();
  const client = useQueryClient();
  const job = params.get('job');
  if (!job) return null;
  return (
    <JobProgress id={job} over={() => void client.invalidateQueries({ queryKey: ['sessions'] })}>
      {(ended) => <Ended job={ended} />}
    </JobProgress>
  );
}

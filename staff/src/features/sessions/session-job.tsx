/** Long work on this session, named in the address so that a reload finds it again. */
import { useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import type { JobWire } from '@yugong/domain/job/wire';
import { JobProgress } from '../../parts/job-progress';
import { Notice } from '../../parts/notice';

function Ended({ job: { title, result } }: { job: JobWire }) {
  const cancelled = result?.['cancelled'];
  return (
    <Notice tone="good" title={`${title}，做完了`}>
      {typeof cancelled === 'number' && cancelled > 0 && `已取消 ${cancelled} 人的报名，打开应用能看到消息。`}
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

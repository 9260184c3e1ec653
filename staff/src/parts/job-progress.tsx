/** How far long work has come. Its id is in the page's address, so a reload finds it again. */
import { Button, Progress } from 'antd';
import { useEffect, type ReactNode } from 'react';
import type { JobWire } from '@yugong/domain/job/wire';
import { isOver, useJob } from '../api/jobs';
import { saveAnswer } from '../api/save-file';
import { Notice } from './notice';
import { Answer } from './states';
import { useSaid } from './use-said';

interface Props {
  id: string;
  /** Once, when it is over; also after a reload. */
  over?: (job: JobWire) => void;
  /** What came of it, in words of its own. */
  children?: (job: JobWire) => ReactNode;
}

const percent = ({ done, total }: JobWire): number => (total ? Math.round((done / total) * 100) : 0);

export function SaveFile({ job }: { job: JobWire }) {
  const { failed } = useSaid();
  if (!job.file) return null;
  const save = (): void => void saveAnswer(`GET /jobs/${job.id}/file`, job.file ?? '文件').catch(failed);
  return (
    <Button type="primary" onClick={save}>
      下载 {job.file}
    </Button>
  );
}

function Running({ job, isLost }: { job: JobWire; isLost: boolean }) {
  const said = job.total === null ? '正在数一共有多少' : `${job.done} / ${job.total}`;
  return (
    <div role="status" aria-live="polite">
      <p>
        {job.title}：{said}
      </p>
      <Progress percent={percent(job)} showInfo={false} aria-label={job.title} />
      <p className="quiet">
        {isLost
          ? '暂时连不上服务，连上了接着看；任务做过的都算数，不会重做。'
          : '可以离开这一页，任务会继续，在“任务”里能看到。'}
      </p>
    </div>
  );
}

export function JobProgress({ id, over, children }: Props) {
  const job = useJob(id);
  const ended = job.data && isOver(job.data) ? job.data : null;
  useEffect(() => {
    if (ended) over?.(ended);
    // Only when it ends, not when the parent draws itself anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ended?.id, ended?.state]);
  return (
    <Answer of={job} rows={1}>
      {(data) => {
        if (!isOver(data)) return <Running job={data} isLost={job.isError} />;
        if (data.state === 'failed')
          return (
            <Notice tone="bad" title={`${data.title}没有做完`}>
              {data.problem}
            </Notice>
          );
        return (
          <>
            {children ? children(data) : <Notice tone="good" title={`${data.title}，做完了`} />}
            <SaveFile job={data} />
          </>
        );
      }}
    </Answer>
  );
}

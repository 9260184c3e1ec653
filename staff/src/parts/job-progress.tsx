/** Progress and result of a job. Its id is in the page's URL, so that a reload finds it again. */
import { Button, Progress } from 'antd';
import { useEffect, type ReactNode } from 'react';
import type { JobWire } from '@yugong/domain/job/wire';
import { isJobOver, useJob } from '../api/jobs';
import { downloadFile } from '../api/save-file';
import { Callout } from './notice';
import { QueryResult } from './states';
import { useToast } from './use-toast';

interface Props {
  id: string;
  /** Called once when the job has ended, also after a reload. */
  onEnd?: (job: JobWire) => void;
  /** Draws the result of a job that succeeded. */
  children?: (job: JobWire) => ReactNode;
}

const percent = ({ done, total }: JobWire): number => (total ? Math.round((done / total) * 100) : 0);

export function SaveFile({ job }: { job: JobWire }) {
  const { failed } = useToast();
  if (!job.file) return null;
  const save = (): void => void downloadFile(`GET /jobs/${job.id}/file`, job.file ?? '文件').catch(failed);
  return (
    <Button type="primary" onClick={save}>
      下载 {job.file}
    </Button>
  );
}

function Running({ job, isLost }: { job: JobWire; isLost: boolean }) {
  const progress = job.total === null ? '正在统计总数' : `${job.done} / ${job.total}`;
  return (
    <div role="status" aria-live="polite">
      <p>
        {job.title}：{progress}
      </p>
      <Progress percent={percent(job)} showInfo={false} aria-label={job.title} />
      <p className="quiet">
        {isLost
          ? '暂时无法连接服务，恢复后会继续显示进度；已完成的部分不会重做。'
          : '可以离开这一页，任务会继续进行，进度见“后台任务”。'}
      </p>
    </div>
  );
}

export function JobProgress({ id, onEnd, children }: Props) {
  const job = useJob(id);
  const ended = job.data && isJobOver(job.data) ? job.data : null;
  useEffect(() => {
    if (ended) onEnd?.(ended);
    // Runs when the job ends, not when the parent is drawn anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ended?.id, ended?.state]);
  return (
    <QueryResult of={job} rows={1}>
      {(data) => {
        if (!isJobOver(data)) return <Running job={data} isLost={job.isError} />;
        if (data.state === 'failed')
          return (
            <Callout tone="bad" title={`${data.title}失败`}>
              {data.problem}
            </Callout>
          );
        return (
          <>
            {children ? children(data) : <Callout tone="good" title={`${data.title}已完成`} />}
            <SaveFile job={data} />
          </>
        );
      }}
    </QueryResult>
  );
}

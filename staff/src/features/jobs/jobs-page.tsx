import { Progress } from 'antd';
import type { JobWire } from '@yugong/domain/job/wire';
import { jobKindLabels, jobStateLabels } from '@yugong/domain/job/words';
import { useJobs } from '../../api/jobs';
import { SaveFile } from '../../parts/job-progress';
import { ConsolePage } from '../../parts/page';
import { QueryResult, EmptyState } from '../../parts/states';
import { StatusTag, type StatusTone } from '../../parts/status-tag';
import { DataTable } from '../../parts/table';
import { formatTime, TimeText } from '../../parts/time';

const jobStateTones: Record<JobWire['state'], StatusTone> = {
  queued: 'quiet',
  running: 'warn',
  done: 'good',
  failed: 'bad',
};

function JobProgressCell({ job }: { job: JobWire }) {
  if (job.problem) return <>{job.problem}</>;
  if (job.state === 'running' && job.total)
    return <Progress percent={Math.round((job.done / job.total) * 100)} aria-label={`${job.title}的进度`} />;
  return <>{job.total === null ? '' : `${job.done} / ${job.total}`}</>;
}

export default function JobsPage() {
  const jobs = useJobs();
  const running = jobs.data?.jobs.filter(({ state }) => state === 'running' || state === 'queued').length ?? 0;
  return (
    <ConsolePage
      title="后台任务"
      lead={running > 0 ? `${running} 个任务进行中，可以关闭页面。` : '导入、导出、取消场次等需要时间的操作。'}
    >
      <QueryResult of={jobs}>
        {({ jobs: list }) =>
          list.length === 0 ? (
            <EmptyState title="暂无任务" />
          ) : (
            <DataTable
              caption="任务"
              rows={list}
              rowKey={({ id }) => id}
              columns={[
                { title: '任务', cell: ({ title, kind }) => title || jobKindLabels[kind] },
                {
                  title: '状态',
                  cell: ({ state }) => <StatusTag tone={jobStateTones[state]}>{jobStateLabels[state]}</StatusTag>,
                },
                { title: '进度', cell: (job) => <JobProgressCell job={job} /> },
                { title: '开始', cell: ({ createdAt }) => <TimeText at={createdAt} ago /> },
                {
                  title: '操作',
                  actions: true,
                  cell: (job) => (
                    <>
                      <SaveFile job={job} />
                      {job.file && job.fileUntil && <p className="quiet">{formatTime(job.fileUntil)} 前可下载</p>}
                    </>
                  ),
                },
              ]}
            />
          )
        }
      </QueryResult>
    </ConsolePage>
  );
}

import { Progress } from 'antd';
import { jobLabels, type JobWire } from '@yugong/domain/job/wire';
import { useJobs } from '../../api/jobs';
import { SaveFile } from '../../parts/job-progress';
import { ConsolePage } from '../../parts/page';
import { QueryResult, EmptyState } from '../../parts/states';
import { StatusTag, type StatusLabel } from '../../parts/status-tag';
import { DataTable } from '../../parts/table';
import { formatTime, TimeText } from '../../parts/time';

const jobStateLabels: Record<JobWire['state'], StatusLabel> = {
  queued: { label: '排着队', tone: 'quiet' },
  running: { label: '正在做', tone: 'warn' },
  done: { label: '做完了', tone: 'good' },
  failed: { label: '没有做完', tone: 'bad' },
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
      title="任务"
      lead={running > 0 ? `${running} 个正在做，可以关掉页面。` : '导入、导出、取消场次这些要一会儿的事。'}
    >
      <QueryResult of={jobs}>
        {({ jobs: list }) =>
          list.length === 0 ? (
            <EmptyState title="没有任务" />
          ) : (
            <DataTable
              caption="任务"
              rows={list}
              rowKey={({ id }) => id}
              columns={[
                { title: '什么', cell: ({ title, kind }) => title || jobLabels[kind] },
                {
                  title: '状态',
                  cell: ({ state }) => (
                    <StatusTag tone={jobStateLabels[state].tone}>{jobStateLabels[state].label}</StatusTag>
                  ),
                },
                { title: '做到哪里', cell: (job) => <JobProgressCell job={job} /> },
                { title: '开始', cell: ({ createdAt }) => <TimeText at={createdAt} ago /> },
                {
                  title: '操作',
                  actions: true,
                  cell: (job) => (
                    <>
                      <SaveFile job={job} />
                      {job.file && job.fileUntil && <p className="quiet">{formatTime(job.fileUntil)} 前能下载</p>}
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

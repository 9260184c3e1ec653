import { Progress } from 'antd';
import { type JobWire } from '@yugong/domain/job/wire';
import { jobKindLabels } from '@yugong/domain/job/words';
import { useJobs } from '../../api/jobs';
import { SaveFile } from '../../parts/job-progress';
import { Mark, type Tone } from '../../parts/mark';
import { Page } from '../../parts/page';
import { Answer, Empty } from '../../parts/states';
import { Table } from '../../parts/table';
import { sayTime, When } from '../../parts/when';

const states: Record<JobWire['state'], { said: string; tone: Tone }> = {
  queued: { said: '排着队', tone: 'quiet' },
  running: { said: '正在做', tone: 'warn' },
  done: { said: '做完了', tone: 'good' },
  failed: { said: '没有做完', tone: 'bad' },
};

function Far({ job }: { job: JobWire }) {
  if (job.problem) return <>{job.problem}</>;
  if (job.state === 'running' && job.total)
    return <Progress percent={Math.round((job.done / job.total) * 100)} aria-label={`${job.title}的进度`} />;
  return <>{job.total === null ? '' : `${job.done} / ${job.total}`}</>;
}

export default function JobsPage() {
  const jobs = useJobs();
  const running = jobs.data?.jobs.filter(({ state }) => state === 'running' || state === 'queued').length ?? 0;
  return (
    <Page
      title="任务"
      lead={running > 0 ? `${running} 个正在做，可以关掉页面。` : '导入、导出、取消场次这些要一会儿的事。'}
    >
      <Answer of={jobs}>
        {({ jobs: list }) =>
          list.length === 0 ? (
            <Empty title="没有任务" />
          ) : (
            <Table
              caption="任务"
              rows={list}
              rowKey={({ id }) => id}
              columns={[
                { title: '什么', cell: ({ title, kind }) => title || jobKindLabels[kind] },
                { title: '状态', cell: ({ state }) => <Mark tone={states[state].tone}>{states[state].said}</Mark> },
                { title: '做到哪里', cell: (job) => <Far job={job} /> },
                { title: '开始', cell: ({ createdAt }) => <When at={createdAt} ago /> },
                {
                  title: '操作',
                  actions: true,
                  cell: (job) => (
                    <>
                      <SaveFile job={job} />
                      {job.file && job.fileUntil && <p className="quiet">{sayTime(job.fileUntil)} 前能下载</p>}
                    </>
                  ),
                },
              ]}
            />
          )
        }
      </Answer>
    </Page>
  );
}

import { Button } from 'antd';
import { useSearchParams } from 'react-router-dom';
import { JobStartedWire } from '@yugong/domain/job/wire';
import { usePlaces } from '../../api/places';
import { useWrite } from '../../api/use-write';
import { Choice } from '../../parts/choice';
import { JobProgress } from '../../parts/job-progress';
import { LinkButton } from '../../parts/link-button';
import { Page } from '../../parts/page';
import { Answer, Empty } from '../../parts/states';
import { useSaid } from '../../parts/use-said';
import { Group } from './group';
import { lines, useReports } from './lines';
import styles from './stations.module.css';

const shows = [{ value: 'all', label: '也看办完的' }];

export default function ReportsPage() {
  const [params, setParams] = useSearchParams();
  const show = params.get('show') === 'all' ? 'all' : 'open';
  const adcode = params.get('adcode') ?? '';
  const job = params.get('job');
  const places = usePlaces();
  const { failed } = useSaid();
  const reports = useReports({ show, ...(adcode ? { adcode } : {}) });
  const set = (name: string, value: string): void => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true });
  };
  const start = useWrite(JobStartedWire, { stale: ['jobs'], done: ({ jobId }) => set('job', jobId) });
  const districts = (places.data?.districts ?? []).map((one) => ({ value: one.adcode, label: one.title }));
  const waiting = reports.data?.stations
    .flatMap((one) => one.reports)
    .filter(({ state }) => state === 'received').length;
  return (
    <Page
      title="驿站"
      lead={
        waiting === undefined
          ? '职工报来的情况，按地方归在一起。'
          : waiting === 0
            ? '报来的都核实过了。'
            : `${waiting} 条没核实。`
      }
      actions={
        <>
          <Button loading={start.isPending} onClick={() => start.mutate({ line: lines.export }, { onError: failed })}>
            导出全部
          </Button>
          <LinkButton to="/stations/import" type="primary">
            从表格导入
          </LinkButton>
        </>
      }
    >
      {job && <JobProgress key={job} id={job} />}
      <div className={styles.filters} role="search" aria-label="筛选反馈">
        <Choice
          aria-label="状态"
          placeholder="只看没办完的"
          options={shows}
          value={show === 'all' ? 'all' : ''}
          onChange={(value) => set('show', value)}
        />
        <Choice
          aria-label="区县"
          placeholder="全部区县"
          options={districts}
          value={adcode}
          onChange={(value) => set('adcode', value)}
        />
      </div>
      <Answer of={reports}>
        {({ stations }) =>
          stations.length === 0 ? (
            <Empty title="没有要处理的反馈">
              <p>职工在驿站页面点一下“锁着”“没水”，就会到这里。</p>
            </Empty>
          ) : (
            stations.map((group) => <Group key={group.stationId} group={group} places={places.data} />)
          )
        }
      </Answer>
    </Page>
  );
}

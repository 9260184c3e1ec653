import { Button } from 'antd';
import { useSearchParams } from 'react-router-dom';
import { JobStartedWire } from '@yugong/domain/job/wire';
import { useDirectory } from '../../api/directory';
import { useWrite } from '../../api/use-write';
import { JobProgress } from '../../parts/job-progress';
import { LinkButton } from '../../parts/link-button';
import { ConsolePage } from '../../parts/page';
import { SelectField } from '../../parts/select-field';
import { QueryResult, EmptyState } from '../../parts/states';
import { useToast } from '../../parts/use-toast';
import { stationEndpoints, useReports } from './api';
import { ReportGroup } from './report-group';
import styles from './stations.module.css';

const shows = [{ value: 'all', label: '全部' }];

export default function ReportsPage() {
  const [params, setParams] = useSearchParams();
  const show = params.get('show') === 'all' ? 'all' : 'open';
  const adcode = params.get('adcode') ?? '';
  const job = params.get('job');
  const directory = useDirectory();
  const { failed } = useToast();
  const reports = useReports({ show, ...(adcode ? { adcode } : {}) });
  const set = (name: string, value: string): void => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true });
  };
  const start = useWrite(JobStartedWire, { stale: ['jobs'], done: ({ jobId }) => set('job', jobId) });
  const districts = (directory.data?.districts ?? []).map((one) => ({ value: one.adcode, label: one.title }));
  const waiting = reports.data?.stations
    .flatMap((one) => one.reports)
    .filter(({ state }) => state === 'received').length;
  return (
    <ConsolePage
      title="驿站反馈"
      lead={
        waiting === undefined
          ? '职工反馈的情况，按驿站汇总。'
          : waiting === 0
            ? '反馈都已核实。'
            : `${waiting} 条待核实。`
      }
      actions={
        <>
          <Button
            loading={start.isPending}
            onClick={() => start.mutate({ endpoint: stationEndpoints.export }, { onError: failed })}
          >
            导出全部
          </Button>
          <LinkButton to="/stations/list" type="primary">
            驿站名单
          </LinkButton>
        </>
      }
    >
      {job && <JobProgress key={job} id={job} />}
      <div className={styles.filters} role="search" aria-label="筛选反馈">
        <SelectField
          aria-label="状态"
          placeholder="未办结"
          options={shows}
          value={show === 'all' ? 'all' : ''}
          onChange={(value) => set('show', value)}
        />
        <SelectField
          aria-label="区县"
          placeholder="全部区县"
          options={districts}
          value={adcode}
          onChange={(value) => set('adcode', value)}
        />
      </div>
      <QueryResult of={reports}>
        {({ stations }) =>
          stations.length === 0 ? (
            <EmptyState title="没有待处理的反馈">
              <p>职工在驿站页面提交的反馈会显示在这里。</p>
            </EmptyState>
          ) : (
            stations.map((group) => (
              <ReportGroup
                key={group.stationId}
                group={group}
                all={stations.flatMap(({ reports: told }) => told)}
                directory={directory.data}
              />
            ))
          )
        }
      </QueryResult>
    </ConsolePage>
  );
}

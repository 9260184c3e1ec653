/** What geocoders and volunteers say of a union's stations, to be accepted, moved or rejected; and looking positions up. */
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import * as v from 'valibot';
import { JobStartedWire, type JobWire } from '@yugong/domain/job/wire';
import { PublishedWire } from '@yugong/domain/publication/wire';
import {
  GeocodeResultWire,
  type CandidateDecision,
  type StaffCandidatesWire,
  type StaffCandidateWire,
} from '@yugong/domain/station-candidate/staff-wire';
import { geocoderLabels } from '@yugong/domain/station-candidate/words';
import { describeError } from '../../api/api-error';
import { useDirectory } from '../../api/directory';
import { useWrite } from '../../api/use-write';
import { JobProgress } from '../../parts/job-progress';
import { Callout } from '../../parts/notice';
import { ConsolePage } from '../../parts/page';
import { Pagination } from '../../parts/pager';
import { SelectField } from '../../parts/select-field';
import { EmptyState, QueryResult } from '../../parts/states';
import { useToast } from '../../parts/use-toast';
import { stationEndpoints, useCandidates } from './api';
import { CandidateItem, type CandidateAction } from './candidate-item';
import { MovePositionDialog } from './move-position-dialog';
import styles from './stations.module.css';

/** As many as the service gives at once. */
const PAGE_SIZE = 50;

const shows = [
  { value: 'clear', label: '没有疑问的' },
  { value: 'doubtful', label: '有疑问的' },
  { value: 'decided', label: '已处理' },
  { value: 'refused', label: '自动排除的' },
];

export default function CandidatesPage() {
  const [params, setParams] = useSearchParams();
  const client = useQueryClient();
  const directory = useDirectory();
  const [show, adcode] = [params.get('show') ?? '', params.get('adcode') ?? ''];
  const page = Math.max(1, Number(params.get('page') ?? 1));
  const job = params.get('job');
  const candidates = useCandidates({ show, adcode, after: String((page - 1) * PAGE_SIZE) });
  const set = (change: Record<string, string>): void => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(change)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setParams(next, { replace: true });
  };
  const start = useWrite(JobStartedWire, { stale: ['jobs'], done: ({ jobId }) => set({ job: jobId }) });
  const districts = (directory.data?.districts ?? []).map((one) => ({ value: one.adcode, label: one.title }));
  const canLookUp = candidates.data?.geocoding !== null && (candidates.data?.missing.withAddress ?? 0) > 0;
  return (
    <ConsolePage
      title="待定信息"
      lead={candidates.data && <Lead of={candidates.data} />}
      back={{ to: '/stations/list', label: '驿站名单' }}
      actions={
        canLookUp && (
          <Button
            loading={start.isPending}
            onClick={() =>
              start.mutate({ endpoint: stationEndpoints.geocode, body: { adcode: adcode === '' ? null : adcode } })
            }
          >
            按地址查位置
          </Button>
        )
      }
    >
      {start.error && <Callout tone="bad">{describeError(start.error)}</Callout>}
      {job && (
        <JobProgress key={job} id={job} onEnd={() => void client.invalidateQueries({ queryKey: ['candidates'] })}>
          {(ended) => <LookedUp job={ended} />}
        </JobProgress>
      )}
      <div className={styles.filters} role="search" aria-label="筛选待定信息">
        <SelectField
          aria-label="状态"
          placeholder="全部待定"
          options={shows}
          value={show}
          onChange={(value) => set({ show: value, page: '' })}
        />
        <SelectField
          aria-label="区县"
          placeholder="全部区县"
          options={districts}
          value={adcode}
          onChange={(value) => set({ adcode: value, page: '' })}
        />
      </div>
      <QueryResult of={candidates} rows={6}>
        {(data) =>
          data.candidates.length === 0 ? (
            <EmptyState title={show === 'decided' || show === 'refused' ? '没有记录' : '没有待定的信息'}>
              <p>按地址查到的位置、志愿者到现场填写的情况会显示在这里，采用后手机上才会改。</p>
            </EmptyState>
          ) : (
            <>
              <CandidateList candidates={data.candidates} />
              <Pagination page={page} size={PAGE_SIZE} total={data.total} go={(to) => set({ page: String(to) })} />
            </>
          )
        }
      </QueryResult>
    </ConsolePage>
  );
}

function Lead({ of: { counts, missing, geocoding } }: { of: StaffCandidatesWire }) {
  const asked = geocoding?.providers.map(
    ({ provider, askedToday }) => `${geocoderLabels[provider]}今天已查 ${askedToday} 次，每天 ${geocoding.perDay} 次`,
  );
  return (
    <>
      <p>
        {counts.open} 条待定，其中 {counts.clear} 条没有疑问。{missing.stations} 个驿站没有位置
        {missing.stations > 0 && `，${missing.withAddress} 个有地址可查`}。
      </p>
      <p className="quiet">
        {asked ? `${asked.join('；')}。` : '没有配置地图服务的密钥，不能按地址查；位置可以在驿站的表单里填写。'}
      </p>
    </>
  );
}

/** What a job found. */
function LookedUp({ job }: { job: JobWire }) {
  const read = v.safeParse(GeocodeResultWire, job.result);
  if (!read.success) return <Callout tone="good" title={`${job.title}已完成`} />;
  const { total, clear, doubtful, refused, nothing, before, left, stopped } = read.output;
  const counts = [
    [clear, '没有疑问'],
    [doubtful, '需要看一眼'],
    [refused, '不可信，已自动排除'],
    [nothing, '没有查到'],
    [before, '以前查过'],
    [left, '还没有查到结果'],
  ] as const;
  const words = counts.filter(([found]) => found > 0).map(([found, what]) => `${found} 个${what}`);
  return (
    <Callout tone={left > 0 ? 'warn' : 'good'} title={`查了 ${total - left} 个驿站的位置`}>
      <p>{words.length > 0 ? `${words.join('，')}。` : '没有要查的驿站。'}</p>
      {stopped.map(({ provider, because, status }) => (
        <p key={provider}>
          {because === 'day-over'
            ? `${geocoderLabels[provider]}今天的额度用完了，明天再点一次，会接着查。`
            : `${geocoderLabels[provider]}没有接受密钥（状态 ${status}），请联系管理员。`}
        </p>
      ))}
      {left > 0 && stopped.length === 0 && <p>地图服务没有答复，过一会儿再点一次，查过的不再查。</p>}
    </Callout>
  );
}

function CandidateList({ candidates }: { candidates: readonly StaffCandidateWire[] }) {
  const directory = useDirectory();
  const { done } = useToast();
  const [moving, setMoving] = useState<StaffCandidateWire | null>(null);
  const items = useRef<(HTMLLIElement | null)[]>([]);
  /** The place in the list that the focus goes to once what was decided is gone from it. */
  const focusNext = useRef<number | null>(null);
  const ids = candidates.map(({ id }) => id).join();
  useEffect(() => {
    if (focusNext.current === null) return;
    items.current[Math.min(focusNext.current, candidates.length - 1)]?.focus();
    focusNext.current = null;
    // Runs when the list is another.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ids]);
  const write = useWrite(PublishedWire, {
    stale: ['candidates', 'stations'],
    done: ({ done: isDone }) => {
      if (isDone) setMoving(null);
    },
  });
  const decide = (candidate: StaffCandidateWire, body: CandidateDecision, said: string): void => {
    focusNext.current = candidates.indexOf(candidate);
    write.mutate(
      { endpoint: stationEndpoints.decide(candidate.id), body },
      { onSuccess: ({ done: isDone }) => isDone && done(said) },
    );
  };
  const act = (candidate: StaffCandidateWire, action: CandidateAction): void => {
    const { station } = candidate;
    if (action === 'move') setMoving(candidate);
    else if (action === 'reject')
      decide(candidate, { decision: 'reject', seen: station?.version ?? null }, '已标为不采用');
    else if (station) decide(candidate, { decision: 'accept', seen: station.version }, '已采用，手机上很快会更新');
  };
  const clear = candidates.filter(({ state, doubts, station }) => state === 'open' && doubts.length === 0 && station);
  const acceptTogether = (): void => {
    focusNext.current = 0;
    const seen = Object.fromEntries(clear.map(({ id, station }) => [id, station?.version ?? '']));
    const body = { ids: Object.keys(seen), seen };
    write.mutate(
      { endpoint: stationEndpoints.acceptTogether, body },
      { onSuccess: ({ done: isDone }) => isDone && done(`已采用 ${clear.length} 条，可以在驿站名单里撤回`) },
    );
  };
  return (
    <>
      {write.error && <Callout tone="bad">{describeError(write.error)}</Callout>}
      {write.data?.faults.map(({ record, field, message }) => (
        <Callout key={`${record} ${field}`} tone="bad">
          {message}
        </Callout>
      ))}
      {clear.length > 1 && (
        <div>
          <Button type="primary" loading={write.isPending} onClick={acceptTogether}>
            采用本页没有疑问的 {clear.length} 条
          </Button>
        </div>
      )}
      <p className="quiet">选中一条后可以用键盘：↑ ↓ 换一条，A 采用，M 移动位置，X 不采用。</p>
      <ul>
        {candidates.map((candidate, at) => (
          <CandidateItem
            key={candidate.id}
            candidate={candidate}
            directory={directory.data}
            isBusy={write.isPending}
            act={(action) => act(candidate, action)}
            step={(by) => items.current[at + by]?.focus()}
            itemRef={(item) => {
              items.current[at] = item;
            }}
          />
        ))}
      </ul>
      {moving?.station && (
        <MovePositionDialog
          candidate={moving}
          isBusy={write.isPending}
          accept={(moved) =>
            decide(
              moving,
              { decision: 'accept', seen: moving.station?.version ?? null, moved },
              '已采用移动后的位置，手机上很快会更新',
            )
          }
          close={() => setMoving(null)}
        />
      )}
    </>
  );
}

import { useParams } from 'react-router-dom';
import { Button } from 'antd';
import { memo, useCallback, useRef } from 'react';
import { timeAt } from '@yugong/domain/calendar';
import { CountOf } from '../../parts/count-of';
import { Callout } from '../../parts/notice';
import { ConsolePage, PageSection } from '../../parts/page';
import { ErrorState, LoadingState } from '../../parts/states';
import { formatTimeRange } from '../../parts/time';
import { useToast } from '../../parts/use-toast';
import { Camera } from './camera';
import { personLabel } from './describe-verdict';
import type { CheckInEngine, CheckInState } from './engine';
import { FindByName } from './find-by-name';
import type { PendingCheckIn } from './pending-check-in';
import type { RosterPerson } from './roster-index';
import { SyncStatus } from './sync-status';
import { useCheckIn } from './use-check-in';
import { useVerdict } from './verdict';
import { VerdictPanel } from './verdict';
import styles from './check-in.module.css';

function CheckInDesk({ engine, state }: { engine: CheckInEngine; state: CheckInState }) {
  const { shown, scan, admit, walkIn } = useVerdict(engine);
  const { failed } = useToast();
  const undo = useLatest((entry: PendingCheckIn) => void engine.undo(entry).catch(failed));
  const { rosterIndex: rosterIndex } = state;
  if (!rosterIndex)
    return state.syncError ? (
      <ErrorState error={state.syncError} again={() => void engine.refresh()} />
    ) : (
      <LoadingState />
    );
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <Camera found={scan} />
        <VerdictPanel shown={shown} />
        <FindByName rosterIndex={rosterIndex} admit={admit} walkIn={walkIn} scan={scan} />
      </div>
      <div className={styles.column}>
        <CountOf value={state.arrived} of={`${state.expected} 人已到`} />
        <SyncStatus engine={engine} state={state} />
        {state.recent.length > 0 && (
          <PageSection title="最近签到">
            <RecentList list={state.recent} undo={undo} />
          </PageSection>
        )}
      </div>
    </div>
  );
}

export default function CheckInPage() {
  const { id = '' } = useParams();
  const { engine: engine, state, storageFailed: storageFailed, opening } = useCheckIn(id);
  const session = state.rosterIndex?.session;
  return (
    <ConsolePage
      title={session?.title ?? '签到'}
      lead={session && `${formatTimeRange(session.startsAt, session.endsAt)}，${session.place}`}
      back={{ to: '/door', label: '签到' }}
    >
      {storageFailed && (
        <Callout tone="bad" title="这个浏览器无法保存名单">
          <p>可能是无痕模式或存储空间不足，请换普通窗口重试。</p>
          <Button onClick={() => location.reload()}>再试一次</Button>
        </Callout>
      )}
      {opening && <LoadingState />}
      {engine && <CheckInDesk engine={engine} state={state} />}
    </ConsolePage>
  );
}

interface RecentPersonProps {
  entry: PendingCheckIn;
  person: RosterPerson;
  undo: (entry: PendingCheckIn) => void;
}

/** Memoised, since a new check-in above doesn't change this row. */
const RecentPerson = memo(function RecentPerson({ entry, person, undo }: RecentPersonProps) {
  return (
    <li className={styles.person}>
      <span>
        <span className="figures quiet">{timeAt(Date.parse(entry.at))}</span> {personLabel(person)}
      </span>
      <Button onClick={() => undo(entry)} aria-label={`撤销${personLabel(person)}的签到`}>
        撤销
      </Button>
    </li>
  );
});

/** The last people checked in on this phone; a mistake is taken back from here. */
const RecentList = memo(function RecentList({
  list,
  undo,
}: {
  list: CheckInState['recent'];
  undo: RecentPersonProps['undo'];
}) {
  return (
    <ul className={styles.people}>
      {list.map(({ entry, person }) => (
        <RecentPerson key={entry.id} entry={entry} person={person} undo={undo} />
      ))}
    </ul>
  );
});

/** A stable function that always calls the latest closure, so that memoised components aren't drawn anew for it. */
function useLatest<A extends unknown[]>(act: (...args: A) => void): (...args: A) => void {
  const latest = useRef(act);
  latest.current = act;
  return useCallback((...args: A) => latest.current(...args), []);
}

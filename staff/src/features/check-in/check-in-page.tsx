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

function CheckInDesk({ door, state }: { door: CheckInEngine; state: CheckInState }) {
  const { said, scanned, letIn } = useVerdict(door);
  const { failed } = useToast();
  const undo = useLatest((entry: PendingCheckIn) => void door.undo(entry).catch(failed));
  const { rosterIndex: desk } = state;
  if (!desk)
    return state.trouble ? <ErrorState error={state.trouble} again={() => void door.refresh()} /> : <LoadingState />;
  return (
    <div className={styles.door}>
      <div className={styles.column}>
        <Camera found={scanned} />
        <VerdictPanel said={said} />
        <FindByName rosterIndex={desk} admit={letIn} scanned={scanned} />
      </div>
      <div className={styles.column}>
        <CountOf value={state.came} of={`${state.expected} 人到了`} />
        <SyncStatus door={door} state={state} />
        {state.recent.length > 0 && (
          <PageSection title="刚进来的">
            <RecentList list={state.recent} undo={undo} />
          </PageSection>
        )}
      </div>
    </div>
  );
}

export default function CheckInPage() {
  const { id = '' } = useParams();
  const { engine: door, state, storageFailed: broken, opening } = useCheckIn(id);
  const session = state.rosterIndex?.session;
  return (
    <ConsolePage
      title={session?.title ?? '签到'}
      lead={session && `${formatTimeRange(session.startsAt, session.endsAt)}，${session.place}`}
      back={{ to: '/door', label: '签到' }}
    >
      {broken && (
        <Callout tone="bad" title="这个浏览器存不了名单">
          <p>可能开了无痕模式，或者空间满了。换一个普通窗口再试。</p>
          <Button onClick={() => location.reload()}>再试一次</Button>
        </Callout>
      )}
      {opening && <LoadingState />}
      {door && <CheckInDesk door={door} state={state} />}
    </ConsolePage>
  );
}

interface RecentPersonProps {
  entry: PendingCheckIn;
  guest: RosterPerson;
  undo: (entry: PendingCheckIn) => void;
}

/** Somebody more above them is no reason to draw them anew. */
const RecentPerson = memo(function One({ entry, guest, undo }: RecentPersonProps) {
  return (
    <li className={styles.person}>
      <span>
        <span className="figures quiet">{timeAt(Date.parse(entry.at))}</span> {personLabel(guest)}
      </span>
      <Button onClick={() => undo(entry)} aria-label={`撤销${personLabel(guest)}的签到`}>
        撤销
      </Button>
    </li>
  );
});

/** The last ones let in at this door; a mistake is taken back from here. */
const RecentList = memo(function Recent({
  list,
  undo,
}: {
  list: CheckInState['recent'];
  undo: RecentPersonProps['undo'];
}) {
  return (
    <ul className={styles.people}>
      {list.map(({ entry, guest }) => (
        <RecentPerson key={entry.id} entry={entry} guest={guest} undo={undo} />
      ))}
    </ul>
  );
});

/** A function that stays the same one while what it does is the newest: whoever gets it isn't drawn anew for it. */
function useLatest<A extends unknown[]>(act: (...args: A) => void): (...args: A) => void {
  const latest = useRef(act);
  latest.current = act;
  return useCallback((...args: A) => latest.current(...args), []);
}

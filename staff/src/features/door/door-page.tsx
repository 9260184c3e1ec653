import { useParams } from 'react-router-dom';
import { Button } from 'antd';
import { memo, useCallback, useRef } from 'react';
import { timeAt } from '@yugong/domain/calendar';
import { Count } from '../../parts/count';
import { Notice } from '../../parts/notice';
import { Page, Section } from '../../parts/page';
import { Failed, Loading } from '../../parts/states';
import { useSaid } from '../../parts/use-said';
import { sayWindow } from '../../parts/when';
import { Camera } from './camera';
import type { Door, DoorState } from './engine';
import type { Entry } from './entry';
import { FindByName } from './find-by-name';
import type { Guest } from './register';
import { sayGuest } from './say';
import { SyncLine } from './sync-line';
import { useDoor } from './use-door';
import { useVerdict } from './verdict';
import { VerdictPanel } from './verdict';
import styles from './door.module.css';

function AtTheDoor({ door, state }: { door: Door; state: DoorState }) {
  const { said, scanned, letIn } = useVerdict(door);
  const { failed } = useSaid();
  const undo = useLatest((entry: Entry) => void door.undo(entry).catch(failed));
  const { desk } = state;
  if (!desk) return state.trouble ? <Failed error={state.trouble} again={() => void door.refresh()} /> : <Loading />;
  return (
    <div className={styles.door}>
      <div className={styles.column}>
        <Camera found={scanned} />
        <VerdictPanel said={said} />
        <FindByName desk={desk} letIn={letIn} scanned={scanned} />
      </div>
      <div className={styles.column}>
        <Count value={state.came} of={`${state.expected} 人到了`} />
        <SyncLine door={door} state={state} />
        {state.recent.length > 0 && (
          <Section title="刚进来的">
            <Recent list={state.recent} undo={undo} />
          </Section>
        )}
      </div>
    </div>
  );
}

export default function DoorPage() {
  const { id = '' } = useParams();
  const { door, state, broken, opening } = useDoor(id);
  const session = state.desk?.session;
  return (
    <Page
      title={session?.title ?? '签到'}
      lead={session && `${sayWindow(session.startsAt, session.endsAt)}，${session.place}`}
      back={{ to: '/door', label: '签到' }}
    >
      {broken && (
        <Notice tone="bad" title="这个浏览器存不了名单">
          <p>可能开了无痕模式，或者空间满了。换一个普通窗口再试。</p>
          <Button onClick={() => location.reload()}>再试一次</Button>
        </Notice>
      )}
      {opening && <Loading />}
      {door && <AtTheDoor door={door} state={state} />}
    </Page>
  );
}

interface OneProps {
  entry: Entry;
  guest: Guest;
  undo: (entry: Entry) => void;
}

/** Somebody more above them is no reason to draw them anew. */
const One = memo(function One({ entry, guest, undo }: OneProps) {
  return (
    <li className={styles.person}>
      <span>
        <span className="figures quiet">{timeAt(Date.parse(entry.at))}</span> {sayGuest(guest)}
      </span>
      <Button onClick={() => undo(entry)} aria-label={`撤销${sayGuest(guest)}的签到`}>
        撤销
      </Button>
    </li>
  );
});

/** The last ones let in at this door; a mistake is taken back from here. */
const Recent = memo(function Recent({ list, undo }: { list: DoorState['recent']; undo: OneProps['undo'] }) {
  return (
    <ul className={styles.people}>
      {list.map(({ entry, guest }) => (
        <One key={entry.id} entry={entry} guest={guest} undo={undo} />
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

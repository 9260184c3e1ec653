import { useRef, useState } from 'react';
import { useParams } from 'react-router-dom';
import { Button } from 'antd';
import { Notice } from '../../parts/notice';
import { Page, Section } from '../../parts/page';
import { Failed, Loading } from '../../parts/states';
import { useSaid } from '../../parts/use-said';
import { sayWindow } from '../../parts/when';
import { Camera } from './camera';
import type { Door, DoorState } from './engine';
import { FindByName } from './find-by-name';
import { Recent } from './recent';
import type { Verdict } from './register';
import { sayVerdict, type SaidVerdict } from './say';
import { SyncLine } from './sync-line';
import { useDoor } from './use-door';
import { VerdictPanel } from './verdict';
import styles from './door.module.css';

const SHOWN_MS = 6000;
/** Felt in the hand: one short for yes, two for no. */
const shake = ({ kind }: Verdict): void => void navigator.vibrate?.(kind === 'come-in' ? 60 : [80, 60, 80]);

function AtTheDoor({ door, state }: { door: Door; state: DoorState }) {
  const [said, setSaid] = useState<SaidVerdict | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const { failed } = useSaid();
  const tell = async (verdict: Promise<Verdict>): Promise<void> => {
    try {
      const one = await verdict;
      setSaid(sayVerdict(one, door.state().keptAt));
      shake(one);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setSaid(null), SHOWN_MS);
    } catch {
      setSaid({ tone: 'bad', title: '没有记上', detail: '这台手机存不下了，请清理空间，或先记在纸上' });
    }
  };
  const { desk } = state;
  if (!desk) return state.trouble ? <Failed error={state.trouble} again={() => void door.refresh()} /> : <Loading />;
  return (
    <div className={styles.door}>
      <div className={styles.column}>
        <Camera found={(code) => tell(door.scan(code))} />
        <VerdictPanel said={said} />
        <FindByName
          desk={desk}
          letIn={(guest) => void tell(door.byName(guest))}
          scanned={(code) => void tell(door.scan(code))}
        />
      </div>
      <div className={styles.column}>
        <p className={styles.count}>
          {state.came}
          <span className={styles.of}> / {state.expected} 人到了</span>
        </p>
        <SyncLine door={door} state={state} />
        {state.recent.length > 0 && (
          <Section title="刚进来的">
            <Recent list={state.recent} undo={(entry) => void door.undo(entry).catch(failed)} />
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

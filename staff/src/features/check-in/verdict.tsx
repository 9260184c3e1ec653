/** The answer, large: a word and a shape, told to screen readers at once. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { LineIcon, type LineIconName } from '../../parts/icon';
import type { StatusTone } from '../../parts/status-tag';
import { type VerdictText, describeVerdict } from './describe-verdict';
import type { CheckInEngine } from './engine';
import type { RosterPerson, CheckInVerdict } from './roster-index';
import tones from '../../parts/tone.module.css';
import styles from './check-in.module.css';

const shapes: Record<StatusTone, LineIconName> = { good: 'check', warn: 'history', bad: 'close', quiet: 'dash' };

export function VerdictPanel({ said }: { said: VerdictText | null }) {
  return (
    <div className={`${styles.verdict} ${said ? tones[said.tone] : styles.idle}`} role="status" aria-live="assertive">
      {said ? (
        <>
          <span className={styles.shape}>
            <LineIcon name={shapes[said.tone]} />
          </span>
          <div>
            <p className={styles.answer}>{said.title}</p>
            <p>{said.detail}</p>
          </div>
        </>
      ) : (
        <p>对准凭证上的二维码</p>
      )}
    </div>
  );
}

const SHOWN_MS = 6000;
/** Felt in the hand: one short for yes, two for no. */
const shake = ({ kind }: CheckInVerdict): void => void navigator.vibrate?.(kind === 'come-in' ? 60 : [80, 60, 80]);

/** What is said of the last one at the door, for as long as it is read. */
export function useVerdict(door: CheckInEngine) {
  const [said, setSaid] = useState<VerdictText | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const tell = useCallback(
    async (verdict: Promise<CheckInVerdict>): Promise<void> => {
      try {
        const one = await verdict;
        // Now, and not in a task of its own: on a slow phone that is a picture later.
        flushSync(() => setSaid(describeVerdict(one, door.state().keptAt)));
        shake(one);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => setSaid(null), SHOWN_MS);
      } catch {
        setSaid({ tone: 'bad', title: '没有记上', detail: '这台手机存不下了，请清理空间，或先记在纸上' });
      }
    },
    [door],
  );
  return {
    said,
    scanned: useCallback((code: string) => tell(door.scan(code)), [door, tell]),
    letIn: useCallback((guest: RosterPerson) => void tell(door.byName(guest)), [door, tell]),
  };
}

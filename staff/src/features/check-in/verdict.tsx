/** The verdict in large type: a word and a shape, announced to screen readers at once. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ApiError } from '../../api/api-error';
import { LineIcon, type LineIconName } from '../../parts/icon';
import type { StatusTone } from '../../parts/status-tag';
import { type VerdictText, describeVerdict } from './describe-verdict';
import type { CheckInEngine } from './engine';
import type { RosterPerson, CheckInVerdict } from './roster-index';
import tones from '../../parts/tone.module.css';
import styles from './check-in.module.css';

const shapes: Record<StatusTone, LineIconName> = { good: 'check', warn: 'history', bad: 'close', quiet: 'dash' };

export function VerdictPanel({ shown }: { shown: VerdictText | null }) {
  return (
    <div className={`${styles.verdict} ${shown ? tones[shown.tone] : styles.idle}`} role="status" aria-live="assertive">
      {shown ? (
        <>
          <span className={styles.shape}>
            <LineIcon name={shapes[shown.tone]} />
          </span>
          <div>
            <p className={styles.answer}>{shown.title}</p>
            <p>{shown.detail}</p>
          </div>
        </>
      ) : (
        <p>对准凭证上的二维码</p>
      )}
    </div>
  );
}

const SHOWN_MS = 6000;
/** Vibrates once for yes and twice for no. */
const vibrate = ({ kind }: CheckInVerdict): void => void navigator.vibrate?.(kind === 'come-in' ? 60 : [80, 60, 80]);

/** The verdict on the last pass, shown for six seconds. */
export function useVerdict(engine: CheckInEngine) {
  const [shown, setSaid] = useState<VerdictText | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const show = useCallback(
    async (verdict: Promise<CheckInVerdict>): Promise<void> => {
      try {
        const settled = await verdict;
        // Drawn synchronously: in a task of its own it would come a frame later on a slow phone.
        flushSync(() => setSaid(describeVerdict(settled, engine.state().keptAt)));
        vibrate(settled);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => setSaid(null), SHOWN_MS);
      } catch (error) {
        if (error instanceof ApiError) setSaid({ tone: 'bad', title: '没有补上', detail: error.message });
        else setSaid({ tone: 'bad', title: '未记录', detail: '手机存储空间不足，请清理后重试，或先用纸笔登记' });
      }
    },
    [engine],
  );
  return {
    shown,
    scan: useCallback((code: string) => show(engine.scan(code)), [engine, show]),
    walkIn: useCallback((person: RosterPerson) => void show(engine.admitWalkIn(person)), [engine, show]),
    admit: useCallback((person: RosterPerson) => void show(engine.admitByName(person)), [engine, show]),
  };
}

/** The answer, large: a word and a shape, told to screen readers at once. */
import { Icon, type IconName } from '../../parts/icon';
import type { Tone } from '../../parts/mark';
import type { SaidVerdict } from './say';
import tones from '../../parts/tone.module.css';
import styles from './door.module.css';

const shapes: Record<Tone, IconName> = { good: 'check', warn: 'history', bad: 'close', quiet: 'dash' };

export function VerdictPanel({ said }: { said: SaidVerdict | null }) {
  return (
    <div className={`${styles.verdict} ${said ? tones[said.tone] : styles.idle}`} role="status" aria-live="assertive">
      {said ? (
        <>
          <span className={styles.shape}>
            <Icon name={shapes[said.tone]} />
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

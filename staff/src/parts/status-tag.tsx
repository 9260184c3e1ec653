/** A tag for a state: a word and a shape, so that colour never stands alone. */
import { LineIcon, type LineIconName } from './icon';
import styles from './status-tag.module.css';
import tones from './tone.module.css';

export type StatusTone = 'good' | 'quiet' | 'warn' | 'bad';

const shapes: Record<StatusTone, LineIconName> = { good: 'check', quiet: 'dash', warn: 'clock', bad: 'warn' };

export const StatusTag = ({ tone, children, icon }: { tone: StatusTone; children: string; icon?: LineIconName }) => (
  <span className={`${styles.mark} ${tones[tone]}`}>
    <LineIcon name={icon ?? shapes[tone]} />
    {children}
  </span>
);

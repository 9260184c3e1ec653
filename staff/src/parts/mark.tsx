/** A state: a word and a shape, so that its colour is never alone. */
import { Icon, type IconName } from './icon';
import styles from './mark.module.css';
import tones from './tone.module.css';

export type Tone = 'good' | 'quiet' | 'warn' | 'bad';

const shapes: Record<Tone, IconName> = { good: 'check', quiet: 'dash', warn: 'clock', bad: 'warn' };

export const Mark = ({ tone, children, icon }: { tone: Tone; children: string; icon?: IconName }) => (
  <span className={`${styles.mark} ${tones[tone]}`}>
    <Icon name={icon ?? shapes[tone]} />
    {children}
  </span>
);

/** A message in the page. Screen readers announce an error at once. */
import type { ReactNode } from 'react';
import { LineIcon } from './icon';
import styles from './notice.module.css';
import tones from './tone.module.css';

interface Props {
  tone: 'bad' | 'warn' | 'good';
  title?: string;
  children?: ReactNode;
}

export const Callout = ({ tone, title, children }: Props) => (
  <div className={`${styles.notice} ${tones[tone]}`} role={tone === 'bad' ? 'alert' : 'status'}>
    <LineIcon name={tone === 'good' ? 'check' : 'warn'} />
    <div className={styles.words}>
      {title && <p className={styles.title}>{title}</p>}
      {children}
    </div>
  </div>
);

import { back } from '@/platform/navigation';
import { Icon } from '../icon';
import { Pressable } from '../pressable';
import styles from './style.module.scss';

/** The way back and the page's name: what WeChat draws above a page, for browsers. */
export function TopBar({ title, isHeading = false }: { title: string; isHeading?: boolean }) {
  return (
    <header className={styles.bar}>
      <Pressable className={styles.back} onPress={back} label="返回">
        <Icon name="arrow-left" />
      </Pressable>
      {isHeading ? <h1 className={styles.title}>{title}</h1> : <span className={styles.title}>{title}</span>}
    </header>
  );
}

import { Icon } from '../icon';
import { Pressable } from '../pressable';
import { tabs, type TabName } from './tabs';
import styles from './style.module.scss';

export type { TabName } from './tabs';

/** The tab bar of browsers: real links, following theme and font size. */
export function TabBar({ current }: { current: TabName }) {
  return (
    <nav className={styles.bar} aria-label="主导航">
      {tabs.map(({ name, page, text, icon }) => (
        <Pressable key={name} className={`${styles.tab} ${name === current ? styles.current : ''}`} url={`/${page}`}>
          <Icon name={icon} />
          <span className={styles.text} aria-current={name === current ? 'page' : undefined}>
            {text}
          </span>
        </Pressable>
      ))}
    </nav>
  );
}

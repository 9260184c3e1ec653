import { useUnreadNotices } from '@/platform/notices';
import { DemoStrip } from '../demo-strip';
import { Icon } from '../icon';
import { Pressable } from '../pressable';
import { sayCount } from '../unread-mark';
import { tabs, type TabName } from './tabs';
import styles from './style.module.scss';

export type { TabName } from './tabs';

/** The tab bar of browsers: real links, following theme and font size. */
export function TabBar({ current }: { current: TabName }) {
  const unread = useUnreadNotices();
  return (
    <nav className={styles.bar} aria-label="主导航">
      <DemoStrip onBar />
      {tabs.map(({ name, page, text, icon }) => {
        const isMarked = name === 'me' && unread > 0;
        return (
          <Pressable
            key={name}
            className={`${styles.tab} ${name === current ? styles.current : ''}`}
            url={`/${page}`}
            {...(isMarked ? { label: `${text}，${unread} 条未读消息` } : {})}
          >
            <span className={styles.icon}>
              <Icon name={icon} />
              {isMarked && (
                <span className={styles.badge} aria-hidden>
                  {sayCount(unread)}
                </span>
              )}
            </span>
            <span className={styles.text} aria-current={name === current ? 'page' : undefined}>
              {text}
            </span>
          </Pressable>
        );
      })}
    </nav>
  );
}

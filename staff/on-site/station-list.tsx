/** All stations of the list, to go to another one or to check one again. */
import type { OnSiteListWire } from '@yugong/domain/on-site/wire';
import styles from './on-site.module.css';

export function StationList({
  list,
  checked,
  choose,
  close,
}: {
  list: OnSiteListWire;
  checked: ReadonlySet<string>;
  choose: (id: string) => void;
  close: () => void;
}) {
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <h1 className={styles.title}>全部驿站</h1>
        <button type="button" className={styles.link} onClick={close}>
          返回
        </button>
      </header>
      <ul className={styles.list}>
        {list.stations.map(({ id, title, address }) => (
          <li key={id}>
            <button type="button" className={styles.row} onClick={() => choose(id)}>
              <span>
                {title}
                <span className={styles.caption}>{address ?? '没有地址'}</span>
              </span>
              <span className={checked.has(id) ? styles.checked : styles.caption}>
                {checked.has(id) ? '已核对' : '未核对'}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}

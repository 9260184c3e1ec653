/** What stands around every page: the rooms, who one is, and whether there is a network. */
import { useState, useSyncExternalStore } from 'react';
import { Link, NavLink, Outlet, useLocation } from 'react-router-dom';
import { Drawer } from 'antd';
import { roleLabels } from '@yugong/domain/staff-account';
import { useMe } from '../api/me';
import { Icon } from '../parts/icon';
import { mayEnter, roomsOf, type Room } from '../parts/rooms';
import { Said } from '../parts/states';
import styles from './layout.module.css';

interface Props {
  open: boolean;
  close: () => void;
  list: Room[];
}

/** Every room, on a phone. */
const MoreSheet = ({ open, close, list }: Props) => (
  <Drawer open={open} onClose={close} placement="bottom" size="large" title="全部">
    <nav aria-label="全部">
      {list.map((room) => (
        <NavLink key={room.to} className={styles.link as string} to={room.to} end={room.to === '/'} onClick={close}>
          <Icon name={room.icon} />
          {room.label}
        </NavLink>
      ))}
      <NavLink className={styles.link as string} to="/account" onClick={close}>
        <Icon name="person" />
        我的账号
      </NavLink>
    </nav>
  </Drawer>
);

const follow = (changed: () => void): (() => void) => {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
};

/** Is there a network, as far as the browser knows? */
const useOnline = (): boolean => useSyncExternalStore(follow, () => navigator.onLine);

const groups = ['daily', 'people', 'content', 'house'] as const;

const RoomLink = ({ room }: { room: Room }) => (
  <NavLink className={styles.link as string} to={room.to} end={room.to === '/'}>
    <Icon name={room.icon} />
    {room.label}
  </NavLink>
);

function Side({ list }: { list: Room[] }) {
  const me = useMe();
  return (
    <header className={styles.side}>
      <Link className={styles.brand} to="/">
        渝工随行
      </Link>
      <nav aria-label="主菜单">
        {groups.map((group) => (
          <div key={group} className={styles.group}>
            {list
              .filter((room) => room.group === group)
              .map((room) => (
                <RoomLink key={room.to} room={room} />
              ))}
          </div>
        ))}
      </nav>
      <div className={styles.who}>
        <p>{me.roles.map((role) => roleLabels[role]).join('、')}</p>
        <NavLink className={styles.link as string} to="/account">
          <Icon name="person" />
          {me.name}
        </NavLink>
      </div>
    </header>
  );
}

/** The phone's: the first three rooms and the rest behind one. */
function Tabs({ list }: { list: Room[] }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <nav className={styles.tabs} aria-label="常用">
        {list.slice(0, 3).map((room) => (
          <NavLink key={room.to} className={styles.tab as string} to={room.to} end={room.to === '/'}>
            <Icon name={room.icon} />
            {room.label}
          </NavLink>
        ))}
        <button type="button" className={styles.tab} aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <Icon name="menu" />
          更多
        </button>
      </nav>
      <MoreSheet open={open} close={() => setOpen(false)} list={list} />
    </>
  );
}

export function Layout() {
  const me = useMe();
  const online = useOnline();
  const { pathname } = useLocation();
  const list = roomsOf(me);
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main">
        跳到内容
      </a>
      <Side list={list} />
      <main id="main" className={styles.main}>
        {!online && (
          <p className={styles.offline} role="status">
            <Icon name="warn" />
            现在没有网络。签到可以照常，其他的等有网络再办。
          </p>
        )}
        {mayEnter(me, pathname) ? (
          <Outlet key={pathname} />
        ) : (
          <Said icon="question" title="这一页不归你管">
            <p>需要的话，请管理员调整你的角色。</p>
          </Said>
        )}
      </main>
      <Tabs list={list} />
    </div>
  );
}

/** What stands around every page: the rooms, who one is, and whether there is a network. */
import { useState } from 'react';
import { Link, NavLink, Outlet, useLocation } from 'react-router-dom';
import { roleLabels } from '@yugong/domain/staff-account/words';
import { Icon } from '../parts/icon';
import { useOnline } from '../parts/online';
import { Said } from '../parts/states';
import { useMe } from '../api/me';
import { mayEnter, roomsOf, type Room } from '../parts/rooms';
import { MoreSheet } from './more-sheet';
import styles from './layout.module.css';

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

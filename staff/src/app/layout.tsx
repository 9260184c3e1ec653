/** The frame of every page: navigation, the signed-in person, and a line when there is no network. */
import { Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { Link, NavLink, Outlet, useLocation } from 'react-router-dom';
import { App as Messages, Drawer } from 'antd';
import { roleLabels } from '@yugong/domain/staff-account/words';
import { useMe } from '../api/me';
import { useTodo } from '../api/todo';
import { useTodoNotification } from '../parts/todo-notification';
import { keepFormDraftsOf } from '../parts/form-draft';
import { LineIcon } from '../parts/icon';
import { canAccess, navItemsFor, type NavItem } from '../parts/nav-items';
import { LoadingState, StateMessage } from '../parts/states';
import { exactTime } from '../parts/time';
import { countsByPage } from '../parts/todo-rows';
import styles from './layout.module.css';

interface Props {
  open: boolean;
  close: () => void;
  list: NavItem[];
  counts: Counts;
}

type Counts = ReadonlyMap<string, number>;

/** How much there is to do behind a menu's item. */
const Count = ({ of }: { of: number | undefined }) =>
  of === undefined ? null : (
    <span className={styles.count}>
      {of}
      <span className="spoken"> 项待办</span>
    </span>
  );

/** The phone's sheet with all nav items. */
const MoreSheet = ({ open, close, list, counts }: Props) => (
  <Drawer open={open} onClose={close} placement="bottom" size="large" title="全部">
    <nav aria-label="全部">
      {list.map((room) => (
        <NavLink key={room.to} className={styles.link ?? ''} to={room.to} end={room.to === '/'} onClick={close}>
          <LineIcon name={room.icon} />
          {room.label}
          <Count of={counts.get(room.to)} />
        </NavLink>
      ))}
      <NavLink className={styles.link ?? ''} to="/account" onClick={close}>
        <LineIcon name="person" />
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

/** Whether the browser believes that there is a network. */
const useIsOnline = (): boolean => useSyncExternalStore(follow, () => navigator.onLine);

const groups = ['daily', 'people', 'content', 'house'] as const;

const NavItemLink = ({ room, count }: { room: NavItem; count: number | undefined }) => (
  <NavLink className={styles.link ?? ''} to={room.to} end={room.to === '/'}>
    <LineIcon name={room.icon} />
    {room.label}
    <Count of={count} />
  </NavLink>
);

function Side({ list, counts }: Pick<Props, 'list' | 'counts'>) {
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
                <NavItemLink key={room.to} room={room} count={counts.get(room.to)} />
              ))}
          </div>
        ))}
      </nav>
      <div className={styles.who}>
        <p>{me.roles.map((role) => roleLabels[role]).join('、')}</p>
        <NavLink className={styles.link ?? ''} to="/account">
          <LineIcon name="person" />
          {me.name}
        </NavLink>
      </div>
    </header>
  );
}

/** The phone's tab bar: the first three nav items, and a button that opens the others. */
function Tabs({ list, counts }: Pick<Props, 'list' | 'counts'>) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <nav className={styles.tabs} aria-label="常用">
        {list.slice(0, 3).map((room) => (
          <NavLink key={room.to} className={styles.tab ?? ''} to={room.to} end={room.to === '/'}>
            <LineIcon name={room.icon} />
            <span>
              {room.label} <Count of={counts.get(room.to)} />
            </span>
          </NavLink>
        ))}
        <button type="button" className={styles.tab} aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <LineIcon name="menu" />
          更多
        </button>
      </nav>
      <MoreSheet open={open} close={() => setOpen(false)} list={list} counts={counts} />
    </>
  );
}

/** On paper: who printed the page, and when. */
function Printed() {
  const me = useMe();
  const [at, setAt] = useState('');
  useEffect(() => {
    // It has to be drawn before the paper is.
    const note = (): void => flushSync(() => setAt(exactTime(new Date().toISOString())));
    window.addEventListener('beforeprint', note);
    return () => window.removeEventListener('beforeprint', note);
  }, []);
  return (
    <p className="onPaper">
      渝工随行管理台，{me.name}打印，{at}
    </p>
  );
}

/** The frame with what its pages say in passing: short messages and questions, which the login needs none of. */
export default function Layout() {
  return (
    <Messages message={{ duration: 5 }}>
      <Frame />
    </Messages>
  );
}

function Frame() {
  const me = useMe();
  const online = useIsOnline();
  const { pathname } = useLocation();
  const list = navItemsFor(me);
  const todo = useTodo();
  useTodoNotification(todo.data?.items);
  const counts = countsByPage(todo.data?.items ?? []);
  // Whoever was signed in here before may not have signed out.
  useEffect(() => keepFormDraftsOf(me.id), [me.id]);
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main">
        跳到正文
      </a>
      <Side list={list} counts={counts} />
      <main id="main" className={styles.main}>
        <Printed />
        {!online && (
          <p className={styles.offline} role="status">
            <LineIcon name="warn" />
            现在没有网络。签到可以照常进行，其他操作请等网络恢复。
          </p>
        )}
        {canAccess(me, pathname) ? (
          <Suspense fallback={<LoadingState />}>
            <Outlet key={pathname} />
          </Suspense>
        ) : (
          <StateMessage icon="question" title="你没有权限查看这一页">
            <p>如有需要，请联系管理员调整角色。</p>
          </StateMessage>
        )}
      </main>
      <Tabs list={list} counts={counts} />
    </div>
  );
}

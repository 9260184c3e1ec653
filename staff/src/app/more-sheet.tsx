/** Every room, on a phone. */
import { Drawer } from 'antd';
import { NavLink } from 'react-router-dom';
import { Icon } from '../parts/icon';
import type { Room } from '../parts/rooms';
import styles from './layout.module.css';

interface Props {
  open: boolean;
  close: () => void;
  list: Room[];
}

export const MoreSheet = ({ open, close, list }: Props) => (
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

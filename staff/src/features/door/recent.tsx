/** The last ones let in at this door; a mistake is taken back from here. */
import { Button } from 'antd';
import { timeAt } from '@/domain/calendar';
import type { DoorState } from './engine';
import type { Entry } from './register';
import { sayGuest } from './say';
import styles from './door.module.css';

interface Props {
  list: DoorState['recent'];
  undo: (entry: Entry) => void;
}

export const Recent = ({ list, undo }: Props) => (
  <ul className={styles.people}>
    {list.map(({ entry, guest }) => (
      <li key={entry.id} className={styles.person}>
        <span>
          <span className="figures quiet">{timeAt(Date.parse(entry.at))}</span> {sayGuest(guest)}
        </span>
        <Button onClick={() => undo(entry)} aria-label={`撤销${sayGuest(guest)}的签到`}>
          撤销
        </Button>
      </li>
    ))}
  </ul>
);

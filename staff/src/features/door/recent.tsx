/** The last ones let in at this door; a mistake is taken back from here. */
import { Button } from 'antd';
import { memo } from 'react';
import { timeAt } from '@yugong/domain/calendar';
import type { DoorState } from './engine';
import type { Entry } from './entry';
import type { Guest } from './register';
import { sayGuest } from './say';
import styles from './door.module.css';

interface OneProps {
  entry: Entry;
  guest: Guest;
  undo: (entry: Entry) => void;
}

/** Somebody more above them is no reason to draw them anew. */
const One = memo(function One({ entry, guest, undo }: OneProps) {
  return (
    <li className={styles.person}>
      <span>
        <span className="figures quiet">{timeAt(Date.parse(entry.at))}</span> {sayGuest(guest)}
      </span>
      <Button onClick={() => undo(entry)} aria-label={`撤销${sayGuest(guest)}的签到`}>
        撤销
      </Button>
    </li>
  );
});

export const Recent = memo(function Recent({ list, undo }: { list: DoorState['recent']; undo: OneProps['undo'] }) {
  return (
    <ul className={styles.people}>
      {list.map(({ entry, guest }) => (
        <One key={entry.id} entry={entry} guest={guest} undo={undo} />
      ))}
    </ul>
  );
});

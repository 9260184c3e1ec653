/** The phone is dead: by surname and the end of the number. A scanner at the keyboard types a pass in here. */
import { Button, Input } from 'antd';
import { memo, useState } from 'react';
import { readPass } from '@yugong/domain/pass';
import { Icon } from '../../parts/icon';
import { Mark } from '../../parts/mark';
import { findGuests, judge, type Desk, type Guest } from './register';
import { sayGuest } from './say';
import styles from './door.module.css';

interface Props {
  desk: Desk;
  letIn: (guest: Guest) => void;
  scanned: (code: string) => Promise<void>;
}

const why = { already: '到了', waiting: '候补', cancelled: '取消了' } as const;

/** Drawn anew for what is typed, not for who comes in: a tap is judged again anyway. */
export const FindByName = memo(function FindByName({ desk, letIn, scanned }: Props) {
  const [typed, setTyped] = useState('');
  const found = findGuests(desk, typed);
  const enter = (): void => {
    if (!readPass(typed)) return;
    void scanned(typed);
    setTyped('');
  };
  return (
    <search className={styles.column}>
      <Input
        aria-label="按姓名或手机尾号找"
        placeholder="姓，或手机尾号"
        size="large"
        prefix={<Icon name="search" />}
        allowClear
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={enter}
      />
      {typed.trim() !== '' && (
        <ul className={styles.people} aria-label="找到的人">
          {found.length === 0 && <li className={styles.person}>名单里没有</li>}
          {found.map((guest) => {
            const { kind } = judge(desk, guest);
            return (
              <li key={guest.registrationId} className={styles.person}>
                <span>{sayGuest(guest)}</span>
                {kind === 'come-in' ? (
                  <Button
                    type="primary"
                    aria-label={`${sayGuest(guest)}，签到`}
                    onClick={() => {
                      letIn(guest);
                      setTyped('');
                    }}
                  >
                    签到
                  </Button>
                ) : (
                  <Mark tone={kind === 'already' ? 'good' : 'warn'}>{why[kind as keyof typeof why]}</Mark>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </search>
  );
});

/**
 * Search by surname or initials, the last digits of the phone number, or the number on the ticket. Enter chooses the only
 * match, the arrow keys one of several, and Enter again checks them in. A USB scanner types passes into the same field.
 */
import { Button, Input } from 'antd';
import { memo, useState } from 'react';
import { readPass } from '@yugong/domain/pass';
import { LineIcon } from '../../parts/icon';
import { StatusTag } from '../../parts/status-tag';
import { personLabel } from './describe-verdict';
import { searchRoster, verdictFor, type RosterIndex, type RosterPerson, type CheckInVerdict } from './roster-index';
import styles from './check-in.module.css';

interface Props {
  rosterIndex: RosterIndex;
  admit: (person: RosterPerson) => void;
  /** Gives somebody of the waiting list a seat and checks them in. */
  walkIn: (person: RosterPerson) => void;
  scan: (code: string) => Promise<void>;
}

const blockedLabels: Partial<Record<CheckInVerdict['kind'], string>> = {
  already: '已签到',
  cancelled: '已取消',
};

/**
 * Whom a key chooses among those who were found.
 *
 * @param chosen where in the list the choice is; -1 for nobody
 * @returns where it is then
 * @example chosenBy('ArrowDown', -1, 3) // 0
 */
export function chosenBy(key: string, chosen: number, found: number): number {
  if (key === 'ArrowDown') return Math.min(chosen + 1, found - 1);
  if (key === 'ArrowUp') return Math.max(chosen - 1, -1);
  return key === 'Enter' && chosen < 0 && found === 1 ? 0 : chosen;
}

/** Memoised, so that check-ins don't draw it anew; a tap is judged again anyway. */
export const FindByName = memo(function FindByName({ rosterIndex, admit, walkIn, scan }: Props) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(-1);
  const found = searchRoster(rosterIndex, typed);
  const type = (text: string): void => {
    setTyped(text);
    setChosen(-1);
  };
  const take = (act: (person: RosterPerson) => void, person: RosterPerson): void => {
    act(person);
    type('');
  };
  const press = (event: React.KeyboardEvent): void => {
    if (event.key === 'Enter' && readPass(typed)) {
      void scan(typed);
      return type('');
    }
    const person = found[chosen];
    if (event.key === 'Enter' && person) return take(admit, person);
    const next = chosenBy(event.key, chosen, found.length);
    if (next === chosen) return;
    // The arrows move the choice and not the cursor.
    event.preventDefault();
    setChosen(next);
  };
  const selected = found[chosen];
  return (
    <search className={styles.column}>
      <Input
        aria-label="按姓名、手机尾号或编号查找"
        placeholder="姓、手机尾号，或票上的编号"
        size="large"
        prefix={<LineIcon name="search" />}
        allowClear
        value={typed}
        autoComplete="off"
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
      />
      <p role="status" className="spoken">
        {selected && `已选中${personLabel(selected)}，再按一次回车签到`}
      </p>
      {typed.trim() !== '' && (
        <ul className={styles.people} aria-label="查找结果">
          {found.length === 0 && <li className={styles.person}>名单中没有</li>}
          {found.map((person) => (
            <li
              key={person.registrationId}
              className={`${styles.person} ${person === selected ? styles.chosen : ''}`}
              aria-current={person === selected}
            >
              <span>
                {personLabel(person)}
                {person === selected && <span className="quiet"> 再按一次回车签到</span>}
              </span>
              <Action rosterIndex={rosterIndex} person={person} take={take} admit={admit} walkIn={walkIn} />
            </li>
          ))}
        </ul>
      )}
    </search>
  );
});

interface ActionProps extends Pick<Props, 'rosterIndex' | 'admit' | 'walkIn'> {
  person: RosterPerson;
  take: (act: (person: RosterPerson) => void, person: RosterPerson) => void;
}

/** What can be done with somebody who was found; why nothing can be done otherwise. */
function Action({ rosterIndex, person, take, admit, walkIn }: ActionProps) {
  const { kind } = verdictFor(rosterIndex, person);
  if (kind === 'waiting')
    return (
      <Button aria-label={`${personLabel(person)}，候补，现场补位`} onClick={() => take(walkIn, person)}>
        现场补位
      </Button>
    );
  if (kind !== 'come-in')
    return <StatusTag tone={kind === 'already' ? 'good' : 'warn'}>{blockedLabels[kind] ?? ''}</StatusTag>;
  return (
    <Button type="primary" aria-label={`${personLabel(person)}，签到`} onClick={() => take(admit, person)}>
      签到
    </Button>
  );
}

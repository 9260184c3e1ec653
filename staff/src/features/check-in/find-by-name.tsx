/** Search by surname or the last digits of the phone number. A USB scanner types passes into the same field. */
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
  scan: (code: string) => Promise<void>;
}

const blockedLabels: Partial<Record<CheckInVerdict['kind'], string>> = {
  already: '已签到',
  waiting: '候补',
  cancelled: '已取消',
};

/** Memoised, so that check-ins don't draw it anew; a tap is judged again anyway. */
export const FindByName = memo(function FindByName({ rosterIndex: rosterIndex, admit: admit, scan }: Props) {
  const [typed, setTyped] = useState('');
  const found = searchRoster(rosterIndex, typed);
  const enter = (): void => {
    if (!readPass(typed)) return;
    void scan(typed);
    setTyped('');
  };
  return (
    <search className={styles.column}>
      <Input
        aria-label="按姓名或手机尾号查找"
        placeholder="姓，或手机尾号"
        size="large"
        prefix={<LineIcon name="search" />}
        allowClear
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={enter}
      />
      {typed.trim() !== '' && (
        <ul className={styles.people} aria-label="查找结果">
          {found.length === 0 && <li className={styles.person}>名单中没有</li>}
          {found.map((person) => {
            const { kind } = verdictFor(rosterIndex, person);
            return (
              <li key={person.registrationId} className={styles.person}>
                <span>{personLabel(person)}</span>
                {kind === 'come-in' ? (
                  <Button
                    type="primary"
                    aria-label={`${personLabel(person)}，签到`}
                    onClick={() => {
                      admit(person);
                      setTyped('');
                    }}
                  >
                    签到
                  </Button>
                ) : (
                  <StatusTag tone={kind === 'already' ? 'good' : 'warn'}>{blockedLabels[kind] ?? ''}</StatusTag>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </search>
  );
});

/** The whole list on paper, not only the page on the screen: masked, with a box to tick, and who printed it and when. */
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { personFields } from '@yugong/domain/person';
import type { RosterRequest, RosterRow } from '@yugong/domain/roster/wire';
import type { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { useMe } from '../../api/me';
import { Table } from '../../parts/table';
import { useSaid } from '../../parts/use-said';
import { exactTime } from '../../parts/when';
import { wholeRoster } from './lines';
import { statusWords } from './words';
import styles from './roster.module.css';

interface Props {
  session: StaffSessionWire;
  /** What is searched for and chosen on the screen is what goes to paper. */
  asked: RosterRequest;
}

export function PrintRoster({ session, asked }: Props) {
  const me = useMe();
  const { failed } = useSaid();
  const [busy, setBusy] = useState(false);
  const [rows, setRows] = useState<RosterRow[] | null>(null);
  useEffect(() => {
    if (!rows) return;
    const over = (): void => setRows(null);
    window.addEventListener('afterprint', over, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', over);
  }, [rows]);
  const fetch = (): void => {
    setBusy(true);
    wholeRoster(session.id, asked)
      .then(setRows, failed)
      .finally(() => setBusy(false));
  };
  return (
    <>
      <Button loading={busy} onClick={fetch}>
        打印
      </Button>
      {rows && (
        <div className={styles.paper}>
          <Table
            caption={`${session.title}的名单，打印用`}
            rows={rows}
            rowKey={({ registrationId }) => registrationId}
            columns={[
              { title: personFields.name.label, cell: ({ name, place }) => `${place}. ${name}` },
              { title: personFields.phone.label, cell: ({ phone }) => phone },
              { title: '状态', cell: ({ status }) => statusWords[status].said },
              { title: '到了', cell: () => <span className={styles.box} /> },
            ]}
          />
          <p>
            共 {rows.length} 人，号码打了星号。{me.name}打印，{exactTime(new Date().toISOString())}。用完请销毁。
          </p>
        </div>
      )}
    </>
  );
}

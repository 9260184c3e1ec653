/** Prints the whole roster, masked, with a box to tick, and with who printed it and when. */
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { personFields } from '@yugong/domain/person';
import { saySignedUpBy } from '@yugong/domain/registration/family';
import { registrationStatusLabels } from '@yugong/domain/registration/words';
import type { RosterRequest, RosterRow } from '@yugong/domain/roster/wire';
import type { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { useMe } from '../../api/me';
import { DataTable } from '../../parts/table';
import { exactTime } from '../../parts/time';
import { useToast } from '../../parts/use-toast';
import { fetchWholeRoster } from './api';
import styles from './roster.module.css';

interface Props {
  session: StaffSessionWire;
  /** The search and filters on the screen apply to the print as well. */
  request: RosterRequest;
}

export function PrintRoster({ session, request }: Props) {
  const me = useMe();
  const { failed } = useToast();
  const [busy, setBusy] = useState(false);
  const [rows, setRows] = useState<RosterRow[] | null>(null);
  useEffect(() => {
    if (!rows) return;
    const closePrint = (): void => setRows(null);
    window.addEventListener('afterprint', closePrint, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', closePrint);
  }, [rows]);
  const fetch = (): void => {
    setBusy(true);
    fetchWholeRoster(session.id, request)
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
          <DataTable
            caption={`${session.title}的名单，打印用`}
            rows={rows}
            rowKey={({ registrationId }) => registrationId}
            columns={[
              {
                title: personFields.name.label,
                cell: ({ name, place, family }) =>
                  `${place}. ${name}${family ? `（${saySignedUpBy(family.relation)}）` : ''}`,
              },
              { title: personFields.phone.label, cell: ({ phone }) => phone },
              { title: '状态', cell: ({ status }) => registrationStatusLabels[status] },
              { title: '签到', cell: () => <span className={styles.box} /> },
            ]}
          />
          <p>
            共 {rows.length} 人，号码已隐藏部分数字。{me.name}打印，{exactTime(new Date().toISOString())}。用完请销毁。
          </p>
        </div>
      )}
    </>
  );
}

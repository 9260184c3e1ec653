/** Prints whole rosters, masked, each session on a page of its own, with a box to tick and with who printed it and when. */
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { personFields } from '@yugong/domain/person';
import { saySignedUpBy } from '@yugong/domain/registration/family';
import { registrationStatusLabels } from '@yugong/domain/registration/words';
import type { RosterRequest, RosterRow } from '@yugong/domain/roster/wire';
import type { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { useMe } from '../../api/me';
import { DataTable } from '../../parts/table';
import { exactTime, formatTimeRange } from '../../parts/time';
import { useToast } from '../../parts/use-toast';
import { fetchWholeRoster } from './api';
import styles from './roster.module.css';

interface Props {
  sessions: readonly StaffSessionWire[];
  /** The search and filters on the screen apply to the print as well. */
  request: RosterRequest;
  label: string;
}

interface Sheet {
  session: StaffSessionWire;
  rows: RosterRow[];
}

const RosterSheet = ({ session, rows, by }: Sheet & { by: string }) => (
  <section className={styles.sheet}>
    <h1>{session.title}</h1>
    <p>
      {formatTimeRange(session.startsAt, session.endsAt)}，{session.place}
    </p>
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
      共 {rows.length} 人，号码已隐藏部分数字。{by}。用完请销毁。
    </p>
  </section>
);

export function PrintRoster({ sessions, request, label }: Props) {
  const me = useMe();
  const { failed } = useToast();
  const [busy, setBusy] = useState(false);
  const [sheets, setSheets] = useState<readonly Sheet[] | null>(null);
  useEffect(() => {
    if (!sheets) return;
    const closePrint = (): void => setSheets(null);
    window.addEventListener('afterprint', closePrint, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', closePrint);
  }, [sheets]);
  const fetch = (): void => {
    setBusy(true);
    Promise.all(sessions.map(async (session) => ({ session, rows: await fetchWholeRoster(session.id, request) })))
      .then(setSheets, failed)
      .finally(() => setBusy(false));
  };
  const by = `${me.name}打印，${exactTime(new Date().toISOString())}`;
  return (
    <>
      <Button loading={busy} onClick={fetch}>
        {label}
      </Button>
      {sheets &&
        // Beside the page, which isn't on the paper while this is.
        createPortal(
          <div className="onPaper" data-paper="alone">
            {sheets.map((sheet) => (
              <RosterSheet key={sheet.session.id} {...sheet} by={by} />
            ))}
          </div>,
          document.body,
        )}
    </>
  );
}

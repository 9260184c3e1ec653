/**
 * Prints whole rosters, masked: as lists, each session on a page of its own, with a box to tick and with who printed it and
 * when; or as labels.
 */
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { personFields } from '@yugong/domain/person';
import { saySignedUpBy } from '@yugong/domain/registration/family';
import { registrationStatusLabels, sayReference } from '@yugong/domain/registration/words';
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
  /** `labels`: a sheet of stickers for who has a seat, see `LabelSheets`. */
  as?: 'list' | 'labels';
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

/** Three across and eight down, the commonest sheet of stickers (70 by 37 mm). */
const LABELS_PER_SHEET = 24;

/** Labels for forms and bags: who it is by initials, and the number by which the ticket is found. */
function LabelSheets({ rows }: { rows: readonly RosterRow[] }) {
  const sheets = Array.from({ length: Math.ceil(rows.length / LABELS_PER_SHEET) }, (_, sheet) =>
    rows.slice(sheet * LABELS_PER_SHEET, (sheet + 1) * LABELS_PER_SHEET),
  );
  return (
    <>
      {sheets.map((labels) => (
        <ul key={labels[0]?.registrationId} className={styles.labels}>
          {labels.map(({ registrationId, place, name }) => (
            <li key={registrationId} className={styles.label}>
              <p className={styles.who}>
                {place}. {name}
              </p>
              <p className={styles.number}>{sayReference(registrationId)}</p>
            </li>
          ))}
        </ul>
      ))}
    </>
  );
}

/** Whom a label is printed for, unless the screen shows one status alone. */
const withSeat: RosterRow['status'][] = ['booked', 'checked-in', 'fulfilled'];

export function PrintRoster({ sessions, request, label, as = 'list' }: Props) {
  const me = useMe();
  const { done, failed } = useToast();
  const [busy, setBusy] = useState(false);
  const [sheets, setSheets] = useState<readonly Sheet[] | null>(null);
  useEffect(() => {
    if (!sheets) return;
    const closePrint = (): void => setSheets(null);
    window.addEventListener('afterprint', closePrint, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', closePrint);
  }, [sheets]);
  const wanted: RosterRequest = as === 'labels' ? { statuses: withSeat, ...request } : request;
  const fetch = (): void => {
    setBusy(true);
    Promise.all(sessions.map(async (session) => ({ session, rows: await fetchWholeRoster(session.id, wanted) })))
      .then((fetched) => {
        if (as === 'labels' && fetched.every(({ rows }) => rows.length === 0)) done('没有要打印标签的人');
        else setSheets(fetched);
      }, failed)
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
            {sheets.map((sheet) =>
              as === 'labels' ? (
                <LabelSheets key={sheet.session.id} rows={sheet.rows} />
              ) : (
                <RosterSheet key={sheet.session.id} {...sheet} by={by} />
              ),
            )}
          </div>,
          document.body,
        )}
    </>
  );
}

/** A page of people. What was revealed is shown until the page is left, and is kept nowhere. */
import { useState } from 'react';
import { personFieldNames, personFields } from '@yugong/domain/person';
import { RevealWire, type RosterRow } from '@yugong/domain/roster/wire';
import type { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { useWrite } from '../../api/use-write';
import { Mark } from '../../parts/mark';
import { ReasonDialog, type Why } from '../../parts/reason-dialog';
import { Table } from '../../parts/table';
import { useSaid } from '../../parts/use-said';
import { When } from '../../parts/when';
import { lines } from './lines';
import { RowActions } from './row-actions';
import { signUpSourceLabels } from '@yugong/domain/roster/words';
import { statusWords } from './words';
import styles from './roster.module.css';

type Person = RevealWire['people'][number];

const sayName = (row: RosterRow, full: Person | undefined): string => {
  if (row.person === 'erased') return '本人删除了信息';
  return row.person === 'unreadable' ? '信息读不出来' : (full?.name ?? row.name);
};

export function RosterTable({ session, rows }: { session: StaffSessionWire; rows: readonly RosterRow[] }) {
  const [asking, setAsking] = useState<RosterRow | null>(null);
  const [shown, setShown] = useState<ReadonlyMap<string, Person>>(new Map());
  const { failed } = useSaid();
  const reveal = useWrite(RevealWire, {
    done: ({ people }) => {
      setShown(new Map([...shown, ...people.map((one) => [one.registrationId, one] as const)]));
      setAsking(null);
    },
  });
  const see = (why: Why): void => {
    if (asking)
      reveal.mutate({ line: lines.reveal, body: { ids: [asking.registrationId], ...why } }, { onError: failed });
  };
  // A field that the programme doesn't ask for is null in every row.
  const askedFields = personFieldNames.filter((name) => name !== 'name' && rows.some((row) => row[name] !== null));
  return (
    <>
      <Table
        caption={`${session.title}的名单`}
        rows={rows}
        rowKey={({ registrationId }) => registrationId}
        columns={[
          { title: personFields.name.label, cell: (row) => sayName(row, shown.get(row.registrationId)) },
          ...askedFields.map((name) => ({
            title: personFields[name].label,
            cell: (row: RosterRow) => (
              <span className={styles.full}>{shown.get(row.registrationId)?.[name] ?? row[name]}</span>
            ),
          })),
          {
            title: '状态',
            cell: ({ status }) => <Mark tone={statusWords[status].tone}>{statusWords[status].said}</Mark>,
          },
          {
            title: '报名',
            cell: ({ createdAt, source }) => (
              <>
                <When at={createdAt} /> <span className="quiet">{signUpSourceLabels[source]}</span>
              </>
            ),
          },
          {
            title: '操作',
            actions: true,
            cell: (row) => (
              <RowActions
                session={session}
                row={row}
                see={row.person === 'there' && !shown.has(row.registrationId) ? () => setAsking(row) : null}
              />
            ),
          },
        ]}
      />
      <ReasonDialog
        title={asking ? `看${asking.name}的完整信息` : ''}
        open={asking !== null}
        yes="看全"
        busy={reveal.isPending}
        onYes={see}
        onNo={() => setAsking(null)}
      />
    </>
  );
}

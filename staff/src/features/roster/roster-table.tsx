/** One page of the roster. Revealed data is shown until the page is left and is stored nowhere. */
import { Space } from 'antd';
import { useState } from 'react';
import { personFieldNames, personFields } from '@yugong/domain/person';
import { sayFamilyContact } from '@yugong/domain/registration/family';
import { cancelCauseLabels, registrationStatusLabels } from '@yugong/domain/registration/words';
import { RevealWire, type RosterRow } from '@yugong/domain/roster/wire';
import { rosterFlagLabels, signUpSourceLabels } from '@yugong/domain/roster/words';
import type { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { useWrite } from '../../api/use-write';
import { ReasonDialog, type AccessReasonValues } from '../../parts/reason-dialog';
import { StatusTag, type StatusTone } from '../../parts/status-tag';
import { DataTable } from '../../parts/table';
import { formatTime, TimeText } from '../../parts/time';
import { useToast } from '../../parts/use-toast';
import { rosterEndpoints } from './api';
import { RowActions } from './row-actions';
import styles from './roster.module.css';

/** Tones for a registration's status. The words are the domain's. */
const registrationStatusTones: Record<RosterRow['status'], StatusTone> = {
  booked: 'good',
  waitlist: 'warn',
  'checked-in': 'good',
  fulfilled: 'good',
  noshow: 'bad',
  cancelled: 'quiet',
};

/** How somebody stands: of an offer until when, of whom the union moved out that, of what ended why. */
function standingLabel({ status, offerUntil, offerBegun, displaced, cancelCause, awaitsProof }: RosterRow): string {
  if (status === 'cancelled' && cancelCause !== null) return cancelCauseLabels[cancelCause];
  if (status !== 'waitlist') return registrationStatusLabels[status];
  if (awaitsProof && offerUntil !== null) return `等本人验证手机号，至 ${formatTime(offerUntil)}`;
  if (offerUntil !== null) return offerBegun ? `等本人确认，至 ${formatTime(offerUntil)}` : '有名额，等消息送达';
  return displaced ? '被移出，候补最前' : registrationStatusLabels[status];
}

type Person = RevealWire['people'][number];

const nameLabel = (row: RosterRow, full: Person | undefined): string => {
  if (row.person === 'erased') return '本人已删除信息';
  return row.person === 'unreadable' ? '信息无法读取' : (full?.name ?? row.name);
};

export function RosterTable({ session, rows }: { session: StaffSessionWire; rows: readonly RosterRow[] }) {
  const [asking, setAsking] = useState<RosterRow | null>(null);
  const [shown, setShown] = useState<ReadonlyMap<string, Person>>(new Map());
  const { failed } = useToast();
  const reveal = useWrite(RevealWire, {
    done: ({ people }) => {
      setShown(new Map([...shown, ...people.map((one) => [one.registrationId, one] as const)]));
      setAsking(null);
    },
  });
  const see = (why: AccessReasonValues): void => {
    if (asking)
      reveal.mutate(
        { endpoint: rosterEndpoints.reveal, body: { ids: [asking.registrationId], ...why } },
        { onError: failed },
      );
  };
  // A field that the programme doesn't ask for is null in every row.
  const askedFields = personFieldNames.filter((name) => name !== 'name' && rows.some((row) => row[name] !== null));
  return (
    <>
      <DataTable
        caption={`${session.title}的名单`}
        rows={rows}
        rowKey={({ registrationId }) => registrationId}
        columns={[
          {
            title: personFields.name.label,
            cell: (row) => (
              <>
                {nameLabel(row, shown.get(row.registrationId))}
                {row.family !== null && <div className="quiet">{sayFamilyContact(row.family)}</div>}
              </>
            ),
          },
          ...askedFields.map((name) => ({
            title: personFields[name].label,
            cell: (row: RosterRow) => (
              <span className={styles.full}>{shown.get(row.registrationId)?.[name] ?? row[name]}</span>
            ),
          })),
          {
            title: '状态',
            cell: (row) => (
              <Space wrap>
                <StatusTag tone={registrationStatusTones[row.status]}>{standingLabel(row)}</StatusTag>
                {row.flags.map((flag) => (
                  <StatusTag key={flag} tone="warn">
                    {rosterFlagLabels[flag]}
                  </StatusTag>
                ))}
              </Space>
            ),
          },
          {
            title: '报名',
            cell: ({ createdAt, source }) => (
              <>
                <TimeText at={createdAt} /> <span className="quiet">{signUpSourceLabels[source]}</span>
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
        title={asking ? `查看${asking.name}的完整信息` : ''}
        open={asking !== null}
        yes="查看完整信息"
        busy={reveal.isPending}
        onYes={see}
        onNo={() => setAsking(null)}
      />
    </>
  );
}

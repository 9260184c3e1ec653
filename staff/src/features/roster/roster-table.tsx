/** One page of the roster. Revealed data is shown until the page is left and is stored nowhere. */
import { Button, Checkbox, Space } from 'antd';
import { useState } from 'react';
import { registrationStatuses } from '@yugong/domain/registration';
import { personFieldNames, personFields, type PersonFieldName } from '@yugong/domain/person';
import { sayFamilyContact } from '@yugong/domain/registration/family';
import { cancelCauseLabels, registrationStatusLabels } from '@yugong/domain/registration/words';
import type { RosterRow } from '@yugong/domain/roster/wire';
import { rosterFlagLabels, signUpSourceLabels } from '@yugong/domain/roster/words';
import type { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { StatusTag, type StatusTone } from '../../parts/status-tag';
import { DataTable } from '../../parts/table';
import { formatTime, TimeText } from '../../parts/time';
import { CancelDialog } from './cancel-dialog';
import { MessageDialog } from './message-dialog';
import { MoveDialog } from './move-dialog';
import { RevealDialog, revealedContact, revealedField, type Revealed } from './reveal-dialog';
import { RowActions } from './row-actions';
import styles from './roster.module.css';

/** Tones for a registration's status. The words are the domain's. */
export const registrationStatusTones: Record<RosterRow['status'], StatusTone> = {
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

const nameLabel = (row: RosterRow, full: string | null | undefined): string => {
  if (row.person === 'erased') return '本人已删除信息';
  return row.person === 'unreadable' ? '信息无法读取' : (full ?? row.name);
};

interface Props {
  session: StaffSessionWire;
  rows: readonly RosterRow[];
  /** The session has more people, on other pages. */
  isPart?: boolean;
}

/** What the answers of people are sorted by: what is shown of them, never what is hidden. */
const shownValue = (text: string | null): string | null => (text === '' ? null : text);

export function RosterTable({ session, rows, isPart = false }: Props) {
  const [asking, setAsking] = useState<readonly RosterRow[]>([]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState<readonly Revealed[]>([]);
  // Whom a step is about stays as it was chosen, while the roster behind it changes.
  const [step, setStep] = useState<{ kind: 'message' | 'move' | 'cancel'; rows: readonly RosterRow[] } | null>(null);
  // A field that the programme doesn't ask for is null in every row.
  const askedFields = personFieldNames.filter((name) => name !== 'name' && rows.some((row) => row[name] !== null));
  const asked: PersonFieldName[] = ['name', ...askedFields];
  const readable = rows.filter(({ person }) => person === 'there');
  const chosen = readable.filter(({ registrationId }) => selected.has(registrationId));
  const movable = chosen.filter(({ status }) => status === 'booked' || status === 'waitlist');
  // Who was ticked stays so: whoever is written to may have to be moved as well.
  const closeStep = (): void => setStep(null);
  const select = (ids: readonly string[], isSelected: boolean): void => {
    const next = new Set(selected);
    for (const id of ids) {
      if (isSelected) next.add(id);
      else next.delete(id);
    }
    setSelected(next);
  };
  const isShown = ({ registrationId }: RosterRow): boolean =>
    asked.every((name) => revealedField(shown, registrationId, name) !== undefined);
  return (
    <>
      {readable.length > 0 && (
        <Space wrap className={styles.selection ?? ''}>
          <Checkbox
            checked={chosen.length === readable.length}
            indeterminate={chosen.length > 0 && chosen.length < readable.length}
            onChange={({ target }) =>
              select(
                readable.map(({ registrationId }) => registrationId),
                target.checked,
              )
            }
          >
            全选本页
          </Checkbox>
          {chosen.length > 0 && (
            <>
              <span className="quiet">已选 {chosen.length} 人</span>
              <Button onClick={() => setAsking(chosen)}>查看所选的信息</Button>
              <Button onClick={() => setStep({ kind: 'message', rows: chosen })}>发消息（{chosen.length} 人）</Button>
              {session.state !== 'cancelled' && movable.length > 0 && (
                <>
                  <Button onClick={() => setStep({ kind: 'move', rows: movable })}>
                    改到其他场次（{movable.length} 人）
                  </Button>
                  <Button danger onClick={() => setStep({ kind: 'cancel', rows: movable })}>
                    代为取消（{movable.length} 人）
                  </Button>
                </>
              )}
            </>
          )}
        </Space>
      )}
      <DataTable
        caption={`${session.title}的名单`}
        rows={rows}
        rowKey={({ registrationId }) => registrationId}
        name="roster"
        isPart={isPart}
        columns={[
          {
            title: personFields.name.label,
            sort: ({ name }) => shownValue(name),
            cell: (row) => (
              <>
                <Space>
                  {readable.length > 0 && (
                    <Checkbox
                      aria-label={`选择${row.name} ${row.phone}`}
                      disabled={row.person !== 'there'}
                      checked={selected.has(row.registrationId)}
                      onChange={({ target }) => select([row.registrationId], target.checked)}
                    />
                  )}
                  <span className={styles.name}>
                    {nameLabel(row, revealedField(shown, row.registrationId, 'name'))}
                  </span>
                </Space>
                {row.family !== null && (
                  <div className="quiet">
                    {sayFamilyContact({
                      ...row.family,
                      phone: revealedContact(shown, row.registrationId) ?? row.family.phone,
                    })}
                  </div>
                )}
              </>
            ),
          },
          ...askedFields.map((name) => ({
            title: personFields[name].label,
            // On a phone one calls them: the other answers are behind 办理.
            deskOnly: name !== 'phone',
            sort: (row: RosterRow) => shownValue(row[name]),
            cell: (row: RosterRow) => (
              <span className={styles.full}>{revealedField(shown, row.registrationId, name) ?? row[name]}</span>
            ),
          })),
          {
            title: '状态',
            sort: ({ status }) => registrationStatuses.indexOf(status),
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
            deskOnly: true,
            sort: ({ place }) => place,
            cell: ({ createdAt, source }) => (
              <>
                <TimeText at={createdAt} /> <span className="quiet">{signUpSourceLabels[source]}</span>
              </>
            ),
          },
          {
            title: '操作',
            actions: 'one',
            cell: (row) => (
              <RowActions
                session={session}
                row={row}
                see={row.person === 'there' && !isShown(row) ? () => setAsking([row]) : null}
              />
            ),
          },
        ]}
      />
      {step?.kind === 'move' && <MoveDialog rows={step.rows} session={session} close={closeStep} />}
      {step?.kind === 'cancel' && <CancelDialog sessionId={session.id} rows={step.rows} close={closeStep} />}
      {step?.kind === 'message' && <MessageDialog sessionId={session.id} rows={step.rows} close={closeStep} />}
      {asking.length > 0 && (
        <RevealDialog
          rows={asking}
          asked={asked}
          close={() => setAsking([])}
          revealed={(answer) => {
            setShown([...shown, answer]);
            setSelected(new Set());
          }}
        />
      )}
    </>
  );
}

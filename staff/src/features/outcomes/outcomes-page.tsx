import { useParams } from 'react-router-dom';
import { Button, Checkbox, Space } from 'antd';
import { attendances, type OutcomeRosterRow, type OutcomeEdit } from '@yugong/domain/screening-outcome/wire';
import { outcomeEditLabels } from '@yugong/domain/screening-outcome/words';
import { ConsolePage } from '../../parts/page';
import { Pagination } from '../../parts/pager';
import { SelectField } from '../../parts/select-field';
import { QueryResult, EmptyState } from '../../parts/states';
import { DataTable } from '../../parts/table';
import { formatTime } from '../../parts/time';
import { useStaffSession } from '../sessions';
import { useOutcomes } from './api';
import { useOutcomeTable } from './use-outcome-table';

/** How many haven't been notified; empty while the list is loading or where nobody came. */
function pendingLabel(rows: readonly OutcomeRosterRow[] = []): string {
  if (rows.length === 0) return '';
  const pending = rows.filter(({ outcome }) => outcome.notifiedAt === null).length;
  return pending > 0 ? `还有 ${pending} 人待通知。` : '已全部通知。';
}

export default function OutcomesPage() {
  const { id = '' } = useParams();
  const outcomes = useOutcomes(id);
  const session = useStaffSession(id);
  return (
    <ConsolePage
      title={session.data?.title ?? '结果通知'}
      lead={
        session.data &&
        `${formatTime(session.data.startsAt)}，${session.data.place}。${pendingLabel(outcomes.data?.rows)}只记录是否通知，不记录检查结果。`
      }
      back={{ to: '/outcomes', label: '结果通知' }}
    >
      <QueryResult of={outcomes}>
        {({ rows }) =>
          rows.length === 0 ? <EmptyState title="这一场还没有人签到" /> : <OutcomeTable sessionId={id} rows={rows} />
        }
      </QueryResult>
    </ConsolePage>
  );
}

const attendanceOptions = [
  { value: 'full', label: '全部完成' },
  { value: 'partly', label: '部分完成' },
];

interface Props {
  sessionId: string;
  rows: readonly OutcomeRosterRow[];
}

/** The outcomes of those who came, set for one person or for many at once. */
function OutcomeTable({ sessionId, rows }: Props) {
  const { shown, pages, chosen, flip, pending, choosePending, set, busy } = useOutcomeTable(sessionId, rows);
  const one = (id: string, edit: OutcomeEdit): void => void set([id], edit);
  const tick = (field: 'notified' | 'recalled' | 'helpOffered', on: (row: OutcomeRosterRow) => boolean) => ({
    title: outcomeEditLabels[field],
    cell: (row: OutcomeRosterRow) => (
      <Checkbox
        aria-label={`${row.name} ${row.phone}，${outcomeEditLabels[field]}`}
        checked={on(row)}
        onChange={(event) => one(row.registrationId, { [field]: event.target.checked })}
      />
    ),
  });
  return (
    <>
      <Space wrap>
        <Button onClick={choosePending} disabled={pending.length === 0}>
          选中待通知的 {pending.length} 人
        </Button>
        <Button
          type="primary"
          disabled={chosen.size === 0}
          loading={busy}
          onClick={() => void set([...chosen], { notified: true })}
        >
          将选中的 {chosen.size} 人记为已通知
        </Button>
      </Space>
      <DataTable
        caption="这一场已签到的人"
        rows={shown}
        rowKey={({ registrationId }) => registrationId}
        columns={[
          {
            title: '姓名',
            cell: ({ registrationId, name, phone }) => (
              <Checkbox checked={chosen.has(registrationId)} onChange={() => flip(registrationId)}>
                {name} <span className="quiet figures">{phone}</span>
              </Checkbox>
            ),
          },
          {
            title: '检查',
            cell: ({ registrationId, name, phone, outcome }) => (
              <SelectField
                aria-label={`${name} ${phone}，${outcomeEditLabels.attendance}`}
                placeholder="未记录"
                options={attendanceOptions}
                value={outcome.attendance ?? ''}
                onChange={(value) =>
                  one(registrationId, { attendance: attendances.find((known) => known === value) ?? null })
                }
              />
            ),
          },
          tick('notified', ({ outcome }) => outcome.notifiedAt !== null),
          tick('recalled', ({ outcome }) => outcome.recalledAt !== null),
          tick('helpOffered', ({ outcome }) => outcome.helpOfferedAt !== null),
        ]}
      />
      <Pagination {...pages} />
    </>
  );
}

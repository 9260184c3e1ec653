/** What became of each, set for one or for many at once. */
import { Button, Checkbox, Space } from 'antd';
import type { OutcomeEdit, OutcomeRow } from '@yugong/domain/screening-outcome/wire';
import { Choice } from '../../parts/choice';
import { Pager } from '../../parts/pager';
import { Table } from '../../parts/table';
import { useOutcomeTable } from './use-outcomes';

const attendance = [
  { value: 'full', label: '全做了' },
  { value: 'partly', label: '做了一部分' },
];

interface Props {
  sessionId: string;
  rows: readonly OutcomeRow[];
}

export function OutcomeTable({ sessionId, rows }: Props) {
  const { shown, pages, chosen, flip, untold, chooseUntold, set, busy } = useOutcomeTable(sessionId, rows);
  const one = (id: string, edit: OutcomeEdit): void => void set([id], edit);
  const tick = (field: 'notified' | 'recalled' | 'helpOffered', on: (row: OutcomeRow) => boolean, label: string) => ({
    title: label,
    cell: (row: OutcomeRow) => (
      <Checkbox
        aria-label={`${row.name} ${row.phone}，${label}`}
        checked={on(row)}
        onChange={(event) => one(row.registrationId, { [field]: event.target.checked })}
      />
    ),
  });
  return (
    <>
      <Space wrap>
        <Button onClick={chooseUntold} disabled={untold.length === 0}>
          选上还没通知的 {untold.length} 个
        </Button>
        <Button
          type="primary"
          disabled={chosen.size === 0}
          loading={busy}
          onClick={() => void set([...chosen], { notified: true })}
        >
          选中的 {chosen.size} 个记作已通知
        </Button>
      </Space>
      <Table
        caption="这一场来过的人"
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
              <Choice
                aria-label={`${name} ${phone}，检查做了多少`}
                placeholder="没记"
                options={attendance}
                value={outcome.attendance ?? ''}
                onChange={(value) => one(registrationId, { attendance: (value || null) as OutcomeEdit['attendance'] })}
              />
            ),
          },
          tick('notified', ({ outcome }) => outcome.notifiedAt !== null, '已通知结果'),
          tick('recalled', ({ outcome }) => outcome.recalledAt !== null, '请她再来'),
          tick('helpOffered', ({ outcome }) => outcome.helpOfferedAt !== null, '告诉了怎么求助'),
        ]}
      />
      <Pager {...pages} />
    </>
  );
}

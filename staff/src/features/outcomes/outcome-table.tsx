/** What became of each, set for one or for many at once. */
import { Button, Checkbox, Space } from 'antd';
import { useState } from 'react';
import { OutcomesSetWire, type OutcomeEdit, type OutcomeRow } from '@/domain/staff';
import { useWrite } from '../../api/use-write';
import { Choice } from '../../parts/choice';
import { Table } from '../../parts/table';
import { useSaid } from '../../parts/use-said';
import { setLine } from './lines';

const attendance = [
  { value: 'full', label: '全做了' },
  { value: 'partly', label: '做了一部分' },
];

interface Props {
  sessionId: string;
  rows: readonly OutcomeRow[];
}

export function OutcomeTable({ sessionId, rows }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { done, failed } = useSaid();
  const write = useWrite(OutcomesSetWire, {
    stale: ['outcomes'],
    done: ({ changed }) => done(`记下了 ${changed} 个人`),
  });
  const set = (ids: readonly string[], edit: OutcomeEdit): void =>
    write.mutate({ line: setLine(sessionId), body: { ids, set: edit } }, { onError: failed });
  const flip = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const open = rows.filter(({ outcome }) => outcome.notifiedAt === null).map(({ registrationId }) => registrationId);
  const tick = (field: 'notified' | 'recalled' | 'helpOffered', on: (row: OutcomeRow) => boolean, label: string) => ({
    title: label,
    cell: (row: OutcomeRow) => (
      <Checkbox
        aria-label={`${row.name}，${label}`}
        checked={on(row)}
        onChange={(event) => set([row.registrationId], { [field]: event.target.checked })}
      />
    ),
  });
  return (
    <>
      <Space wrap>
        <Button onClick={() => setChosen(new Set(open))} disabled={open.length === 0}>
          选上还没通知的 {open.length} 个
        </Button>
        <Button
          type="primary"
          disabled={chosen.size === 0}
          loading={write.isPending}
          onClick={() => {
            set([...chosen].slice(0, 200), { notified: true });
            setChosen(new Set());
          }}
        >
          选中的 {chosen.size} 个记作已通知
        </Button>
      </Space>
      <Table
        caption="这一场来过的人"
        rows={rows}
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
            cell: ({ registrationId, name, outcome }) => (
              <Choice
                aria-label={`${name}，检查做了多少`}
                placeholder="没记"
                options={attendance}
                value={outcome.attendance ?? ''}
                onChange={(value) =>
                  set([registrationId], { attendance: (value || null) as OutcomeEdit['attendance'] })
                }
              />
            ),
          },
          tick('notified', ({ outcome }) => outcome.notifiedAt !== null, '已通知结果'),
          tick('recalled', ({ outcome }) => outcome.recalledAt !== null, '请她再来'),
          tick('helpOffered', ({ outcome }) => outcome.helpOfferedAt !== null, '告诉了怎么求助'),
        ]}
      />
    </>
  );
}

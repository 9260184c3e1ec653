import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { callResults } from '@yugong/domain/notice/staff-wire';
import { callResultLabels } from '@yugong/domain/notice/words';
import { RevealWire } from '@yugong/domain/roster/wire';
import {
  OutcomesSetWire,
  recallOutcomes,
  type OutcomeEdit,
  type RecallsWire,
} from '@yugong/domain/screening-outcome/wire';
import { outcomeEditLabels, recallOutcomeLabels } from '@yugong/domain/screening-outcome/words';
import { useWrite } from '../../api/use-write';
import { ConsolePage } from '../../parts/page';
import { SelectField } from '../../parts/select-field';
import { QueryResult, EmptyState } from '../../parts/states';
import { DataTable } from '../../parts/table';
import { TimeText } from '../../parts/time';
import { useToast } from '../../parts/use-toast';
import { revealEndpoint, setOutcomesEndpoint, useRecalls } from './api';

type RecallRow = RecallsWire['rows'][number];

const outcomeOptions = recallOutcomes.map((value) => ({ value, label: recallOutcomeLabels[value] }));

/** Whoever was asked to come again, until it is known how that ended. */
export default function RecallsPage() {
  const recalls = useRecalls();
  const count = recalls.data?.rows.length;
  return (
    <ConsolePage
      title="待复查"
      lead={
        count === undefined || count === 0
          ? '已通知复查、还不知道来没来的人会列在这里。'
          : `${count} 人已通知复查，还不知道来没来。这里不记录检查结果。`
      }
      back={{ to: '/outcomes', label: '结果通知' }}
    >
      <QueryResult of={recalls}>
        {({ rows }) => (rows.length === 0 ? <EmptyState title="没有待复查的人" /> : <RecallTable rows={rows} />)}
      </QueryResult>
    </ConsolePage>
  );
}

/** How often she was called about it, and how the last call ended. */
function contactsLabel({ outcome }: RecallRow): React.ReactNode {
  const last = outcome.recall.contacts.at(-1);
  if (!last) return <span className="quiet">还没再联系过</span>;
  return (
    <>
      第 {outcome.recall.contacts.length} 次：{callResultLabels[last.result]}，<TimeText at={last.at} ago />
    </>
  );
}

function RecallTable({ rows }: { rows: readonly RecallRow[] }) {
  const [numbers, setNumbers] = useState<ReadonlyMap<string, string>>(new Map());
  const { done, failed } = useToast();
  const write = useWrite(OutcomesSetWire, { stale: ['outcomes'], done: () => done('已记录') });
  const reveal = useWrite(RevealWire, {
    done: ({ people }) =>
      setNumbers(new Map([...numbers, ...people.map((one) => [one.registrationId, one.phone ?? ''] as const)])),
  });
  const set = ({ registrationId, sessionId }: RecallRow, edit: OutcomeEdit): void =>
    write.mutate(
      { endpoint: setOutcomesEndpoint(sessionId), body: { ids: [registrationId], set: edit } },
      { onError: failed },
    );
  const show = ({ registrationId }: RecallRow): void =>
    reveal.mutate(
      { endpoint: revealEndpoint, body: { ids: [registrationId], fields: ['phone'], reason: 'call' } },
      { onError: failed },
    );
  const whose = ({ name, phone }: RecallRow): string => `${name} ${phone}`;
  return (
    <DataTable
      caption="待复查的人"
      rows={rows}
      rowKey={({ registrationId }) => registrationId}
      name="recalls"
      columns={[
        {
          title: '姓名',
          sort: ({ name }) => name,
          cell: (row) => (
            <>
              {row.name}{' '}
              {numbers.has(row.registrationId) ? (
                <a className="figures" href={`tel:${numbers.get(row.registrationId)}`}>
                  {numbers.get(row.registrationId)}
                </a>
              ) : (
                <span className="quiet figures">{row.phone}</span>
              )}
            </>
          ),
        },
        {
          title: '检查场次',
          sort: ({ startsAt }) => startsAt,
          cell: ({ sessionId, sessionTitle, startsAt }) => (
            <>
              <Link to={`/outcomes/${sessionId}`}>{sessionTitle}</Link> <TimeText at={startsAt} />
            </>
          ),
        },
        {
          title: '请她最晚哪天来',
          sort: ({ outcome }) => outcome.recall.by,
          cell: (row) => (
            <Input
              type="date"
              aria-label={`${whose(row)}，${outcomeEditLabels.recallBy}`}
              defaultValue={row.outcome.recall.by ?? ''}
              onBlur={({ target }) => {
                const by = target.value || null;
                if (by !== row.outcome.recall.by) set(row, { recallBy: by });
              }}
            />
          ),
        },
        { title: outcomeEditLabels.recallContact, cell: contactsLabel },
        {
          title: '操作',
          actions: true,
          cell: (row) => (
            <Space wrap>
              {!numbers.has(row.registrationId) && (
                <Button data-main="" aria-label={`显示号码：${whose(row)}`} onClick={() => show(row)}>
                  显示号码
                </Button>
              )}
              {callResults.map((result) => (
                <Button
                  key={result}
                  disabled={write.isPending}
                  aria-label={`${whose(row)}：${callResultLabels[result]}`}
                  onClick={() => set(row, { recallContact: result })}
                >
                  {callResultLabels[result]}
                </Button>
              ))}
              <SelectField
                aria-label={`${whose(row)}，${outcomeEditLabels.recallOutcome}`}
                placeholder="还不知道"
                options={outcomeOptions}
                value=""
                onChange={(value) =>
                  set(row, { recallOutcome: recallOutcomes.find((known) => known === value) ?? null })
                }
              />
            </Space>
          ),
        },
      ]}
    />
  );
}

import { useSearchParams, Link } from 'react-router-dom';
import { queueStates, type QueueRow } from '@yugong/domain/legal-aid/staff-wire';
import { queueStateLabels, legalAidTopicLabels, sayDaysLeft, sayLetter } from '@yugong/domain/legal-aid/words';
import { districtLabel, useDirectory } from '../../api/directory';
import { LinkButton } from '../../parts/link-button';
import { ConsolePage } from '../../parts/page';
import { SelectField } from '../../parts/select-field';
import { QueryResult, EmptyState } from '../../parts/states';
import { StatusTag } from '../../parts/status-tag';
import { DataTable } from '../../parts/table';
import { TimeText } from '../../parts/time';
import { useQueue } from './api';
import { queueStateTones } from './labels';
import styles from '../../parts/queue.module.css';

/** The most urgent request first, until it is sorted otherwise. */
function QueueList({ requests }: { requests: readonly QueueRow[] }) {
  const directory = useDirectory();
  return (
    <DataTable
      caption="法律援助请求"
      rows={requests}
      rowKey={({ id }) => id}
      name="legal-aid"
      columns={[
        {
          title: '事项',
          sort: ({ topic }) => legalAidTopicLabels[topic],
          cell: ({ id, topic, letter }) => (
            <>
              <Link className={styles.topic} to={`/legal-aid/${id}`}>
                {legalAidTopicLabels[topic]}
              </Link>
              {letter && <div className="quiet">{sayLetter(letter)}</div>}
            </>
          ),
        },
        {
          title: '剩余时间',
          sort: ({ daysLeft }) => daysLeft,
          cell: ({ urgent, daysLeft }) => (
            <span className={urgent ? styles.urgent : 'figures'}>
              {urgent && <span className="spoken">紧急，</span>}
              {sayDaysLeft(daysLeft)}
            </span>
          ),
        },
        {
          title: '区县',
          sort: ({ adcode }) => districtLabel(directory.data, adcode),
          cell: ({ adcode }) => districtLabel(directory.data, adcode),
        },
        {
          title: '提交',
          sort: ({ createdAt }) => createdAt,
          cell: ({ createdAt, waiting }) => (
            <>
              <TimeText at={createdAt} ago />
              {waiting ? '，等待答复' : ''}
            </>
          ),
        },
        {
          title: '状态',
          sort: ({ state }) => queueStates.indexOf(state),
          cell: ({ state, assignee }) => (
            <StatusTag tone={queueStateTones[state]}>
              {assignee ? `${queueStateLabels[state]}：${assignee.name}` : queueStateLabels[state]}
            </StatusTag>
          ),
        },
      ]}
    />
  );
}

const states = Object.entries(queueStateLabels).map(([value, label]) => ({ value, label }));
const assigneeOptions = [{ value: '1', label: '我办理的' }];

export default function QueuePage() {
  const [params, setParams] = useSearchParams();
  const state = queueStates.find((one) => one === params.get('state')) ?? '';
  const mine = params.get('mine') === '1';
  const queue = useQueue({ ...(state ? { state } : {}), ...(mine ? { mine: '1' } : {}) });
  const set = (name: string, value: string): void => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true });
  };
  const counts = queue.data?.counts;
  return (
    <ConsolePage
      title="法律援助"
      lead={
        counts &&
        (counts.urgent > 0
          ? `${counts.urgent} 件七天内到期，${counts.new} 件待接。`
          : `没有临近到期的请求。${counts.new} 件待接，${counts.assigned} 件处理中。`)
      }
      actions={<LinkButton to="/legal-aid/templates">常用答复</LinkButton>}
    >
      <div className={styles.filters} role="search" aria-label="筛选请求">
        <SelectField
          aria-label="办理人"
          placeholder="全部"
          options={assigneeOptions}
          value={mine ? '1' : ''}
          onChange={(value) => set('mine', value)}
        />
        <SelectField
          aria-label="状态"
          placeholder="所有状态"
          options={states}
          value={state}
          onChange={(value) => set('state', value)}
        />
      </div>
      <QueryResult of={queue}>
        {({ requests }) =>
          requests.length === 0 ? <EmptyState title="没有符合条件的请求" /> : <QueueList requests={requests} />
        }
      </QueryResult>
    </ConsolePage>
  );
}

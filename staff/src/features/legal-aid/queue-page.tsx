import { useSearchParams, Link } from 'react-router-dom';
import { queueStates, type QueueRow } from '@yugong/domain/legal-aid/staff-wire';
import { queueStateLabels, legalAidTopicLabels, sayDaysLeft, sayLetter } from '@yugong/domain/legal-aid/words';
import { districtLabel, useDirectory } from '../../api/directory';
import { LinkButton } from '../../parts/link-button';
import { ConsolePage } from '../../parts/page';
import { SelectField } from '../../parts/select-field';
import { QueryResult, EmptyState } from '../../parts/states';
import { StatusTag } from '../../parts/status-tag';
import { TimeText } from '../../parts/time';
import { useQueue } from './api';
import { queueStateTones } from './labels';
import styles from '../../parts/queue.module.css';

/** The most urgent request first, with the days left before everything else. */
function QueueList({ requests }: { requests: readonly QueueRow[] }) {
  const directory = useDirectory();
  return (
    <ol className={styles.queue}>
      {requests.map((one) => (
        <li key={one.id} className={`${styles.row} ${one.urgent ? styles.urgent : ''}`}>
          <p className={styles.days}>
            {one.urgent && <span className="spoken">紧急，</span>}
            {sayDaysLeft(one.daysLeft)}
          </p>
          <div className={styles.what}>
            <Link className={styles.topic} to={`/legal-aid/${one.id}`}>
              {legalAidTopicLabels[one.topic]}
            </Link>
            <p className="quiet">
              {districtLabel(directory.data, one.adcode)}，<TimeText at={one.createdAt} ago />
              提交{one.waiting ? '，等待答复' : ''}
            </p>
            {one.letter && <p className="quiet">{sayLetter(one.letter)}</p>}
          </div>
          <StatusTag tone={queueStateTones[one.state]}>
            {one.assignee ? `${queueStateLabels[one.state]}：${one.assignee.name}` : queueStateLabels[one.state]}
          </StatusTag>
        </li>
      ))}
    </ol>
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

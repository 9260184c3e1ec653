import { useSearchParams } from 'react-router-dom';
import { queueStates } from '@yugong/domain/legal-aid/staff-wire';
import { queueStateLabels } from '@yugong/domain/legal-aid/words';
import { LinkButton } from '../../parts/link-button';
import { ConsolePage } from '../../parts/page';
import { SelectField } from '../../parts/select-field';
import { QueryResult, EmptyState } from '../../parts/states';
import { useQueue } from './api';
import { QueueList } from './queue-list';
import styles from '../../parts/queue.module.css';

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

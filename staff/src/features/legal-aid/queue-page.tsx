import { useSearchParams } from 'react-router-dom';
import { queueStates } from '@yugong/domain/legal-aid/staff-wire';
import { LinkButton } from '../../parts/link-button';
import { ConsolePage } from '../../parts/page';
import { SelectField } from '../../parts/select-field';
import { QueryResult, EmptyState } from '../../parts/states';
import { useQueue } from './api';
import { queueStateLabels } from './labels';
import { QueueList } from './queue-list';
import styles from './queue.module.css';

const states = Object.entries(queueStateLabels).map(([value, { label }]) => ({ value, label }));
const assigneeOptions = [{ value: '1', label: '我在办的' }];

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
          ? `${counts.urgent} 件七天内到期，${counts.new} 件没人接。`
          : `没有快到期的。${counts.new} 件没人接，${counts.assigned} 件在办。`)
      }
      actions={<LinkButton to="/legal-aid/templates">常用答复</LinkButton>}
    >
      <div className={styles.filters} role="search" aria-label="筛选请求">
        <SelectField
          aria-label="谁在办"
          placeholder="所有人的"
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
          requests.length === 0 ? <EmptyState title="这里没有请求" /> : <QueueList requests={requests} />
        }
      </QueryResult>
    </ConsolePage>
  );
}

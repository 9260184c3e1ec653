import { useSearchParams } from 'react-router-dom';
import type { QueueState } from '@yugong/domain/legal-aid/staff-wire';
import { Choice } from '../../parts/choice';
import { LinkButton } from '../../parts/link-button';
import { Page } from '../../parts/page';
import { Answer, Empty } from '../../parts/states';
import { useQueue } from './lines';
import { QueueList } from './queue-list';
import { stateWords } from './words';
import styles from './queue.module.css';

const states = Object.entries(stateWords).map(([value, { said }]) => ({ value, label: said }));
const whose = [{ value: '1', label: '我在办的' }];

export default function QueuePage() {
  const [params, setParams] = useSearchParams();
  const state = (params.get('state') ?? '') as QueueState | '';
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
    <Page
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
        <Choice
          aria-label="谁在办"
          placeholder="所有人的"
          options={whose}
          value={mine ? '1' : ''}
          onChange={(value) => set('mine', value)}
        />
        <Choice
          aria-label="状态"
          placeholder="所有状态"
          options={states}
          value={state}
          onChange={(value) => set('state', value)}
        />
      </div>
      <Answer of={queue}>
        {({ requests }) => (requests.length === 0 ? <Empty title="这里没有请求" /> : <QueueList requests={requests} />)}
      </Answer>
    </Page>
  );
}

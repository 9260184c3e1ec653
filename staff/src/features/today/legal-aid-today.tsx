/** The first of the queue: what can't wait. */
import { Link } from 'react-router-dom';
import { Section } from '../../parts/page';
import { Answer } from '../../parts/states';
import { useQueue } from '../legal-aid/lines';
import { QueueList } from '../legal-aid/queue-list';

const FIRST = 5;

export function LegalAidToday() {
  const queue = useQueue({});
  return (
    <Section title="法律援助" aside={<Link to="/legal-aid">全部</Link>}>
      <Answer of={queue} rows={2}>
        {({ requests }) => {
          const open = requests.filter(({ state }) => state !== 'closed' && state !== 'withdrawn');
          return open.length === 0 ? (
            <p className="quiet">没有等着的。</p>
          ) : (
            <QueueList requests={open.slice(0, FIRST)} />
          );
        }}
      </Answer>
    </Section>
  );
}

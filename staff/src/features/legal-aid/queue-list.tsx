/** The queue, the most urgent first: the days left stand before everything else. */
import { Link } from 'react-router-dom';
import { type QueueRow } from '@yugong/domain/legal-aid/staff-wire';
import { legalAidTopicLabels } from '@yugong/domain/legal-aid/words';
import { districtName, usePlaces } from '../../api/places';
import { Mark } from '../../parts/mark';
import { When } from '../../parts/when';
import { sayDays, stateWords } from './words';
import styles from './queue.module.css';

export function QueueList({ requests }: { requests: readonly QueueRow[] }) {
  const places = usePlaces();
  return (
    <ol className={styles.queue}>
      {requests.map((one) => (
        <li key={one.id} className={`${styles.row} ${one.urgent ? styles.urgent : ''}`}>
          <p className={styles.days}>
            {one.urgent && <span className="spoken">紧急，</span>}
            {sayDays(one.daysLeft)}
          </p>
          <div className={styles.what}>
            <Link className={styles.topic} to={`/legal-aid/${one.id}`}>
              {legalAidTopicLabels[one.topic]}
            </Link>
            <p className="quiet">
              {districtName(places.data, one.adcode)}，<When at={one.createdAt} ago />
              来的{one.waiting ? '，等答复' : ''}
            </p>
          </div>
          <Mark tone={stateWords[one.state].tone}>
            {one.assignee ? `${stateWords[one.state].said}：${one.assignee.name}` : stateWords[one.state].said}
          </Mark>
        </li>
      ))}
    </ol>
  );
}

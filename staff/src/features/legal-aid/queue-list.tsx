/** The queue, the most urgent request first, with the days left before everything else. */
import { Link } from 'react-router-dom';
import type { QueueRow } from '@yugong/domain/legal-aid/staff-wire';
import { legalAidTopicLabels, queueStateLabels, sayDaysLeft, sayLetter } from '@yugong/domain/legal-aid/words';
import { districtLabel, useDirectory } from '../../api/directory';
import { StatusTag } from '../../parts/status-tag';
import { TimeText } from '../../parts/time';
import { queueStateTones } from './labels';
import styles from '../../parts/queue.module.css';

export function QueueList({ requests }: { requests: readonly QueueRow[] }) {
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

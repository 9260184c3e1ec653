/** Complaints by their last day for an answer, with the working days left before everything else. */
import { Link } from 'react-router-dom';
import type { ComplaintRowWire } from '@yugong/domain/complaint/staff-wire';
import { complaintKindLabels, complaintViewLabels, sayWorkingDaysLeft } from '@yugong/domain/complaint/words';
import { sayPage } from '@yugong/domain/complaint/pages';
import { districtLabel, useDirectory } from '../../api/directory';
import { StatusTag, type StatusTone } from '../../parts/status-tag';
import { TimeText } from '../../parts/time';
import styles from '../../parts/queue.module.css';

/** How one stands for those who answer. */
export function ComplaintStatus({ status, waiting }: Pick<ComplaintRowWire, 'status' | 'waiting'>) {
  const view = waiting ? 'waiting' : status === 'answered' ? 'answered' : 'closed';
  const tones: Record<typeof view, StatusTone> = { waiting: 'warn', answered: 'good', closed: 'quiet' };
  return <StatusTag tone={tones[view]}>{complaintViewLabels[view]}</StatusTag>;
}

export function ComplaintRows({ complaints }: { complaints: readonly ComplaintRowWire[] }) {
  const directory = useDirectory();
  return (
    <ol className={styles.queue}>
      {complaints.map((one) => (
        <li key={one.id} className={`${styles.row} ${one.waiting && one.daysLeft < 0 ? styles.urgent : ''}`}>
          <p className={styles.days}>{one.waiting ? sayWorkingDaysLeft(one.daysLeft) : ''}</p>
          <div className={styles.what}>
            <Link className={styles.topic} to={`/complaints/${one.id}`}>
              {complaintKindLabels[one.kind]} {one.number}
            </Link>
            <p className="quiet">
              {one.page !== null && `${sayPage(one.page)}，`}
              {districtLabel(directory.data, one.adcode)}，<TimeText at={one.createdAt} ago />
            </p>
          </div>
          <ComplaintStatus status={one.status} waiting={one.waiting} />
        </li>
      ))}
    </ol>
  );
}

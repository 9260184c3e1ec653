/** Complaints by their last day for an answer, with the working days left. */
import { Link } from 'react-router-dom';
import type { ComplaintRowWire } from '@yugong/domain/complaint/staff-wire';
import { complaintKindLabels, complaintViewLabels, sayWorkingDaysLeft } from '@yugong/domain/complaint/words';
import { sayPage } from '@yugong/domain/complaint/pages';
import { districtLabel, useDirectory } from '../../api/directory';
import { StatusTag, type StatusTone } from '../../parts/status-tag';
import { DataTable } from '../../parts/table';
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
    <DataTable
      caption="投诉建议"
      rows={complaints}
      rowKey={({ id }) => id}
      name="complaints"
      columns={[
        {
          title: '事项',
          sort: ({ kind }) => complaintKindLabels[kind],
          cell: ({ id, kind, number }) => (
            <Link className={styles.topic} to={`/complaints/${id}`}>
              {complaintKindLabels[kind]} {number}
            </Link>
          ),
        },
        {
          title: '剩余时间',
          sort: ({ waiting, daysLeft }) => (waiting ? daysLeft : null),
          cell: ({ waiting, daysLeft }) =>
            waiting && <span className={daysLeft < 0 ? styles.urgent : 'figures'}>{sayWorkingDaysLeft(daysLeft)}</span>,
        },
        {
          title: '页面',
          deskOnly: true,
          sort: ({ page }) => (page === null ? null : sayPage(page)),
          cell: ({ page }) => page !== null && sayPage(page),
        },
        {
          title: '区县',
          sort: ({ adcode }) => districtLabel(directory.data, adcode),
          cell: ({ adcode }) => districtLabel(directory.data, adcode),
        },
        {
          title: '提交',
          sort: ({ createdAt }) => createdAt,
          cell: ({ createdAt }) => <TimeText at={createdAt} ago />,
        },
        {
          title: '状态',
          sort: ({ status, waiting }) => (waiting ? '' : status),
          cell: (one) => <ComplaintStatus status={one.status} waiting={one.waiting} />,
        },
      ]}
    />
  );
}

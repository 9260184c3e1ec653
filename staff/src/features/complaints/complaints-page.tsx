import { useSearchParams } from 'react-router-dom';
import { complaintViews } from '@yugong/domain/complaint/staff-wire';
import { complaintViewLabels } from '@yugong/domain/complaint/words';
import { ConsolePage } from '../../parts/page';
import { SelectField } from '../../parts/select-field';
import { EmptyState, QueryResult } from '../../parts/states';
import { useComplaintQueue } from './api';
import { ComplaintRows } from './complaint-list';
import styles from '../../parts/queue.module.css';

const views = complaintViews.map((value) => ({ value, label: complaintViewLabels[value] }));

export default function ComplaintsPage() {
  const [params, setParams] = useSearchParams();
  const show = complaintViews.find((one) => one === params.get('show'));
  const queue = useComplaintQueue(show ? { show } : {});
  const counts = queue.data?.counts;
  return (
    <ConsolePage
      title="投诉建议"
      lead={
        counts &&
        (counts.overdue > 0
          ? `${counts.waiting} 条待答复，其中 ${counts.overdue} 条已超过答复期限。`
          : `${counts.waiting} 条待答复，都在答复期限内。`)
      }
    >
      <div className={styles.filters} role="search" aria-label="筛选投诉建议">
        <SelectField
          aria-label="状态"
          placeholder="所有状态"
          options={views}
          value={show ?? ''}
          onChange={(value) => setParams(value ? { show: value } : {}, { replace: true })}
        />
      </div>
      <QueryResult of={queue}>
        {({ complaints }) =>
          complaints.length === 0 ? <EmptyState title="没有投诉建议" /> : <ComplaintRows complaints={complaints} />
        }
      </QueryResult>
    </ConsolePage>
  );
}

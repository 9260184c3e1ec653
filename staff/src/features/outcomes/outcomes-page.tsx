import { useParams } from 'react-router-dom';
import type { OutcomeRow } from '@yugong/domain/screening-outcome/wire';
import { Page } from '../../parts/page';
import { Answer, Empty } from '../../parts/states';
import { useSession } from '../sessions/lines';
import { sayTime } from '../../parts/when';
import { useOutcomes } from './lines';
import { OutcomeTable } from './outcome-table';

/** Nothing is said of a list that isn't there or in which nobody is. */
function sayUntold(rows: readonly OutcomeRow[] = []): string {
  if (rows.length === 0) return '';
  const untold = rows.filter(({ outcome }) => outcome.notifiedAt === null).length;
  return untold > 0 ? `${untold} 个人还没通知。` : '都通知到了。';
}

export default function OutcomesPage() {
  const { id = '' } = useParams();
  const outcomes = useOutcomes(id);
  const session = useSession(id);
  return (
    <Page
      title={session.data?.title ?? '检查之后'}
      lead={
        session.data &&
        `${sayTime(session.data.startsAt)}，${session.data.place}。${sayUntold(outcomes.data?.rows)}只记通知没通知，不记检查结果。`
      }
      back={{ to: '/outcomes', label: '检查之后' }}
    >
      <Answer of={outcomes}>
        {({ rows }) =>
          rows.length === 0 ? <Empty title="这一场还没有人签到" /> : <OutcomeTable sessionId={id} rows={rows} />
        }
      </Answer>
    </Page>
  );
}

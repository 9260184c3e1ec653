/** Public API of the call list: how many of a session know of its last change. */
import { Fragment } from 'react';
import { Link } from 'react-router-dom';
import { hasPermission, useMe } from '../../api/me';
import { ErrorState } from '../../parts/states';
import styles from './call-list.module.css';
import { useConfirmations } from './requests';
import { confirmationCounts } from './words';

/** How many of those whom a session's last change concerns are known to know of it; each number leads to its people. */
export function Confirmations({ sessionId }: { sessionId: string }) {
  const me = useMe();
  const confirmations = useConfirmations(sessionId);
  if (confirmations.error) return <ErrorState error={confirmations.error} again={() => void confirmations.refetch()} />;
  if (!confirmations.data || confirmations.data.people === 0) return null;
  const maySee = hasPermission(me, 'roster');
  return (
    <p>
      最近一次变动，{confirmations.data.people} 人：
      {confirmationCounts(confirmations.data).map(({ way, people, words }, index) => (
        <Fragment key={way}>
          {index > 0 && '、'}
          {maySee && people > 0 ? (
            <Link className={styles.inText ?? ''} to={`/sessions/${sessionId}/confirmations/${way}`}>
              {words}
            </Link>
          ) : (
            words
          )}
        </Fragment>
      ))}
    </p>
  );
}

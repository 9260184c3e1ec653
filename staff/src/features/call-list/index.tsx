/** Public API of the call list: the count for 今天, and how many of a session know of its last change. */
import { Link } from 'react-router-dom';
import { hasPermission, useMe } from '../../api/me';
import { ErrorState } from '../../parts/states';
import styles from './call-list.module.css';
import { useConfirmations } from './requests';
import { describeConfirmations } from './words';

export { useCallList } from './requests';

/** How many of those whom a session's last change concerns are known to know of it. */
export function Confirmations({ sessionId }: { sessionId: string }) {
  const me = useMe();
  const confirmations = useConfirmations(sessionId);
  if (confirmations.error) return <ErrorState error={confirmations.error} again={() => void confirmations.refetch()} />;
  if (!confirmations.data || confirmations.data.people === 0) return null;
  return (
    <p>
      最近一次变动，{describeConfirmations(confirmations.data)}
      {confirmations.data.unconfirmed > 0 && hasPermission(me, 'roster') && (
        <>
          {' '}
          <Link className={styles.inText ?? ''} to="/call-list">
            待电话联系
          </Link>
        </>
      )}
    </p>
  );
}

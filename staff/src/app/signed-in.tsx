/** The rooms behind the login. Without a network somebody who was signed in still reaches the door. */
import { Navigate, useLocation } from 'react-router-dom';
import { Refusal, SIGNED_OUT } from '../api/refusal';
import { Me, useWhoAmI } from '../api/me';
import { keptMe } from '../api/kept-me';
import { Failed, Loading } from '../parts/states';
import { Layout } from './layout';
import styles from './error-boundary.module.css';

export function SignedIn() {
  const who = useWhoAmI();
  const { pathname } = useLocation();
  const isOut = who.error instanceof Refusal && who.error.code === SIGNED_OUT;
  if (isOut) return <Navigate to={`/login?next=${encodeURIComponent(pathname)}`} replace />;
  // Counted, since the error itself is gone while it is asked again: the door and what is typed there must not be.
  const me = who.data ?? (who.errorUpdateCount > 0 ? keptMe() : null);
  if (me)
    return (
      <Me.Provider value={me}>
        <Layout />
      </Me.Provider>
    );
  return (
    <main className={styles.page}>
      {who.error ? <Failed error={who.error} again={() => void who.refetch()} /> : <Loading />}
    </main>
  );
}

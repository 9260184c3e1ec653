/** All routes of the console; each page is a chunk of its own that is fetched when it is opened. */
import { createBrowserRouter, Link, Navigate, useLocation, type RouteObject } from 'react-router-dom';
import { ApiError, SIGNED_OUT } from '../api/api-error';
import { MeContext, useMeQuery } from '../api/me';
import { storedMe, wasSignedIn } from '../api/stored-me';
import { ConsolePage } from '../parts/page';
import { ErrorState, LoadingState } from '../parts/states';
import { RouteError } from './error-boundary';
import { Layout } from './layout';
import styles from './error-boundary.module.css';

/** The pages behind the login. Without a network somebody who was signed in still reaches check-in. */
function RequireSignIn() {
  const who = useMeQuery();
  const { pathname } = useLocation();
  const isOut = who.error instanceof ApiError && who.error.code === SIGNED_OUT;
  // Whoever signs out is nobody's guest any more; whoever was here and didn't is told that the sign-in ended.
  const why = wasSignedIn() ? '&why=ended' : pathname === '/' ? '' : '&why=page';
  if (isOut) return <Navigate to={`/login?next=${encodeURIComponent(pathname)}${why}`} replace />;
  // Failed attempts are counted, since the error is gone during a refetch: check-in and what is typed there must stay.
  const me = who.data ?? (who.errorUpdateCount > 0 ? storedMe() : null);
  if (me)
    return (
      <MeContext.Provider value={me}>
        <Layout />
      </MeContext.Provider>
    );
  return (
    <main className={styles.page}>
      {who.error ? <ErrorState error={who.error} again={() => void who.refetch()} /> : <LoadingState />}
    </main>
  );
}

function NotFoundPage() {
  return (
    <ConsolePage title="页面不存在" lead="地址可能有误，或者页面已删除。">
      <p>
        <Link to="/">返回今日待办</Link>
      </p>
    </ConsolePage>
  );
}

type Loaded = Promise<{ default: () => React.JSX.Element }>;

const page = (path: string, load: () => Loaded): RouteObject => ({
  path,
  lazy: async () => ({ Component: (await load()).default }),
});

export const router = createBrowserRouter(
  [
    page('/login', () => import('../features/accounts/login-page')),
    page('/help', () => import('../features/help/help-page')),
    {
      element: <RequireSignIn />,
      errorElement: <RouteError />,
      children: [
        page('/', () => import('../features/today/today-page')),
        page('/account', () => import('../features/accounts/account-page')),
        page('/users', () => import('../features/accounts/users-page')),
        page('/door', () => import('../features/check-in/check-in-list-page')),
        page('/door/:id', () => import('../features/check-in/check-in-page')),
        page('/sessions', () => import('../features/sessions/sessions-page')),
        page('/sessions/new', () => import('../features/sessions/session-form-page')),
        page('/sessions/import', () => import('../features/sessions/import-page')),
        page('/sessions/cancellation-templates', () => import('../features/sessions/cancellation-templates-page')),
        page('/sessions/programmes', () => import('../features/sessions/programmes-page')),
        page('/sessions/programmes/new', () => import('../features/sessions/programme-page')),
        page('/sessions/programmes/:id', () => import('../features/sessions/programme-page')),
        page('/sessions/:id', () => import('../features/sessions/session-page')),
        page('/sessions/:id/edit', () => import('../features/sessions/session-form-page')),
        page('/sessions/:id/confirmations/:way', () => import('../features/call-list/confirmed-people-page')),
        page('/call-list', () => import('../features/call-list/call-list-page')),
        page('/people', () => import('../features/roster/people-page')),
        page('/outcomes', () => import('../features/outcomes/pending-page')),
        page('/outcomes/recalls', () => import('../features/outcomes/recalls-page')),
        page('/outcomes/follow-up', () => import('../features/outcomes/follow-up-page')),
        page('/outcomes/:id', () => import('../features/outcomes/outcomes-page')),
        page('/legal-aid', () => import('../features/legal-aid/queue-page')),
        page('/legal-aid/templates', () => import('../features/legal-aid/templates-page')),
        page('/legal-aid/:id', () => import('../features/legal-aid/case-page')),
        page('/complaints', () => import('../features/complaints/complaints-page')),
        page('/complaints/:id', () => import('../features/complaints/complaint-page')),
        page('/stations', () => import('../features/stations/reports-page')),
        page('/stations/list', () => import('../features/stations/stations-page')),
        page('/stations/list/:id', () => import('../features/stations/station-page')),
        page('/stations/list/:id/sign', () => import('../features/stations/sign-page')),
        page('/stations/list/:id/history', async () => ({
          default: (await import('../features/stations/station-page')).StationHistoryPage,
        })),
        page('/stations/on-site', () => import('../features/stations/on-site-page')),
        page('/stations/on-site/:id', () => import('../features/stations/on-site-list-page')),
        page('/stations/candidates', () => import('../features/stations/candidates-page')),
        page('/stations/import', () => import('../features/stations/import-page')),
        page('/content', () => import('../features/content/content-page')),
        page('/content/drafts/:id', () => import('../features/content/draft-page')),
        page('/content/records/:collection/:record', () => import('../features/content/record-page')),
        page('/content/records/:collection/:record/history', () => import('../features/content/history-page')),
        page('/figures', () => import('../features/figures/figures-page')),
        page('/jobs', () => import('../features/jobs/jobs-page')),
        page('/audit', () => import('../features/audit/audit-page')),
        { path: '*', element: <NotFoundPage /> },
      ],
    },
  ],
  { basename: '/staff/' },
);

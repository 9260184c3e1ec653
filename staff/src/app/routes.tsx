/** All routes of the console; each page is a chunk of its own that is fetched when it is opened. */
import { lazy, Suspense } from 'react';
import { createBrowserRouter, Link, Navigate, useLocation, type RouteObject } from 'react-router-dom';
import { ApiError, SIGNED_OUT } from '../api/api-error';
import { MeContext, useMeQuery } from '../api/me';
import { storedMe, wasSignedIn } from '../api/stored-me';
import { ConsolePage } from '../parts/page';
import { ErrorState, LoadingState } from '../parts/states';
import { RouteError } from './error-boundary';
import styles from './error-boundary.module.css';

const loadLayout = () => import('./layout');
/** The frame and what stands in it; who comes to sign in doesn't wait for it. */
const Layout = lazy(loadLayout);
if (wasSignedIn()) void loadLayout();

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
        <Suspense fallback={<LoadingState />}>
          <Layout />
        </Suspense>
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

/** A page behind the login: the router would fetch it before anybody is asked who they are. */
const ownPage = (path: string, load: () => Loaded): RouteObject => ({
  path,
  lazy: async () => ({ Component: wasSignedIn() ? (await load()).default : lazy(load) }),
});

export const router = createBrowserRouter(
  [
    page('/login', () => import('../features/accounts/login-page')),
    page('/help', () => import('../features/help/help-page')),
    {
      element: <RequireSignIn />,
      errorElement: <RouteError />,
      children: [
        ownPage('/', () => import('../features/today/today-page')),
        ownPage('/account', () => import('../features/accounts/account-page')),
        ownPage('/users', () => import('../features/accounts/users-page')),
        ownPage('/door', () => import('../features/check-in/check-in-list-page')),
        ownPage('/door/:id', () => import('../features/check-in/check-in-page')),
        ownPage('/sessions', () => import('../features/sessions/sessions-page')),
        ownPage('/sessions/new', () => import('../features/sessions/session-form-page')),
        ownPage('/sessions/import', () => import('../features/sessions/import-page')),
        ownPage('/sessions/cancellation-templates', () => import('../features/sessions/cancellation-templates-page')),
        ownPage('/sessions/programmes', () => import('../features/sessions/programmes-page')),
        ownPage('/sessions/programmes/new', () => import('../features/sessions/programme-page')),
        ownPage('/sessions/programmes/:id', () => import('../features/sessions/programme-page')),
        ownPage('/sessions/:id', () => import('../features/sessions/session-page')),
        ownPage('/sessions/:id/edit', () => import('../features/sessions/session-form-page')),
        ownPage('/sessions/:id/confirmations/:way', () => import('../features/call-list/confirmed-people-page')),
        ownPage('/call-list', () => import('../features/call-list/call-list-page')),
        ownPage('/people', () => import('../features/roster/people-page')),
        ownPage('/outcomes', () => import('../features/outcomes/pending-page')),
        ownPage('/outcomes/recalls', () => import('../features/outcomes/recalls-page')),
        ownPage('/outcomes/follow-up', () => import('../features/outcomes/follow-up-page')),
        ownPage('/outcomes/:id', () => import('../features/outcomes/outcomes-page')),
        ownPage('/legal-aid', () => import('../features/legal-aid/queue-page')),
        ownPage('/legal-aid/templates', () => import('../features/legal-aid/templates-page')),
        ownPage('/legal-aid/:id', () => import('../features/legal-aid/case-page')),
        ownPage('/complaints', () => import('../features/complaints/complaints-page')),
        ownPage('/complaints/:id', () => import('../features/complaints/complaint-page')),
        ownPage('/stations', () => import('../features/stations/reports-page')),
        ownPage('/stations/list', () => import('../features/stations/stations-page')),
        ownPage('/stations/list/:id', () => import('../features/stations/station-page')),
        ownPage('/stations/list/:id/sign', () => import('../features/stations/sign-page')),
        ownPage('/stations/list/:id/history', async () => ({
          default: (await import('../features/stations/station-page')).StationHistoryPage,
        })),
        ownPage('/stations/on-site', () => import('../features/stations/on-site-page')),
        ownPage('/stations/on-site/:id', () => import('../features/stations/on-site-list-page')),
        ownPage('/stations/candidates', () => import('../features/stations/candidates-page')),
        ownPage('/stations/import', () => import('../features/stations/import-page')),
        ownPage('/content', () => import('../features/content/content-page')),
        ownPage('/content/drafts/:id', () => import('../features/content/draft-page')),
        ownPage('/content/records/:collection/:record', () => import('../features/content/record-page')),
        ownPage('/content/records/:collection/:record/history', () => import('../features/content/history-page')),
        ownPage('/figures', () => import('../features/figures/figures-page')),
        ownPage('/jobs', () => import('../features/jobs/jobs-page')),
        ownPage('/audit', () => import('../features/audit/audit-page')),
        { path: '*', element: <NotFoundPage /> },
      ],
    },
  ],
  { basename: '/staff/' },
);

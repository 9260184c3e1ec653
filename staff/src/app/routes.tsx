/** Every page by its address; each route is a file of its own, fetched when it is opened. */
import { createBrowserRouter, type RouteObject } from 'react-router-dom';
import { RouteBroken } from './error-boundary';
import { SignedIn } from './signed-in';

type Loaded = Promise<{ default: () => React.JSX.Element }>;

const page = (path: string, load: () => Loaded): RouteObject => ({
  path,
  lazy: async () => ({ Component: (await load()).default }),
});

export const router = createBrowserRouter(
  [
    page('/login', () => import('../features/accounts/login-page')),
    {
      element: <SignedIn />,
      errorElement: <RouteBroken />,
      children: [
        page('/', () => import('../features/today/today-page')),
        page('/account', () => import('../features/accounts/account-page')),
        page('/users', () => import('../features/accounts/users-page')),
        page('/door', () => import('../features/door/door-list-page')),
        page('/door/:id', () => import('../features/door/door-page')),
        page('/sessions', () => import('../features/sessions/sessions-page')),
        page('/sessions/new', () => import('../features/sessions/new-session-page')),
        page('/sessions/import', () => import('../features/sessions/import-page')),
        page('/sessions/programmes', () => import('../features/sessions/programmes-page')),
        page('/sessions/programmes/new', () => import('../features/sessions/programme-page')),
        page('/sessions/programmes/:id', () => import('../features/sessions/programme-page')),
        page('/sessions/:id', () => import('../features/sessions/session-page')),
        page('/sessions/:id/edit', () => import('../features/sessions/edit-session-page')),
        page('/call-list', () => import('../features/call-list/call-list-page')),
        page('/outcomes', () => import('../features/outcomes/untold-page')),
        page('/outcomes/:id', () => import('../features/outcomes/outcomes-page')),
        page('/legal-aid', () => import('../features/legal-aid/queue-page')),
        page('/legal-aid/templates', () => import('../features/legal-aid/templates-page')),
        page('/legal-aid/:id', () => import('../features/legal-aid/case-page')),
        page('/stations', () => import('../features/stations/reports-page')),
        page('/stations/import', () => import('../features/stations/import-page')),
        page('/content', () => import('../features/content/content-page')),
        page('/content/drafts/:id', () => import('../features/content/draft-page')),
        page('/figures', () => import('../features/figures/figures-page')),
        page('/jobs', () => import('../features/jobs/jobs-page')),
        page('/audit', () => import('../features/audit/audit-page')),
        page('*', () => import('./not-found-page')),
      ],
    },
  ],
  { basename: '/staff/' },
);

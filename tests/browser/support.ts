/** The built H5 app on a real service, and the routes it has. */
import { readDataset } from '../../scripts/content/files';
import { root } from '../../scripts/lib/stale';
import type { Line } from '../journeys/service/line';
import { localService } from '../journeys/service/local';

const { files } = readDataset();

/** The id of a collection's first record. */
export const firstId = (collection: 'cases' | 'news' | 'events' | 'stations'): string =>
  (files[collection] as { id: string }[])[0]?.id ?? '';

/** Every page, with a record where it shows one; a ticket and its move need a sign-up, which journeys make. */
export const allRoutes = [
  '/pages/home/index',
  '/pages/services/index',
  '/pages/calendar/index',
  '/pages/me/index',
  '/features/cases/pages/list/index',
  `/features/cases/pages/detail/index?id=${firstId('cases')}`,
  '/features/news/pages/list/index',
  `/features/news/pages/detail/index?id=${firstId('news')}`,
  '/features/events/pages/list/index',
  `/features/events/pages/detail/index?id=${firstId('events')}`,
  // A session of the demo's: the same page.
  '/features/events/pages/detail/index?id=demo-team-basketball',
  '/features/events/pages/subscribe/index',
  '/features/figures/pages/overview/index',
  '/features/about/pages/overview/index',
  '/features/about/pages/document/index?id=data',
  '/features/stations/pages/list/index',
  `/features/stations/pages/detail/index?id=${firstId('stations')}`,
  '/features/stations/pages/place/index?q=%E4%B8%A4%E8%B7%AF%E5%8F%A3',
  '/features/stations/pages/reports/index',
  '/features/screening/pages/overview/index',
  ...['overview', 'interview', 'route', 'clock', 'amounts', 'claim', 'evidence', 'ask', 'requests', 'rights'].map(
    (page) => `/features/legal-aid/pages/${page}/index`,
  ),
  '/features/screening/pages/check/index',
  '/features/screening/pages/days/index',
  '/features/screening/pages/after/index',
  '/features/screening/pages/guide/index',
  '/features/registration/pages/sign-up/index?session=demo-screening-1',
  '/features/registration/pages/mine/index',
  '/features/registration/pages/notices/index',
  '/features/registration/pages/alerts/index',
  '/features/registration/pages/privacy/index',
  '/features/search/pages/search/index?q=gongyi',
  '/features/feedback/pages/write/index',
  '/features/feedback/pages/mine/index',
];

export interface ServedH5 {
  origin: string;
  line: Line;
  close: () => Promise<void>;
}

/** Serves `dist/h5` on a free port, by a service with demo data of its own. */
export async function serveH5(): Promise<ServedH5> {
  const service = await localService({ h5: `${root}/dist/h5`, startsAt: Date.now() });
  return { origin: service.line.origin, line: service.line, close: service.close };
}

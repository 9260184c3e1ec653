/** The door of the stations feature: its subpackage and the addresses of its pages. */
import { pageUrl } from '@/platform/navigation/url';

export const stationsPackage = { root: 'features/stations', pages: ['pages/list/index', 'pages/detail/index'] };

/** The stations; with an adcode, of one district. */
export const stationListUrl = (adcode?: string): string => pageUrl('/features/stations/pages/list/index', { adcode });
export const stationUrl = (id: string): string => pageUrl('/features/stations/pages/detail/index', { id });

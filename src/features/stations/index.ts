/** Public API of stations: its URL builders. */
import { pageUrl } from '@/platform/navigation/url';

/** The finder; with an adcode, of one district. */
export const stationListUrl = (adcode?: string): string => pageUrl('/features/stations/pages/list/index', { adcode });
export const stationUrl = (id: string): string => pageUrl('/features/stations/pages/detail/index', { id });
/** Where to choose the place that stations are looked for at; with words, what they find. */
export const stationPlaceUrl = (words?: string): string =>
  pageUrl('/features/stations/pages/place/index', { q: words });
/** What this phone has told about stations, and what became of it. */
export const stationReportsUrl = (): string => '/features/stations/pages/reports/index';

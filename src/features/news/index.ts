/** Public API of news: its URL builders. */
import { pageUrl } from '@/platform/navigation/url';

/** The news by week; with an adcode, of one district. */
export const newsListUrl = (adcode?: string): string => pageUrl('/features/news/pages/list/index', { adcode });
export const newsUrl = (id: string): string => pageUrl('/features/news/pages/detail/index', { id });

/** Public API of search: its URL builders. */
import { pageUrl } from '@/platform/navigation/url';

export const searchUrl = (query?: string): string => pageUrl('/features/search/pages/search/index', { q: query });

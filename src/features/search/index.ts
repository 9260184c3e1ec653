/** Public API of search: its subpackage config and URL builders. */
import { pageUrl } from '@/platform/navigation/url';

export const searchPackage = { root: 'features/search', pages: ['pages/search/index'] };

export const searchUrl = (query?: string): string => pageUrl('/features/search/pages/search/index', { q: query });

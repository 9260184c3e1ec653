/** The door of the search feature: its subpackage and the address of its page. */
import { pageUrl } from '@/platform/navigation/url';

export const searchPackage = { root: 'features/search', pages: ['pages/search/index'] };

export const searchUrl = (query?: string): string => pageUrl('/features/search/pages/search/index', { q: query });

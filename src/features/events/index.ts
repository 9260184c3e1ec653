/** The door of the events feature: its subpackage and the addresses of its pages. */
import { pageUrl } from '@/platform/navigation/url';

export const eventsPackage = { root: 'features/events', pages: ['pages/list/index', 'pages/detail/index'] };

export const eventListUrl = (): string => pageUrl('/features/events/pages/list/index');
export const eventUrl = (id: string): string => pageUrl('/features/events/pages/detail/index', { id });

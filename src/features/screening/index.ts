/** The door of the screening feature: its subpackage and the address of its page. */
import { pageUrl } from '@/platform/navigation/url';

export const screeningPackage = { root: 'features/screening', pages: ['pages/overview/index'] };

/** What the screening is; with an id, opened at that programme or clinic. */
export const screeningUrl = (id?: string): string => pageUrl('/features/screening/pages/overview/index', { id });

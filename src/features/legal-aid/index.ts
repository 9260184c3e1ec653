/** The door of the legal-aid feature: its subpackage and the address of its page. */
import { pageUrl } from '@/platform/navigation/url';

export const legalAidPackage = { root: 'features/legal-aid', pages: ['pages/overview/index'] };

/** Whom to call and what the law says; with an id, opened at that hotline, place or rule. */
export const legalAidUrl = (id?: string): string => pageUrl('/features/legal-aid/pages/overview/index', { id });

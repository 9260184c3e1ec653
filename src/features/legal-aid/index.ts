/** The door of the legal-aid feature: the addresses of its pages. */
import { pageUrl } from '@/platform/navigation/url';
import type { PageName } from '../packages';

export type LegalPageName = PageName<'legal-aid'>;

const at = (page: LegalPageName): string => `/features/legal-aid/pages/${page}/index`;

/** Whom to call and what the law says; with an id, opened at that hotline, place or rule. */
export const legalAidUrl = (id?: string): string => pageUrl(at('overview'), { id });

/** A page of its own; nothing of the reader's is ever in an address. */
export const legalPageUrl = (page: LegalPageName): string => pageUrl(at(page));

/** What was sent to the union, and what became of it. */
export const legalRequestsUrl = (): string => legalPageUrl('requests');

/** One request with its talk; the id says nothing without this phone's account. */
export const legalRequestUrl = (id: string): string => pageUrl(at('requests'), { id });

/** What one has a right to in a matter; without an id, the list of matters. */
export const rightUrl = (id?: string): string => pageUrl(at('rights'), { id });

/** The request to the union, begun as a clue for its supervision of labour law. */
export const superviseUrl = (): string => pageUrl(at('ask'), { topic: 'supervision' });

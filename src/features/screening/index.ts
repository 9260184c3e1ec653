/** Public API of screening: its URL builders. */
import { pageUrl } from '@/platform/navigation/url';
import type { PageName } from '../packages';

const at = (page: PageName<'screening'>): string => `/features/screening/pages/${page}/index`;

/** What the screening is; with an id, opened at that programme or clinic. */
export const screeningUrl = (id?: string): string => pageUrl(at('overview'), { id });

/** Is it for me? Answered on the phone, never sent. */
export const screeningCheckUrl = (): string => at('check');

/** Which day? Of one programme of the service's, or of all. */
export const screeningDaysUrl = (programme?: string): string => pageUrl(at('days'), { programme });

/** After the screening: the result, the next date, where to go. */
export const screeningAfterUrl = (): string => at('after');

/** One short page of what to know; the first where none is named. */
export const guideUrl = (id?: string): string => pageUrl(at('guide'), { id });

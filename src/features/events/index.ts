/** Public API of events: its URL builders. */
import type { AgendaFilter } from '@yugong/domain/agenda';
import { pageUrl } from '@/platform/navigation/url';

export const eventListUrl = (): string => pageUrl('/features/events/pages/list/index');
export const eventUrl = (id: string): string => pageUrl('/features/events/pages/detail/index', { id });

/** A session of the service's, of an event or a screening: the same page, which knows content's ids by their form. */
export const sessionUrl = eventUrl;

/** How to have the calendar in the phone's own, narrowed down as the reader has it. */
export const subscribeUrl = ({ kind, adcode, joinable }: AgendaFilter): string =>
  pageUrl('/features/events/pages/subscribe/index', {
    kind: kind ?? undefined,
    adcode: adcode ?? undefined,
    joinable: joinable ? 1 : undefined,
  });

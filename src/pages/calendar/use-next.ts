import { addDays, type Day } from '@yugong/domain/calendar';
import { pageUrl } from '@/platform/navigation/url';
import { useService } from '@/platform/service';
import { nextEventAfter, type Next } from './model/next';
import { table } from './table';
import { Sessions } from './use-served';

/**
 * The first event or session that begins after a day, as far as is known; without a network the content's.
 *
 * @param day null: nothing is looked for
 */
export function useNext(day: Day | null): Next | null {
  const path = day === null ? null : pageUrl('/api/v1/sessions', { from: addDays(day, 1), limit: 5 });
  const { served } = useService(Sessions, path);
  if (day === null) return null;
  const session =
    served.state === 'ready' ? served.data.sessions.find(({ startsAt }) => startsAt.slice(0, 10) > day) : undefined;
  const event = nextEventAfter(table, day);
  const next = session && { title: session.title, start: session.startsAt.slice(0, 10) };
  if (!next || !event) return next ?? event;
  return next.start < event.start ? next : event;
}

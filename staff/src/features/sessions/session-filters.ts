/** Filters of the list of sessions. They are kept in the URL, so that a reload or a link shows the same. */
import { useSearchParams } from 'react-router-dom';
import { addDays, dayAt } from '@yugong/domain/calendar';
import { sessionFilterStates, type StaffSessionQuery } from '@yugong/domain/session/staff-wire';

export interface SessionFilters {
  /** `coming` or `past`. */
  span: string;
  /** A programme's kind; empty for all. */
  kind: string;
  /** A district's code; empty for all. */
  adcode: string;
  /** A part of a title, place or address; empty for all. */
  q: string;
  /** One of `sessionFilterStates`; empty for all. */
  state: string;
  /** Days, `2026-11-25`: from and to which; empty for those of `span`. */
  from: string;
  to: string;
  /** The cursor of the page; empty for the first. */
  after: string;
}

export const readFilters = (params: URLSearchParams): SessionFilters => ({
  span: params.get('span') ?? 'coming',
  kind: params.get('kind') ?? '',
  adcode: params.get('adcode') ?? '',
  q: params.get('q') ?? '',
  state: params.get('state') ?? '',
  from: params.get('from') ?? '',
  to: params.get('to') ?? '',
  after: params.get('after') ?? '',
});

/** The URL's parameters of some filters; those at their default are left out. */
export const writeFilters = (filters: SessionFilters): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filters).filter(([name, value]) => value !== '' && !(name === 'span' && value === 'coming')),
  );

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);

/** The days that filters mean; those that were typed come before the span. */
function daysOf({ span, from, to }: Pick<SessionFilters, 'span' | 'from' | 'to'>, today: string) {
  if (isDay(from) || isDay(to)) return { ...(isDay(from) ? { from } : {}), ...(isDay(to) ? { to } : {}) };
  return span === 'past' ? { to: addDays(today, -1) } : { from: today };
}

/**
 * The request for the sessions that the filters choose.
 *
 * @param today a day, `2026-11-25`: coming sessions start with it, past ones end the day before
 */
export function toSessionQuery(filters: SessionFilters, today: string): StaffSessionQuery {
  const { kind, adcode, q, after } = filters;
  const state = sessionFilterStates.find((one) => one === filters.state);
  return {
    ...(kind === 'screening' || kind === 'event' ? { kind } : {}),
    ...(adcode ? { adcode } : {}),
    ...(q.trim() ? { q: q.trim() } : {}),
    ...(state ? { state } : {}),
    ...daysOf(filters, today),
    ...(after ? { after } : {}),
  };
}

export function useSessionFilters() {
  const [params, setParams] = useSearchParams();
  const filters = readFilters(params);
  // A changed filter starts at the first page.
  const set = (some: Partial<SessionFilters>): void =>
    setParams(writeFilters({ ...filters, after: '', ...some }), { replace: true });
  return { filters, set, request: toSessionQuery(filters, dayAt(Date.now())) };
}

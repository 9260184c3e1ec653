/** Filters of the list of sessions. They are kept in the URL, so that a reload or a link shows the same. */
import { useSearchParams } from 'react-router-dom';
import { addDays, dayAt } from '@yugong/domain/calendar';
import type { StaffSessionQuery } from '@yugong/domain/session/staff-wire';

export interface SessionFilters {
  /** `coming` or `past`. */
  span: string;
  /** A programme's kind; empty for all. */
  kind: string;
  /** A district's code; empty for all. */
  adcode: string;
  /** The cursor of the page; empty for the first. */
  after: string;
}

export const readFilters = (params: URLSearchParams): SessionFilters => ({
  span: params.get('span') ?? 'coming',
  kind: params.get('kind') ?? '',
  adcode: params.get('adcode') ?? '',
  after: params.get('after') ?? '',
});

/** The URL's parameters of some filters; those at their default are left out. */
export const writeFilters = (filters: SessionFilters): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filters).filter(([name, value]) => value !== '' && !(name === 'span' && value === 'coming')),
  );

/**
 * The request for the sessions that the filters choose.
 *
 * @param today a day, `2026-11-25`: coming sessions start with it, past ones end the day before
 */
export const toSessionQuery = ({ span, kind, adcode, after }: SessionFilters, today: string): StaffSessionQuery => ({
  ...(kind === 'screening' || kind === 'event' ? { kind } : {}),
  ...(adcode ? { adcode } : {}),
  ...(span === 'past' ? { to: addDays(today, -1) } : { from: today }),
  ...(after ? { after } : {}),
});

export function useSessionFilters() {
  const [params, setParams] = useSearchParams();
  const filters = readFilters(params);
  // A changed filter starts at the first page.
  const set = (some: Partial<SessionFilters>): void =>
    setParams(writeFilters({ ...filters, after: '', ...some }), { replace: true });
  return { filters, set, request: toSessionQuery(filters, dayAt(Date.now())) };
}

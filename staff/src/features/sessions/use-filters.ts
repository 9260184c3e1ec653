/** What the list is narrowed down to, kept in the address: a reload or a link shows the same. */
import { useSearchParams } from 'react-router-dom';
import { addDays, dayAt } from '@yugong/domain/calendar';
import type { StaffSessionQuery } from '@yugong/domain/session/staff-wire';

export interface Filters {
  span: string;
  kind: string;
  adcode: string;
  after: string;
}

export function useFilters() {
  const [params, setParams] = useSearchParams();
  const filters: Filters = {
    span: params.get('span') ?? 'coming',
    kind: params.get('kind') ?? '',
    adcode: params.get('adcode') ?? '',
    after: params.get('after') ?? '',
  };
  const set = (some: Partial<Filters>): void => {
    // Another question begins at the beginning.
    const next = { ...filters, after: '', ...some };
    const said = Object.entries(next).filter(
      ([name, value]) => value !== '' && !(name === 'span' && value === 'coming'),
    );
    setParams(said as [string, string][], { replace: true });
  };
  const today = dayAt(Date.now());
  const asked: StaffSessionQuery = {
    ...(filters.kind === 'screening' || filters.kind === 'event' ? { kind: filters.kind } : {}),
    ...(filters.adcode ? { adcode: filters.adcode } : {}),
    ...(filters.span === 'past' ? { to: addDays(today, -1) } : { from: today }),
    ...(filters.after ? { after: filters.after } : {}),
  };
  return { filters, set, asked };
}

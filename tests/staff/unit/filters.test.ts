/** What lists are narrowed down to: in the URL, and as the service is asked. */
import { registrationStatuses } from '@yugong/domain/registration';
import { toRosterRequest } from '../../../staff/src/features/roster/roster-request';
import { readFilters, toSessionQuery, writeFilters } from '../../../staff/src/features/sessions/session-filters';

const TODAY = '2026-11-25';

describe('filters of sessions', () => {
  it('are read from the URL as they were written', () => {
    const days = { from: '2026-11-01', to: '2026-11-30' };
    const filters = {
      span: 'past',
      kind: 'event',
      adcode: '500103',
      q: '渝中',
      state: 'draft',
      ...days,
      after: 'cursor',
    };
    expect(readFilters(new URLSearchParams(writeFilters(filters)))).toEqual(filters);
  });

  it('leave the URL bare at their defaults', () => {
    expect(writeFilters(readFilters(new URLSearchParams()))).toEqual({});
  });

  it('ask for today and later, or for what ended yesterday', () => {
    const all = readFilters(new URLSearchParams());
    expect(toSessionQuery(all, TODAY)).toEqual({ from: TODAY });
    expect(toSessionQuery({ ...all, span: 'past' }, TODAY)).toEqual({ to: '2026-11-24' });
  });

  it.each(['screening', 'event'])('ask for one kind, %s, and for the page that follows', (kind) => {
    const chosen = readFilters(new URLSearchParams({ kind, after: '20' }));
    expect(toSessionQuery(chosen, TODAY)).toEqual({ kind, after: '20', from: TODAY });
  });

  it('ask for words, a state and days that were typed, which come before the span', () => {
    const chosen = readFilters(new URLSearchParams('span=past&q= 体育馆 &state=draft&from=2026-11-01'));
    expect(toSessionQuery(chosen, TODAY)).toEqual({ q: '体育馆', state: 'draft', from: '2026-11-01' });
    expect(toSessionQuery({ ...chosen, state: 'else', from: 'x', to: '2026-12-01' }, TODAY)).toEqual({
      q: '体育馆',
      to: '2026-12-01',
    });
  });

  it('pass on no kind that there isn’t', () => {
    const query = readFilters(new URLSearchParams('kind=else&adcode=500103'));
    expect(toSessionQuery(query, TODAY)).toEqual({ from: TODAY, adcode: '500103' });
  });
});

describe('the request for a roster', () => {
  it('asks for everybody where nothing is typed or chosen', () => {
    expect(toRosterRequest({ searchTerm: '', status: '', page: 1 })).toEqual({ page: 1, size: 100 });
  });

  it.each(registrationStatuses)('narrows down to %s', (status) => {
    expect(toRosterRequest({ searchTerm: '赵', status, page: 2 })).toEqual({
      q: '赵',
      statuses: [status],
      page: 2,
      size: 100,
    });
  });

  it('ignores a status that there isn’t', () => {
    expect(toRosterRequest({ searchTerm: '', status: 'else', page: 1 })).not.toHaveProperty('statuses');
  });
});

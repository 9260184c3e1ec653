/** What lists are narrowed down to: in the URL, and as the service is asked. */
import { registrationStatuses } from '@yugong/domain/registration';
import { toRosterRequest } from '../../../staff/src/features/roster/roster-request';
import { readFilters, toSessionQuery, writeFilters } from '../../../staff/src/features/sessions/session-filters';

const TODAY = '2026-11-25';

describe('filters of sessions', () => {
  it('are read from the URL as they were written', () => {
    const filters = { span: 'past', kind: 'event', adcode: '500103', after: 'cursor' };
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

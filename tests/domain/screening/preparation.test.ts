import fc from 'fast-check';
import { preparationTimeline, type PreparationStep } from '@yugong/domain/screening';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const step = (fields: Partial<PreparationStep>): PreparationStep => ({
  id: 'a',
  text: '不冲洗',
  why: null,
  from: { days: 3 },
  until: null,
  ...fields,
});
const rowsOf = (steps: PreparationStep[], startsAt = '2026-11-26T09:30:00+08:00') =>
  preparationTimeline({ rules: { preparation: steps } }, startsAt);

describe('preparationTimeline', () => {
  it.each([
    ['days count from the midnight that begins the day', { days: 3 }, null, '2026-11-23T00:00', '2026-11-26T09:30'],
    ['hours count from the start', { hours: 48 }, null, '2026-11-24T09:30', '2026-11-26T09:30'],
    ['a step can end before the session', { hours: 12 }, { hours: 2 }, '2026-11-25T21:30', '2026-11-26T07:30'],
  ])('%s', (_, from, until, begins, ends) => {
    expect(rowsOf([step({ from, until })])).toMatchObject([{ from: at(`${begins}:00`), until: at(`${ends}:00`) }]);
  });

  it('counts days as Chongqing does, not as UTC does', () => {
    const rows = rowsOf([step({ from: { days: 1 } })], '2026-11-26T01:00:00+08:00');
    expect(rows).toMatchObject([{ from: at('2026-11-25T00:00:00') }]);
  });

  it('says null where the programme says nothing, and an empty list where nothing needs preparing', () => {
    expect(preparationTimeline({ rules: null }, '2026-11-26T09:30:00+08:00')).toBeNull();
    expect(preparationTimeline({ rules: { preparation: null } }, '2026-11-26T09:30:00+08:00')).toBeNull();
    expect(rowsOf([])).toEqual([]);
  });

  it('lists every step once, the earliest first, none beginning after the session does', () => {
    const before = fc.oneof(
      fc.record({ hours: fc.integer({ min: 1, max: 200 }) }),
      fc.record({ days: fc.integer({ min: 1, max: 30 }) }),
    );
    fc.assert(
      fc.property(fc.array(before), fc.integer({ min: 0, max: 4e9 }), (all, seconds) => {
        const starts = new Date(seconds * 1000).toISOString();
        const rows =
          rowsOf(
            all.map((from, n) => step({ id: `s${n}`, from })),
            starts,
          ) ?? [];
        expect(rows.map((row) => row.id).sort()).toEqual(all.map((_, n) => `s${n}`).sort());
        expect(rows.map((row) => row.from)).toEqual(rows.map((row) => row.from).sort((a, b) => a - b));
        for (const row of rows) expect(row.from).toBeLessThan(Date.parse(starts));
      }),
    );
  });
});

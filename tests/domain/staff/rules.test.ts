import * as v from 'valibot';
import { readJson } from '@yugong/domain/narrow/json';
import { suppress } from '@yugong/domain/monthly-figures/wire';
import { defined } from '@yugong/domain/narrow';
import { covers, isWithin, may, permissionsOf, roles, type Scope } from '@yugong/domain/staff-account';

describe('roles', () => {
  it('give a nurse the door and nothing else', () => {
    expect(permissionsOf(['check-in'])).toEqual(['sessions.read', 'check-in']);
  });

  it('together give what each of them gives', () => {
    expect(may(['lawyer', 'editor'], 'legal-aid') && may(['lawyer', 'editor'], 'content')).toBe(true);
    expect(may(['lawyer', 'editor'], 'roster')).toBe(false);
    expect(may([], 'sessions.read')).toBe(false);
  });

  it('leave accounts and the audit to administrators', () => {
    for (const role of roles) {
      expect(may([role], 'accounts')).toBe(role === 'administrator');
      expect(may([role], 'audit')).toBe(role === 'administrator');
    }
  });
});

describe('scope', () => {
  const clerk: Scope = { organisation: 'a', districts: ['500103', '500106'] };

  it('covers its own districts of its own organisation, and nothing of the whole city', () => {
    expect(covers(clerk, { organisation: 'a', adcode: '500103' })).toBe(true);
    expect(covers(clerk, { organisation: 'a', adcode: '500101' })).toBe(false);
    expect(covers(clerk, { organisation: 'b', adcode: '500103' })).toBe(false);
    expect(covers(clerk, { organisation: 'a', adcode: null })).toBe(false);
    expect(covers({ organisation: null, districts: null }, { organisation: 'b', adcode: null })).toBe(true);
  });

  it('cannot be given away wider than it is', () => {
    expect(isWithin({ organisation: 'a', districts: ['500106'] }, clerk)).toBe(true);
    expect(isWithin({ organisation: 'a', districts: ['500106', '500101'] }, clerk)).toBe(false);
    expect(isWithin({ organisation: 'a', districts: null }, clerk)).toBe(false);
    expect(isWithin({ organisation: null, districts: ['500106'] }, clerk)).toBe(false);
    expect(isWithin({ organisation: null, districts: null }, { organisation: null, districts: null })).toBe(true);
  });
});

describe('small groups', () => {
  const table = (...counts: number[]) => counts.map((count, at) => ({ key: `${at}`, label: `${at}`, count }));
  const shown = (...counts: number[]) => {
    const { total, cells } = suppress(table(...counts));
    return [total, ...cells.map(({ count }) => count)];
  };

  it.each([
    ['nothing to hide', [5, 9, 0], [14, 5, 9, 0]],
    ['one small one and another with it', [3, 9, 7], [19, null, 9, null]],
    ['so much more that the sum says nothing', [2, 9, 7], [18, null, null, null]],
    ['two that would give each other away', [1, 1, 30, 40], [72, null, null, null, 40]],
    ['a small one alone with zeros', [3, 0], [null, null, 0]],
    ['only small ones that add up to too little', [1, 1, 1, 1, 1], [null, null, null, null, null, null]],
    ['nobody at all', [0, 0], [0, 0, 0]],
  ])('hides %s', (_, counts, expected) => {
    expect(shown(...counts)).toEqual(expected);
  });

  /** Everybody who reads the tables knows the rule too; so the rule is turned round, for every table there is. */
  it('leave at least three values possible for whatever is hidden', () => {
    const MOST = 14;
    const origins = new Map<string, number[][]>();
    for (let a = 0; a <= MOST; a += 1)
      for (let b = 0; b <= MOST; b += 1)
        for (let c = 0; c <= MOST; c += 1) {
          const published = JSON.stringify(shown(a, b, c));
          origins.set(published, [...(origins.get(published) ?? []), [a, b, c]]);
        }
    for (const [published, counts] of origins) {
      const [total, ...cells] = readJson(v.array(v.nullable(v.number())), published);
      // Larger totals have possibilities outside what is tried here.
      if (total === null || defined(total) > MOST) continue;
      for (const [at, cell] of cells.entries()) {
        if (cell !== null) continue;
        expect({ published, values: new Set(counts.map((one) => one[at])).size >= 3 }).toEqual({
          published,
          values: true,
        });
      }
    }
  });
});

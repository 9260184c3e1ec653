import * as v from 'valibot';
import { readJson } from '@yugong/domain/narrow/json';
import { suppress } from '@yugong/domain/monthly-figures/wire';
import { sayHidden } from '@yugong/domain/monthly-figures/words';
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
    ['the next one too, where the one that is shown would tell the rest', [4, 6, 6], [16, null, null, null]],
    ['the total of few who could only be three or four each', [4, 4, 3], [null, null, null, null]],
    ['a small one alone with zeros', [3, 0], [null, null, 0]],
    ['only small ones that add up to too little', [1, 1, 1, 1, 1], [null, null, null, null, null, null]],
    ['nobody at all', [0, 0], [0, 0, 0]],
  ])('hides %s', (_, counts, expected) => {
    expect(shown(...counts)).toEqual(expected);
  });

  it.each([
    ['the few and what covers them', [3, 9, 7], ['few', undefined, 'cover']],
    ['all of a table with too few people', [3, 4, 0], ['group', 'group', undefined]],
    ['nothing that is shown', [5, 9, 0], [undefined, undefined, undefined]],
  ])('say why they are hidden: %s', (_, counts, expected) => {
    expect(suppress(table(...counts)).cells.map(({ hidden }) => hidden)).toEqual(expected);
  });

  it('are called fewer than five only where they are', () => {
    const { cells } = suppress(table(3, 9, 7));
    expect(cells.map(({ hidden }) => sayHidden(hidden))).toEqual(['少于 5', '不显示', '不显示，避免推算']);
  });

  /** Everybody who reads the tables knows the rule too; so the rule is turned round, for every table there is. */
  it('leave at least three values possible for whatever is hidden, also by why it is', () => {
    const MOST = 20;
    const origins = new Map<string, number[][]>();
    for (let a = 0; a <= MOST; a += 1)
      for (let b = 0; b <= MOST; b += 1)
        for (let c = 0; c <= MOST; c += 1) {
          const { total, cells } = suppress(table(a, b, c));
          const published = JSON.stringify([total, ...cells.map(({ count, hidden }) => count ?? hidden)]);
          origins.set(published, [...(origins.get(published) ?? []), [a, b, c]]);
        }
    for (const [published, counts] of origins) {
      const [total, ...cells] = readJson(v.array(v.nullable(v.union([v.number(), v.string()]))), published);
      // Larger totals have possibilities outside what is tried here.
      if (typeof total !== 'number' || total > MOST) continue;
      for (const [at, cell] of cells.entries()) {
        if (typeof cell !== 'string') continue;
        expect({ published, values: new Set(counts.map((one) => one[at])).size >= 3 }).toEqual({
          published,
          values: true,
        });
      }
    }
  });
});

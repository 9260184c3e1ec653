import * as v from 'valibot';
import {
  Name,
  Phone,
  ResidentId,
  ageOn,
  checkCharacter,
  initialsOf,
  mayBeReal,
  readResidentId,
  tidyName,
} from '@yugong/domain/identity';
import { Text } from '@yugong/domain/text';
import { ineligibleBecause } from '@yugong/domain/screening';
import { readPass, writePass } from '@yugong/domain/pass';
import { consentTexts, currentConsent, missingConsents } from '@yugong/domain/consent';
import { defined } from '@yugong/domain/narrow';

const id = (digits: string) => digits + checkCharacter(digits);

describe('a number that somebody may have', () => {
  it.each(['110', '500', '659', '810', '830', '911'])('begins with anything but 99: %s', (begins) => {
    expect(mayBeReal(`${begins}00019900101001X`)).toBe(true);
  });

  it('is none of a demo’s', () => {
    expect(mayBeReal('990101199001010027')).toBe(false);
  });
});

describe('resident identity numbers', () => {
  it.each([
    ['99010119810305002', { born: '1981-03-05', sex: 'female' }],
    ['99010120000229001', { born: '2000-02-29', sex: 'male' }],
  ])('reads %s…', (digits, facts) => expect(readResidentId(id(digits))).toEqual(facts));

  it.each(['99010119810230002', '99010120010229002', '09010119810305002', '99010118500305002'])(
    'knows that %s… cannot be one',
    (digits) => expect(readResidentId(id(digits))).toBeNull(),
  );

  it('finds any single wrong digit and any two neighbours swapped', () => {
    const right = id('99010119810305124');
    for (let at = 0; at < 17; at += 1) {
      const wrong = right.slice(0, at) + ((Number(right[at]) + 1) % 10) + right.slice(at + 1);
      expect(readResidentId(wrong)).toBeNull();
      const swapped = right.slice(0, at) + right[at + 1] + right[at] + right.slice(at + 2);
      if (right[at] !== right[at + 1] && at < 16) expect(readResidentId(swapped)).toBeNull();
    }
  });

  it('reads full-width digits, spaces and a small x', () => {
    const right = '99010119810305002'.replace(/2$/, '');
    const withX = defined(
      Array.from({ length: 100 }, (_, n) => id(`${right.slice(0, 14)}${String(n).padStart(3, '0')}`)).find((one) =>
        one.endsWith('X'),
      ),
    );
    expect(v.parse(ResidentId, ` ${withX.slice(0, 6)} ${withX.slice(6).toLowerCase()} `)).toBe(withX);
  });

  it('counts years to the day', () => {
    expect([
      ageOn('1981-03-05', '2026-03-04'),
      ageOn('1981-03-05', '2026-03-05'),
      ageOn('2000-02-29', '2026-02-28'),
    ]).toEqual([44, 45, 25]);
  });
});

describe('eligibility', () => {
  const rules = { sex: 'female', age: { min: 35, max: 64 } } as const;
  it.each([
    ['99010119810305002', '2026-03-05', []],
    ['99010119810305001', '2026-03-05', ['sex']],
    ['99010119910305002', '2026-03-04', ['age']],
    ['99010119910305002', '2026-03-05', []],
    ['99010119610305001', '2026-03-05', ['sex', 'age']],
  ])('of %s… on %s: %j', (digits, day, against) => expect(ineligibleBecause(rules, id(digits), day)).toEqual(against));
  it('says nothing where the rules say nothing', () =>
    expect(ineligibleBecause({ sex: null, age: null }, id('99010119810305001'), '2026-03-05')).toEqual([]));
});

describe('names', () => {
  it.each([
    ['演示人', '演示人'],
    [' 阿依 ． 示例 ', '阿依·示例'],
    ['阿依•示例', '阿依·示例'],
    ['⼥⽰例', '女示例'],
    ['Ａｎｎ  Example', 'Ann Example'],
    ['Ann O’Example', "Ann O'Example"],
    ['𠮷例', '𠮷例'],
  ])('reads %j as %j', (typed, name) => expect(v.parse(Name, typed)).toBe(name));

  it.each([
    '',
    '示',
    'А. Пример',
    'Αnn Example',
    '演示123',
    '<b>演示</b>',
    '演示🙂',
    '演\u200b示',
    '演示\u0000',
    '演Ann',
    '例'.repeat(60),
  ])('refuses %j', (typed) => expect(v.safeParse(Name, typed).success).toBe(false));

  it('is the same after it was tidied', () => {
    for (const one of ['阿依 ．示例', '⼥⽰例', ' Ann  Example.']) expect(tidyName(tidyName(one))).toBe(tidyName(one));
  });

  it('shows a stranger the initials', () => {
    expect(['演示人', '演示', '阿依·示例', 'Ann Example'].map(initialsOf)).toEqual([
      '演＊＊',
      '演＊',
      '阿＊＊',
      'A. E.',
    ]);
  });
});

it.each([
  ['199 0000 0001', '19900000001'],
  ['+86 199-0000-0001', '19900000001'],
  ['８６１９９００００００１', null],
  ['12900000001', null],
  ['1990000000', null],
])('reads the phone %j as %j', (typed, phone) => {
  const result = v.safeParse(Phone, typed);
  expect(result.success ? result.output : null).toBe(phone);
});

it('keeps a text’s lines and refuses what hides in it', () => {
  expect(v.parse(Text(20), '第一行\r\n第二行 ')).toBe('第一行\n第二行');
  for (const bad of ['a\u0007', 'a\u202eb', '\ud800', ' ', '一'.repeat(21)]) {
    expect(v.safeParse(Text(20), bad).success).toBe(false);
  }
});

it('reads a pass as it was written, however it was typed', () => {
  const parts = { registrationId: '06H0DM4VPM4XK2ECKFR3KVV1Z0', proof: 'EMTZ6E83QYFJ9H1R' };
  const code = writePass(parts);
  expect(readPass(` ${code.toLowerCase().replace(/1/g, 'l').replace(/0/g, 'o')} `)).toEqual(parts);
  for (const bad of ['', 'YG2.x.y', code.slice(0, -1), `${code}0`]) expect(readPass(bad)).toBeNull();
});

it('takes only consents in the version that is in force', () => {
  const { version } = currentConsent('health');
  expect(missingConsents(['health'], [{ purpose: 'health', version }])).toEqual([]);
  expect(missingConsents(['health', 'registration'], [{ purpose: 'health', version: '2019-01' }])).toEqual([
    'health',
    'registration',
  ]);
  expect(new Set(consentTexts.map((one) => `${one.purpose} ${one.version}`)).size).toBe(consentTexts.length);
});

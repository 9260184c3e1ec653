import fc from 'fast-check';
import {
  bandId,
  bandOf,
  bandsAt,
  judgeProgramme,
  judgeAll,
  screeningQuestionsFor,
  sayAges,
  sayMonthsAgo,
  isInBand,
  type Answers,
  type Checkable,
  type ScreeningRules,
} from '@yugong/domain/screening';

/** A programme whose every rule is open, to close one at a time. */
const openRules: ScreeningRules = {
  employment: 'any',
  household: 'any',
  districts: 'any',
  intervals: [{ of: '筛查', months: 36 }],
  conditions: [],
  items: [],
  cost: null,
  bring: null,
  preparation: null,
  cycle: null,
  windows: null,
  quotas: null,
  results: null,
};

const programmeWith = (rules: Partial<ScreeningRules> = {}, fields: Partial<Checkable> = {}): Checkable => ({
  id: 'p',
  title: '项目',
  age: { min: 35, max: 64 },
  rules: { ...openRules, ...rules },
  ...fields,
});

const fitting: Answers = { age: '35-65', last: 'never' };

describe('judge', () => {
  const two = [
    { of: '细胞学', months: 36 },
    { of: 'HPV', months: 60 },
  ];
  const pregnant = { id: 'pregnant', question: '怀孕了吗？', hint: null, wanted: 'no', because: '孕期不安排' } as const;
  const rows: [string, Partial<ScreeningRules>, Answers, string, string][] = [
    ['everything known and fitting', {}, {}, 'eligible', ''],
    ['younger', {}, { age: '0-35' }, 'not-under-this', '要满 35 周岁，你还没到'],
    ['older', {}, { age: '65-' }, 'not-under-this', '只到 64 周岁，你过了'],
    ['an age that a later question split otherwise', {}, { age: '30-40' }, 'unclear', '年龄还说不准'],
    ['work that is among those named', { employment: ['private'] }, { employment: 'private' }, 'eligible', '你在里面'],
    ['work that is not', { employment: ['private'] }, { employment: 'public' }, 'not-under-this', '只给非公企业的'],
    ['work left open', { employment: ['private'] }, { employment: 'unsure' }, 'unclear', '工作还说不准'],
    ['a rule no source gives', { employment: null }, { employment: 'private' }, 'unclear', '做哪种工作'],
    ['registered elsewhere', { household: 'city' }, { household: 'elsewhere' }, 'not-under-this', '要重庆户口'],
    ['registered here', { household: 'city' }, { household: 'city' }, 'eligible', '你有'],
    ['a district that has it', { districts: ['500103'] }, { district: '500103' }, 'eligible', '你所在的区县有'],
    ['a district that has not', { districts: ['500103'] }, { district: 'elsewhere' }, 'not-under-this', '没有'],
    ['too soon', {}, { last: '0-36' }, 'not-under-this', '要隔 3 年，还没到'],
    ['long enough ago', {}, { last: '36-' }, 'eligible', '已经隔了 3 年'],
    ['between two tests', { intervals: two }, { last: '36-60' }, 'unclear', '要看上次做的是哪种检查'],
    ['past the longer one', { intervals: two }, { last: '60-' }, 'eligible', '已经隔了 5 年'],
    [
      'a test whose interval is open',
      { intervals: [...two, { of: '乳腺', months: null }] },
      { last: '0-36' },
      'unclear',
      '乳腺资料没写',
    ],
    ['never before, whatever the intervals', { intervals: two }, { last: 'never' }, 'eligible', '没有查过'],
    ['a condition met', { conditions: [pregnant] }, { 'condition:p:pregnant': 'no' }, 'eligible', '不是'],
    [
      'a condition against',
      { conditions: [pregnant] },
      { 'condition:p:pregnant': 'yes' },
      'not-under-this',
      '孕期不安排',
    ],
    ['a condition left open', { conditions: [pregnant] }, {}, 'unclear', '怀孕了吗'],
  ];
  it.each(rows)('%s', (_, rules, answers, outcome, words) => {
    const judged = judgeProgramme(programmeWith(rules), { ...fitting, ...answers });
    expect(judged.outcome).toBe(outcome);
    expect(judged.reasons.map(({ text }) => text).join('；')).toContain(words);
  });

  const anyRules = fc.record({
    employment: fc.constantFrom<ScreeningRules['employment']>(null, 'any', ['private'], ['new-form', 'none']),
    household: fc.constantFrom<ScreeningRules['household']>(null, 'any', 'city'),
    districts: fc.constantFrom<ScreeningRules['districts']>(null, 'any', ['500103']),
    intervals: fc.constantFrom<ScreeningRules['intervals']>(null, two, [{ of: '乳腺', months: null }]),
    conditions: fc.constantFrom<ScreeningRules['conditions']>([], [pregnant]),
  });
  const anyProgramme = fc
    .tuple(anyRules, fc.constantFrom(null, { min: 35, max: 64 }))
    .map(([rules, age]) => programmeWith(rules, { age }));
  const optionsOf = (programme: Checkable) =>
    screeningQuestionsFor([programme]).map((question) => {
      const bands = 'bands' in question ? question.bands.map(bandId) : [];
      const rest = ['unsure', 'never', 'private', 'none', 'city', 'elsewhere', '500103', 'yes', 'no'];
      return fc.constantFrom(...bands, ...rest, undefined).map((answer) => [question.id, answer] as const);
    });
  const asked = anyProgramme.chain((programme) =>
    fc.tuple(...optionsOf(programme)).map((pairs) => ({ programme, answers: Object.fromEntries(pairs) })),
  );

  it('never says yes where anything is open, nor no without a reason against', () => {
    fc.assert(
      fc.property(asked, ({ programme, answers }) => {
        const { outcome, reasons } = judgeProgramme(programme, answers);
        const findings = new Set(reasons.map(({ finding }) => finding));
        expect(outcome === 'eligible').toBe([...findings].every((finding) => finding === 'fits'));
        expect(outcome === 'not-under-this').toBe(findings.has('against'));
        for (const { text } of reasons) expect(text).not.toMatch(/undefined|null|NaN/);
      }),
    );
  });

  it('changes one reason when one answer changes', () => {
    fc.assert(
      fc.property(
        asked,
        fc.nat(),
        fc.constantFrom('unsure', 'never', 'no', '0-35'),
        ({ programme, answers }, at, to) => {
          const ids = screeningQuestionsFor([programme]).map(({ id }) => id);
          const id = ids[at % Math.max(ids.length, 1)];
          if (!id) return;
          const [before, after] = [
            judgeProgramme(programme, answers),
            judgeProgramme(programme, { ...answers, [id]: to }),
          ];
          expect(after.reasons.filter(({ about }) => about !== id)).toEqual(
            before.reasons.filter(({ about }) => about !== id),
          );
        },
      ),
    );
  });
});

describe('judgeAll', () => {
  it('leaves out programmes that have ended and puts the most promising first', () => {
    const over = programmeWith({ windows: [{ from: '2021-01-01', to: '2021-12-31' }] }, { id: 'over' });
    const old = programmeWith({}, { id: 'old', age: { min: 70, max: 80 } });
    const unsaid = programmeWith({ household: null }, { id: 'unsaid' });
    const fits = programmeWith({ windows: [{ from: '2027-01-01', to: '2027-03-31' }] }, { id: 'fits' });
    const found = judgeAll([over, old, unsaid, fits], fitting, '2026-11-23');
    expect(found.map(({ programme }) => programme.id)).toEqual(['fits', 'unsaid', 'old']);
  });
});

describe('questionsFor', () => {
  it('asks nothing that no rule looks at', () => {
    const open = programmeWith({ intervals: null }, { age: null });
    expect(screeningQuestionsFor([open])).toEqual([]);
  });

  it('asks each thing once, whatever the number of programmes', () => {
    const one = programmeWith({ employment: ['private'], household: 'city', districts: ['500103'] });
    const two = programmeWith({ districts: ['500103', '500106'] }, { id: 'q', age: { min: 30, max: 60 } });
    const questions = screeningQuestionsFor([one, two]);
    expect(questions.map(({ id }) => id)).toEqual(['age', 'employment', 'household', 'district', 'last']);
    expect(questions[0]).toEqual({ id: 'age', bands: bandsAt([30, 35, 61, 65]) });
    expect(questions[3]).toEqual({ id: 'district', adcodes: ['500103', '500106'] });
  });
});

describe('bands', () => {
  it('lie whole in or out of every range whose edges made them, and cover everything once', () => {
    const edge = fc.integer({ min: 1, max: 120 });
    fc.assert(
      fc.property(fc.array(edge), edge, edge, (edges, a, b) => {
        const range = { from: Math.min(a, b), to: Math.max(a, b) + 1 };
        const bands = bandsAt([...edges, range.from, range.to]);
        for (const band of bands) expect(isInBand(band, range)).not.toBe('part');
        expect(bands.slice(1).map(({ from }) => from)).toEqual(bands.slice(0, -1).map(({ to }) => to));
        expect(bands.map((band) => bandOf(bandId(band)))).toEqual(bands);
      }),
    );
  });

  it.each([
    [sayAges, { from: 0, to: 35 }, '不到 35 岁'],
    [sayAges, { from: 35, to: 65 }, '35—64 岁'],
    [sayAges, { from: 65, to: null }, '65 岁及以上'],
    [sayMonthsAgo, { from: 0, to: 36 }, '不到 3 年'],
    [sayMonthsAgo, { from: 36, to: 60 }, '3 年到 5 年'],
    [sayMonthsAgo, { from: 18, to: null }, '18 个月以上'],
  ])('%p of %p', (say, band, words) => expect(say(band)).toBe(words));
});

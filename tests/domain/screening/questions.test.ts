/** How a screening question is put, and what is said to each answer of it, word for word. */
import {
  judgeAll,
  judgeProgramme,
  mayRun,
  questionTextOf,
  type Answers,
  type Checkable,
  type ScreeningQuestion,
  type ScreeningRules,
} from '@yugong/domain/screening';

const rules: ScreeningRules = {
  employment: 'any',
  household: 'any',
  districts: 'any',
  intervals: null,
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
const programmeWith = (more: Partial<ScreeningRules>, age: Checkable['age'] = null): Checkable => ({
  id: 'p',
  title: '项目',
  age,
  rules: { ...rules, ...more },
});
const pregnant = { id: 'pregnant', question: '怀孕了吗？', hint: null, wanted: 'no', because: '孕期不安排' } as const;

describe('a question is put', () => {
  const names: Record<string, string> = { 500103: '渝中区' };
  it.each<[ScreeningQuestion, string, string | undefined, string]>([
    [
      {
        id: 'age',
        bands: [
          { from: 0, to: 35 },
          { from: 35, to: null },
        ],
      },
      '你多大年纪',
      '周岁。不用填生日',
      '0-35 不到 35 岁／35- 35 岁及以上／unsure 说不准',
    ],
    [
      { id: 'employment', kinds: ['new-form', 'none'] },
      '你做哪种工作',
      '选最接近的',
      'new-form 外卖、快递、网约车、货运、直播这类／none 现在没有上班／unsure 说不准',
    ],
    [{ id: 'household' }, '你是重庆户口吗', undefined, 'city 是／elsewhere 不是／unsure 说不准'],
    [
      { id: 'district', adcodes: ['500103'] },
      '你住在或者上班在哪里',
      undefined,
      '500103 渝中区／other 别的区县／unsure 说不准',
    ],
    [
      {
        id: 'last',
        bands: [
          { from: 0, to: 36 },
          { from: 36, to: null },
        ],
      },
      '上次做两癌筛查是多久以前',
      '免费的、自己花钱的都算',
      'never 从来没做过／0-36 不到 3 年／36- 3 年以上／unsure 记不清了',
    ],
    [
      { id: 'condition:p:pregnant', condition: { ...pregnant, hint: '刚生完孩子也算' } },
      '怀孕了吗？',
      '刚生完孩子也算',
      'yes 是／no 不是／unsure 说不准',
    ],
    [{ id: 'condition:p:pregnant', condition: pregnant }, '怀孕了吗？', undefined, 'yes 是／no 不是／unsure 说不准'],
  ])('with everything that can be answered: %j', (question, title, hint, options) => {
    const text = questionTextOf(question, (adcode) => names[adcode] ?? '');
    expect([text.title, text.hint]).toEqual([title, hint]);
    expect(text.options.map((one) => `${one.value} ${one.text}`).join('／')).toBe(options);
  });
});

describe('an answer is told', () => {
  const breast = { of: '乳腺', months: null };
  const three = { of: '细胞学', months: 36 };
  it.each<[Partial<ScreeningRules>, Answers, string, string]>([
    [{ employment: ['private', 'none'] }, {}, 'unsure', '给非公企业、没有上班的，你的工作还说不准'],
    [{ employment: ['private'] }, { employment: 'unsure' }, 'unsure', '给非公企业的，你的工作还说不准'],
    [{ employment: ['private'] }, { employment: 'private' }, 'fits', '给非公企业的，你在里面'],
    [{ employment: ['none'] }, { employment: 'private' }, 'against', '只给没有上班的'],
    [{ employment: 'any' }, {}, 'fits', '做哪种工作都可以'],
    [{ household: 'city' }, {}, 'unsure', '要重庆户口，你的还说不准'],
    [{ household: null }, {}, 'unsaid', '看不看户口'],
    [{ districts: ['500103'] }, {}, 'unsure', '只有几个区县有，你住哪里还说不准'],
    [{ districts: ['500103'] }, { district: 'unsure' }, 'unsure', '只有几个区县有，你住哪里还说不准'],
    [{ districts: ['500103'] }, { district: 'other' }, 'against', '你所在的区县没有'],
    [{ districts: null }, {}, 'unsaid', '在哪些区县'],
    [{ intervals: [three] }, {}, 'unsure', '要隔 3 年，上次是什么时候还说不准'],
    [{ intervals: [three, breast] }, { last: '36-' }, 'unsure', '乳腺隔多久，资料没写'],
    [{ intervals: [three, breast] }, { last: '0-36' }, 'unsure', '要隔 3 年，乳腺资料没写'],
    [{ intervals: [three] }, { last: '0-36' }, 'against', '要隔 3 年，还没到'],
    [{ intervals: [breast] }, { last: '0-36' }, 'unsaid', '多久可以再查'],
    [{ conditions: [pregnant] }, { 'condition:p:pregnant': 'no' }, 'fits', '怀孕了吗？不是'],
    [
      { conditions: [{ ...pregnant, question: '有医保吗？', wanted: 'yes' }] },
      { 'condition:p:pregnant': 'yes' },
      'fits',
      '有医保吗？是',
    ],
    [{ conditions: [pregnant] }, { 'condition:p:pregnant': 'unsure' }, 'unsure', '还说不准：怀孕了吗？'],
  ])('%j, %j: %s', (more, answers, finding, text) => {
    const { reasons } = judgeProgramme(programmeWith(more), answers);
    expect(reasons).toContainEqual(expect.objectContaining({ finding, text }));
  });

  it.each([
    ['0-35', 'against', '要满 35 周岁，你还没到'],
    ['35-65', 'fits', '年龄在 35—64 周岁 里'],
    ['65-', 'against', '只到 64 周岁，你过了'],
    ['unsure', 'unsure', '年龄要在 35—64 周岁，你的年龄还说不准'],
    [undefined, 'unsure', '年龄要在 35—64 周岁，你的年龄还说不准'],
    ['60-70', 'unsure', '年龄要在 35—64 周岁，你的年龄还说不准'],
  ])('of the age, %s: %s', (age, finding, text) => {
    const { reasons } = judgeProgramme(programmeWith({}, { min: 35, max: 64 }), age === undefined ? {} : { age });
    expect(reasons).toContainEqual(expect.objectContaining({ finding, text }));
  });
});

it('a programme runs until the end of its last day, and one without days may always run', () => {
  const until = (to: string) => programmeWith({ windows: [{ from: '2026-01-01', to }] });
  expect(mayRun(until('2026-11-23').rules, '2026-11-23')).toBe(true);
  expect(mayRun(until('2026-11-22').rules, '2026-11-23')).toBe(false);
  expect(mayRun(rules, '2026-11-23')).toBe(true);
  expect(judgeAll([until('2026-11-22')], {}, '2026-11-23')).toEqual([]);
});

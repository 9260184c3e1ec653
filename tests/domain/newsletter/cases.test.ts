import { unionOf } from '../../../packages/domain/newsletter/unions';
import { faultsOf, fixture, read } from './read';
import { textContaining, textMatching } from '../../support/matchers';

const { cases } = read(fixture('headings.md'));
const [storytelling, ledger, letters] = cases;

it('takes period and category of a case with text from the list', () => {
  expect(cases.map(({ period, category }) => [period, category])).toEqual([
    [8, 1],
    [8, 15],
    [9, 13],
  ]);
});

it('takes the list’s full title and unit, and tells both lines', () => {
  expect(storytelling).toMatchObject({
    title: '重庆市总工会打造“云上”故事会 让道理听得懂',
    unit: '重庆市总工会',
    line: 7,
    listLine: 33,
  });
});

it('parts lead and points, and joins a sentence that a page break cut', () => {
  expect(storytelling?.lead).toMatch(/^2030年3月8日.*搬到线上。$/);
  expect(storytelling?.points).toEqual([
    { heading: '讲故事，让道理“活”起来', body: textMatching(/^故事会邀请.*播出。$/) },
    { heading: '听反馈，让内容“新”起来', body: textContaining('据此修改了节目单，不少于5名') },
  ]);
});

it('reads points numbered 一、二、', () => {
  expect(ledger?.points.map(({ heading }) => heading)).toEqual(['摸清底数', '分类服务']);
});

it('leaves a case that is only listed without text', () => {
  expect(letters).toMatchObject({ lead: null, points: [], figures: [], line: 43, listLine: 43 });
});

it('gives the district its present code and keeps its old name', () => {
  expect(letters?.district).toEqual({ adcode: '500157', districtThen: '江北区' });
  expect(ledger?.district).toEqual({ adcode: '500103' });
  expect(storytelling?.district).toBeNull();
});

it('reads points that stand in one paragraph', () => {
  const text =
    '# 题\n## 女职工工作\n### 市总工会推行虚构办法\n办法有三条：一是摸底，走访3户；二是建账，一户一档；三是回访。\n## 名单\n### 第八期\n#### 十五、女职工工作\n- 重庆市总工会推行虚构办法';
  const [only] = read(text).cases;
  expect(only).toMatchObject({
    period: 8,
    lead: '办法有三条。',
    points: [
      { heading: '摸底', body: '走访3户。' },
      { heading: '建账', body: '一户一档。' },
      { heading: '回访', body: '回访。' },
    ],
  });
});

it('notes a point that is missing in the count', () => {
  const flags = read('# 题\n## 女职工工作\n### 市总工会办事\n一是好。很好。\n三是也好。很好。').flags;
  expect(flags).toContainEqual(expect.objectContaining({ line: 5, field: 'points', severity: 'note' }));
});

describe('flags, at its line,', () => {
  it.each([
    ['a case that no list has', '# 题\n## 女职工工作\n### 市总工会办事\n办得好。', ['3 period']],
    ['a case without a union', '# 题\n## 名单\n### 第8期\n#### 十五、女职工工作\n打造工会驿站新模式', ['5 unit']],
    ['an entry without a period', '# 题\n## 名单\n#### 十五、女职工工作\n市总工会办事', ['4 period']],
    ['an entry without a category', '# 题\n## 名单\n### 第8期\n市总工会办事', ['4 category']],
    [
      'a number that contradicts the category’s name',
      '# 题\n## 名单\n### 第8期\n#### 一、女职工工作\n市总工会办事',
      ['4 category'],
    ],
    [
      'a text and a list that disagree',
      '# 题\n## 宣传传播\n### 市总工会办事\n办得好。\n## 名单\n### 第8期\n#### 十五、女职工工作\n市总工会办事',
      ['3 category'],
    ],
    [
      'one case in two periods',
      '# 题\n## 名单\n### 第8期\n#### 十五、女职工工作\n市总工会办事\n### 第9期\n#### 十五、女职工工作\n市总工会办事',
      ['8 title'],
    ],
  ])('%s', (_, text, faults) => expect(faultsOf(read(text))).toEqual(faults));
});

it('puts a category that the dataset does not know below 其他工作 until phones know it', () => {
  const [only] = read('# 题\n## 名单\n### 第10期\n#### 三、产业工人队伍建设\n市总工会办事').cases;
  expect(only).toMatchObject({ period: 10, category: 16 });
});

it('does not take the number of the issue for a period', () => {
  expect(faultsOf(read('虚构通讯\n第46期\n编印：虚构编辑部\n\n一周动态\n◆近日，甲工会开会。'))).toEqual([]);
});

describe('unionOf', () => {
  it.each([
    ['市总工会打造品牌', '重庆市总工会'],
    ['重庆市总工会打造品牌', '重庆市总工会'],
    ['重庆工会“三位一体”工作法', '重庆工会'],
    ['重庆沙坪坝区总工会打造“沙磁工韵”', '沙坪坝区总工会'],
    ['重庆市开州区总工会以驿站为阵地', '开州区总工会'],
    ['重庆忠县总工会强化监督', '忠县总工会'],
    ['市金融财贸轻工纺织工会以“三化”推动', '重庆市金融财贸轻工纺织工会'],
    ['重庆虚构集团工会推行', '重庆虚构集团工会'],
  ])('%s is of %s', (title, unit) => expect(unionOf(title)?.unit).toBe(unit));

  it.each(['打造工会驿站新模式', '深化改革', '市总工会'])('is null where a title names none: %s', (title) =>
    expect(unionOf(title)).toBeNull(),
  );
});

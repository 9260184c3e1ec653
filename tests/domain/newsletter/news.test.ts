import { titleOf } from '../../../packages/domain/newsletter/titles';
import { faultsOf, fixture, read } from './read';

const dated = (text: string, issueDate?: string | null) =>
  read(text, issueDate).news.map(({ happenedOn, title }) => `${happenedOn ?? '-'} ${title}`);
const week = (...lines: string[]) => ['# 题', '## 一周动态', ...lines].join('\n');

describe('a section of items marked ◆', () => {
  const { news, flags } = read(fixture('headings.md'));

  it('has an item a mark, with its day; 近日 stays undated', () => {
    expect(news.map(({ happenedOn }) => happenedOn)).toEqual(['2030-03-14', '2030-03-13', null]);
    expect(news.map(({ when }) => when)).toEqual(['3月14日', '3月13日至15日', '近日']);
  });

  it('sets the caption between two items aside and says so', () => {
    expect(news.map(({ paragraphs }) => paragraphs.length)).toEqual([1, 1, 1]);
    expect(flags).toContainEqual(expect.objectContaining({ line: 51, severity: 'note' }));
  });

  it('joins a sentence that was cut', () => {
    expect(news[1]?.paragraphs).toEqual([expect.stringContaining('宣讲员的表达能力。')]);
  });

  it('names an item by the words of its first sentence', () => {
    expect(news.map(({ title, isTitlePrinted }) => [title, isTitlePrinted])).toEqual([
      ['“虚构杯”职工棋类比赛在渝中区虚构广场举行', false],
      ['市总工会开展虚构法律宣讲', false],
      ['璧山区总工会走访快递员', false],
    ]);
  });

  it('gives a figure the day of its item', () => {
    expect(news[0]?.figures[0]).toMatchObject({ value: 34, asOf: '2030-03-14' });
  });
});

describe('other layouts', () => {
  it.each([
    ['numbered items', week('1．3月14日，甲工会开会。', '2.近日，乙工会走访。')],
    ['bullets', week('- 3月14日，甲工会开会。', '* 近日，乙工会走访。')],
    ['items that only open with their date', week('3月14日，甲工会开会。', '', '近日，乙工会走访。')],
    ['no section at all', '虚构通讯\n3月14日，甲工会开会。\n近日，乙工会走访。'],
    ['a heading without marks', '虚构通讯\n【本周要闻】\n3月14日，甲工会开会。\n近日，乙工会走访。'],
  ])('%s', (_, text) => expect(dated(text)).toEqual(['2030-03-14 甲工会开会', '- 乙工会走访']));

  it('takes a title that stands above its item', () => {
    const text = week('甲工会办晚会', '3月14日，甲工会办晚会。', '', '乙工会走访', '近日，乙工会走访。');
    expect(read(text).news.map(({ title, isTitlePrinted, line }) => [title, isTitlePrinted, line])).toEqual([
      ['甲工会办晚会', true, 3],
      ['乙工会走访', true, 6],
    ]);
  });

  it('takes headings inside the section for titles, and what follows for their text', () => {
    const [first] = read(week('### 甲工会办晚会', '甲工会于3月14日办晚会。', '', '晚会上掌声不断。')).news;
    expect(first).toMatchObject({ title: '甲工会办晚会', happenedOn: '2030-03-14' });
    expect(first?.paragraphs).toHaveLength(2);
  });

  it('does not take the heading of a group of marked items for a title', () => {
    expect(dated(week('### 区县', '◆3月14日，甲工会开会。'))).toEqual(['2030-03-14 甲工会开会']);
  });

  it('joins lines wrapped without a gap, even where one begins with a date', () => {
    const text = week('◆近日，甲工会发布通知，活动将于', '3月25日在虚构广场举行，请各单位', '参加。');
    expect(read(text).news[0]?.paragraphs).toEqual([
      '近日，甲工会发布通知，活动将于3月25日在虚构广场举行，请各单位参加。',
    ]);
  });
});

describe('dates', () => {
  it('run over New Year', () => {
    expect(dated(fixture('new-year.txt'), '2031-01-05').map((one) => one.slice(0, 10))).toEqual([
      '2030-12-30',
      '2031-01-02',
      '2030-12-31',
    ]);
  });

  it('stay unresolved without a day of issue, each flagged at its line', () => {
    const newsletter = read(fixture('new-year.txt'), null);
    expect(newsletter.news.map(({ happenedOn }) => happenedOn)).toEqual([null, null, null]);
    expect(faultsOf(newsletter)).toEqual(['5 happenedOn', '7 happenedOn', '9 happenedOn']);
  });

  it('are resolved against the day printed in the masthead when none is given', () => {
    const text = '虚构通讯\n2030年3月20日 第12期\n一周动态\n◆3月14日，甲工会开会。';
    expect(dated(text, null)).toEqual(['2030-03-14 甲工会开会']);
    expect(read(text, '2030-04-01').flags).toContainEqual(expect.objectContaining({ line: 2, field: 'issueDate' }));
  });

  it('that depend on the day of writing are noted and left out', () => {
    const { news, flags } = read(week('◆昨日，甲工会开会。'));
    expect(news[0]?.happenedOn).toBeNull();
    expect(flags).toContainEqual(expect.objectContaining({ line: 3, field: 'happenedOn', severity: 'note' }));
  });

  it('after the day of issue are noted', () => {
    expect(read(week('◆3月25日，甲工会开会。')).flags).toContainEqual(
      expect.objectContaining({ line: 3, field: 'happenedOn', severity: 'note' }),
    );
  });

  it.each(['◆市总工会自3月1日起走访。', '◆市总工会于3月1日发文，于3月14日开会。'])(
    'that are not surely the item’s are left: %s',
    (item) => {
      expect(read(week(item)).news[0]?.happenedOn).toBeNull();
    },
  );

  it('inside the first sentence count when there is one only', () => {
    expect(read(week('◆市总工会于3月14日开会。')).news[0]?.happenedOn).toBe('2030-03-14');
  });
});

describe('what is printed twice', () => {
  it('counts once, whatever its digits and signs', () => {
    const { news, flags } = read(fixture('duplicated.txt'));
    expect(news.map(({ line }) => line)).toEqual([5, 7]);
    expect(flags).toContainEqual(expect.objectContaining({ line: 9, message: expect.stringContaining('第 5 行') }));
  });

  it('with the same title and other words is a fault', () => {
    const text = week('◆3月15日，甲工会调研，走进一厂。', '◆3月15日，甲工会调研，走进二厂。');
    expect(faultsOf(read(text))).toEqual(['4 title']);
  });

  it('on another day is another item', () => {
    expect(read(week('◆3月14日，甲工会开会，来了9人。', '◆3月15日，甲工会开会，来了8人。')).news).toHaveLength(2);
  });
});

describe('flags, at its line,', () => {
  it.each([
    ['a title without text', week('◆3月14日，甲工会开会。', '### 乙工会走访'), ['4 paragraphs']],
    ['a day that does not exist', week('◆2月30日，甲工会开会。'), ['3 happenedOn']],
    ['a day too far from the issue', week('◆8月1日，甲工会开会。'), ['3 happenedOn']],
    [
      'a line that may be a caption or the rest of a sentence',
      week('◆3月14日，甲工会比赛，检验选手的', '', '比赛现场人头攒动', '', '操作能力。'),
      ['5 text'],
    ],
    ['a first sentence without end', week(`◆3月14日，${'很'.repeat(120)}。`), ['3 title']],
  ])('%s', (_, text, faults) => expect(faultsOf(read(text))).toEqual(faults));
});

it('flags everything unclear in one reading', () => {
  expect(faultsOf(read(fixture('unclear.txt')))).toEqual([
    '5 unit',
    '5 period',
    '13 category',
    '19 unit',
    '23 happenedOn',
    '25 happenedOn',
    '31 text',
    '37 title',
  ]);
});

describe('captions', () => {
  it.each(['图为比赛现场。', '（张三 摄）', '▲启动仪式', '比赛现场（记者 张三 摄）'])('%s is set aside', (caption) => {
    expect(read(week('◆3月14日，甲工会开会。', caption, '◆近日，乙工会走访。')).news.map((n) => n.paragraphs)).toEqual([
      ['3月14日，甲工会开会。'],
      ['近日，乙工会走访。'],
    ]);
  });

  it('between the halves of a sentence is known by repeating it', () => {
    const text = week('◆3月14日，虚构杯职工篮球比赛全面检验选手的', '', '虚构杯职工篮球比赛', '', '操作能力。');
    const newsletter = read(text);
    expect(faultsOf(newsletter)).toEqual([]);
    expect(newsletter.news[0]?.paragraphs).toEqual(['3月14日，虚构杯职工篮球比赛全面检验选手的操作能力。']);
  });

  it('is not a wrapped line that happens to end in 摄', () => {
    const text = week('◆3月14日，甲工会主办的职工摄', '影展开幕。');
    expect(read(text).news[0]?.paragraphs).toEqual(['3月14日，甲工会主办的职工摄影展开幕。']);
  });
});

describe('titleOf', () => {
  it.each([
    ['，由甲主办，乙承办，丙协办的“十年 同行”仪式在丁举行。之后', '“十年 同行”仪式在丁举行'],
    ['下午，甲工会开会部署，要求落实。', '甲工会开会部署'],
    ['为进一步做好服务，甲工会走访乙厂，送去慰问。', '为进一步做好服务，甲工会走访乙厂'],
  ])('%s', (text, title) => expect(titleOf(text)).toBe(title));
});

describe('a paragraph that tells what several unions did', () => {
  const two = '3月14日，南岸区总工会召开职工大会。3月15日，渝中区总工会走访职工。';
  const titles = (...lines: string[]) => read(['工会动态', '', ...lines].join('\n')).news.map(({ title }) => title);

  it('is parted where each sentence has its own day and union', () => {
    expect(titles(two)).toEqual(['南岸区总工会召开职工大会', '渝中区总工会走访职工']);
    expect(read(`工会动态\n\n${two}`).flags).toContainEqual(
      expect.objectContaining({ line: 3, message: '这一段写了 2 个工会各一天的事，分成了 2 条；是一件事就合起来' }),
    );
  });

  it.each([
    ['the same union goes on', '3月14日，南岸区总工会召开大会。3月15日，区总工会公布结果。'],
    ['the day has no union', '3月14日，南岸区总工会召开大会。3月15日，结果公布。'],
    ['two unions act together', '3月14日，南岸区总工会召开大会。3月15日，渝中区总工会、大足区总工会前来学习。'],
    ['it only says when a union did what', '3月14日，南岸区总工会召开大会。渝中区总工会到会学习。'],
  ])('stays one where %s', (_why, text) => {
    expect(titles(text)).toHaveLength(1);
  });

  it('stays one below a title, and with a mark', () => {
    expect(titles('两区工会在行动', two, '', '城口工会开班', '3月16日，城口县总工会开班。')).toHaveLength(2);
    expect(titles(`◆${two}`, '◆3月16日，城口县总工会开班。')).toHaveLength(2);
  });
});

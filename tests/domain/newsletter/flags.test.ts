/** What a clerk reads of a newsletter that isn't clear: the line, the sentence, and what was expected there. */
import { read } from './read';

/** Line, field, sentence; behind → what was expected instead, which only faults have. */
const flagged = (text: string, issueDate?: string | null): string[] =>
  read(text, issueDate).flags.map(
    ({ line, field, message, ...flag }) =>
      `${line} ${field} ${message}${flag.severity === 'fault' ? ` → ${flag.expected}` : ''}`,
  );
const week = (...lines: string[]): string => ['# 题', '## 一周动态', ...lines].join('\n');
const list = (...lines: string[]): string => ['# 题', '## 名单', ...lines].join('\n');
/** A case with text, and the list that names it. */
const told = (...lines: string[]): string =>
  ['# 题', '## 女职工工作', ...lines, '## 名单', '### 第8期', '#### 十五、女职工工作', '市总工会办事'].join('\n');

describe('of a list of cases is said', () => {
  it.each<[string, string, string[]]>([
    [
      'which paragraph is none of its titles',
      list('### 第8期', '#### 十五、女职工工作', '市总工会办事', '这是正文。'),
      ['6 text 名单里的这一段是正文，没有收'],
    ],
    [
      'which title is no union’s',
      list('### 第8期', '#### 十五、女职工工作', '打造工会驿站新模式'),
      [
        '5 unit 名单里的「打造工会驿站新模式」认不出是哪个工会的 → 以工会名称开头的案例标题；上一行断开的就接回上一行，不是案例就删去',
      ],
    ],
    [
      'that its period is missing',
      list('#### 十五、女职工工作', '市总工会办事'),
      ['4 period 这条案例上面没有写第几期 → 名单上面写「第8期」这样的一行'],
    ],
    [
      'that its category is missing',
      list('### 第8期', '市总工会办事'),
      ['4 category 不知道「市总工会办事」是哪一类 → 标题上面有类别，例如「四、发挥劳模工匠作用」'],
    ],
    [
      'that a category’s number is another’s',
      list('### 第8期', '#### 一、女职工工作', '市总工会办事'),
      ['4 category 「女职工工作」前面的序号是 1，这一类应是第 15 类 → 序号 15，或者与序号相符的类别名'],
    ],
    [
      'that a category is new',
      list('### 第10期', '#### 三、产业工人队伍建设', '市总工会办事'),
      ['4 category 资料里还没有「产业工人队伍建设」这一类，是新的类别就请确认；下面的案例等确认了再收'],
    ],
    [
      'that a title comes twice',
      list('### 第8期', '#### 十五、女职工工作', '市总工会办事', '市总工会办事'),
      ['6 title 和第 5 行重复，只收一次'],
    ],
    [
      'that a title comes again in another period',
      list('### 第8期', '#### 十五、女职工工作', '市总工会办事', '### 第9期', '#### 十五、女职工工作', '市总工会办事'),
      ['8 title 标题和第 5 行相同，内容不同 → 同一个案例只写一次'],
    ],
  ])('%s', (_, text, flags) => expect(flagged(text)).toEqual(flags));
});

describe('of a case with its text is said', () => {
  it.each<[string, string, string[]]>([
    [
      'that no list has it',
      '# 题\n## 女职工工作\n### 市总工会办事\n办得好。',
      ['3 period 名单里没有「市总工会办事」，不知道是第几期的 → 名单（第几期、哪一类）里有同一个标题'],
    ],
    [
      'that the list has it elsewhere',
      told('### 市总工会办事', '办得好。').replace('女职工工作', '宣传传播'),
      ['3 category 正文（第 3 行）放在第 2 类，名单（第 8 行）放在第 15 类 → 正文和名单的类别一致'],
    ],
    [
      'that text stands above any title',
      told('办得好，很好。'),
      ['3 title 「办得好，很好。」上面没有案例的标题 → 类别下面先写案例标题，再写正文'],
    ],
    ['that it has a title only', told('### 市总工会办事'), ['3 points 这个案例只有标题，没有正文']],
    [
      'which line is a caption',
      told('### 市总工会办事', '办得好。', '', '活动现场', '', '一是好。很好。'),
      ['6 text 不成句的一行，当作图片说明，没有收：「活动现场」'],
    ],
    [
      'which point is missing or out of order, and what follows the points',
      told('### 市总工会办事', '一是好。很好。', '三是也好。很好。', '又一段。'),
      [
        '5 points 要点的序号是 3，按顺序应为 2，看看有没有漏掉或排错',
        '6 points 这一段在要点之后、没有序号，接在了上一条要点后面',
      ],
    ],
  ])('%s', (_, text, flags) => expect(flagged(text)).toEqual(flags));

  it('nothing where text and list write its title with and without 重庆 and quotes', () => {
    const newsletter = read(
      told('### 重庆市总工会打造“交互式” 展', '办得好。').replace(/市总工会办事$/, '市总工会打造交互式展'),
    );
    expect(newsletter.flags).toEqual([]);
    expect(newsletter.cases).toMatchObject([{ title: '市总工会打造交互式展', period: 8, lead: '办得好。' }]);
  });
});

describe('of an item’s day is said', () => {
  it.each<[string, string, string[]]>([
    [
      'that no calendar has it',
      '◆2月30日，甲工会开会。',
      ['3 happenedOn 日历上没有「2月30日」 → 一个真实的日期，例如 11月14日'],
    ],
    [
      'that its year can’t be known',
      '◆8月1日，甲工会开会。',
      [
        '3 happenedOn 「8月1日」没有写年份，离出刊日期 2030-03-20 太远，看不出是哪一年 → 在日期前写上年份，或者核对出刊日期',
      ],
    ],
    [
      'that it is still to come',
      '◆3月25日，甲工会开会。',
      ['3 happenedOn 「3月25日」是 2030-03-25，在出刊日期 2030-03-20 之后，是预告，不当作发生的日期'],
    ],
    [
      'that it depends on the day of writing',
      '◆昨日，甲工会开会。',
      ['3 happenedOn 「昨日」不知道是哪一天，按没有注明日期处理'],
    ],
    [
      'that none is in front',
      '◆市总工会自3月1日起走访。',
      ['3 happenedOn 开头没有日期，也没有「近日」，按没有注明日期处理'],
    ],
    ['nothing of the day of issue itself', '◆3月20日，甲工会开会。', []],
  ])('%s', (_, item, flags) => expect(flagged(week(item))).toEqual(flags));

  it('that the day of issue is needed', () => {
    expect(flagged(week('◆3月14日，甲工会开会。'), null)).toEqual([
      '3 happenedOn 「3月14日」没有写年份，不知道出刊日期就不知道是哪一年 → 命令后面加上 --issue-date 和出刊日期，例如 --issue-date 2024-11-20',
    ]);
  });
});

describe('of the day of issue is said', () => {
  it('which of two counts', () => {
    const text = '虚构通讯\n2030年3月20日 第12期\n一周动态\n◆3月14日，甲工会开会。';
    expect(flagged(text, '2030-04-01')).toEqual([
      '2 issueDate 文中印的出刊日期是 2030-03-20，按给出的 2030-04-01 处理',
    ]);
    expect(flagged(text, '2030-03-20')).toEqual([]);
    expect(read(text, '2030-04-01').issueDate).toBe('2030-04-01');
  });

  it('that the heading’s last day stands in for it, unless one was given', () => {
    const text = '# 一周要闻（2030年3月9日—3月15日）\n## 一周动态\n◆3月14日，甲工会开会。';
    expect(flagged(text, null)).toEqual(['1 issueDate 没有写出刊日期，按标题里的最后一天 2030-03-15 处理']);
    expect(read(text, null).issueDate).toBe('2030-03-15');
    expect(flagged(text, '2030-03-20')).toEqual([]);
    expect(read(text, '2030-03-20').issueDate).toBe('2030-03-20');
  });
});

describe('of an item is said', () => {
  it.each<[string, string, string[]]>([
    [
      'that it comes twice',
      week('◆3月14日，甲工会开会。', '◆3月14日，甲工会开会。'),
      ['4 text 和第 3 行重复，只收一次'],
    ],
    [
      'that another has its title and day',
      week('◆3月15日，甲工会调研，走进一厂。', '◆3月15日，甲工会调研，走进二厂。'),
      ['4 title 日期和标题与第 3 行相同，内容不同 → 同一件事只留一条；是两件事就把标题写得不同'],
    ],
    [
      'that its heading has no text',
      week('◆3月14日，甲工会开会。', '### 乙工会走访'),
      ['4 paragraphs 「乙工会走访」下面没有正文 → 标题下面写正文，或者删去这一行'],
    ],
    [
      'that a short line at the end is no item',
      week('3月14日，甲工会开会。', '', '乙工会走访'),
      ['5 text 「乙工会走访」下面没有正文，没有收'],
    ],
    [
      'that a line between two halves may be either',
      week('◆3月14日，甲工会比赛，检验选手的', '', '比赛现场人头攒动', '', '操作能力。'),
      [
        '5 text 第 3 行的句子没有完，看不出「比赛现场人头攒动」是下文还是图片说明 → 把断开的句子接成一行，或者删去图片说明',
        '7 text 第 3 行的句子断开了，已和这一行接上',
      ],
    ],
    [
      'that it gives no title',
      week(`◆3月14日，${'很'.repeat(120)}。`),
      ['3 title 第一句有 120 字没有停顿，取不出标题 → 在这一条上面写一行标题，或者把第一句断开'],
    ],
    [
      'that nothing is in it',
      week('◆3月14日，'),
      [
        '3 title 这一条没有内容 → 在这一条上面写一行标题，或者把第一句断开',
        '3 paragraphs 这一段停在「3月14日，」，结尾没有句号，看看是不是没有写完',
      ],
    ],
    [
      'that its end is missing',
      week('◆3月14日，甲工会开会，部署工作'),
      ['3 paragraphs 这一段停在「日，甲工会开会，部署工作」，结尾没有句号，看看是不是没有写完'],
    ],
    [
      'that who wrote it isn’t kept',
      week('◆本报讯（记者 张三）3月14日，甲工会开会。'),
      ['3 text 署名不收进正文：「本报讯（记者 张三）」'],
    ],
    [
      'that it may be two',
      week('◆3月14日，南岸区总工会开会。3月15日，渝中区总工会走访职工。'),
      ['3 text 这一段里「3月15日，渝中区总工会走访职工……」像是另一条，看看要不要分开'],
    ],
    [
      'that it is taken for another union’s, by its day',
      week('◆3月14日，南岸区总工会开会。', '3月15日，渝中区总工会走访职工。'),
      ['4 text 没有项目符号也没有标题，写了日期和另一个工会，按新的一条收'],
    ],
    [
      'that it is taken for another union’s, by its name',
      week('3月14日，南岸区总工会开会。', '大足区总工会走访职工。'),
      [
        '4 text 没有项目符号也没有日期，以单位名称开头，按新的一条收',
        '4 happenedOn 开头没有日期，也没有「近日」，按没有注明日期处理',
      ],
    ],
    [
      'that the city’s union by its short name begins another',
      week('3月14日，甲工会开会。', '市总走访职工，送去慰问。'),
      [
        '4 text 没有项目符号也没有日期，以单位名称开头，按新的一条收',
        '4 happenedOn 开头没有日期，也没有「近日」，按没有注明日期处理',
      ],
    ],
    [
      'that a range is no figure',
      week('◆3月14日，甲工会开会，来了300至400人。'),
      ['3 figures 「300至400人」是一个范围，没有记作数字'],
    ],
    [
      'that plans are none',
      week('一、重点工作', '1.3月14日，甲工会开会。', '二、下一步工作打算', '2.继续办好事。'),
      [
        '3 text 当作分组的小标题：「一、重点工作」',
        '5 text 「二、下一步工作打算」下面是打算或问题，不是做过的事，没有收（第 5 行到第 6 行）',
      ],
    ],
    [
      'that numbers inside of an item are no items, where no text follows them',
      week('3月14日，甲工会开会，会上提出三点要求。', '会议对下一年作出安排。', '1. 建好驿站', '2. 走访职工'),
      ['5 text 「1. 建好驿站 2. 走访职工」下面没有正文，没有收（第 5 行到第 6 行）'],
    ],
    [
      'that numbered sentences in front are a preface',
      week('1.建好驿站，让职工满意。', '2.走访职工，送去慰问。', '3月14日，甲工会开会。'),
      ['3 text 前言，没有收', '4 text 前言，没有收'],
    ],
    [
      'nothing of numbered titles in front, each above its text',
      week('1.建好驿站', '3月14日，甲工会建好驿站。', '2.走访职工', '近日，乙工会走访职工。'),
      [],
    ],
    [
      'which lines are a table or a programme',
      week(
        '◆3月14日，甲工会开会。',
        '3月15日 9:00 签到',
        '3月15日 10:00 开幕式',
        '3月16日（周六） 闭幕式',
        '◆近日，乙工会走访。',
      ),
      ['4 text 像表格或日程，没有当作动态收：「3月15日 9:00 签到」（第 4 行到第 6 行）'],
    ],
    [
      'which line heads a group',
      week('【渝中区】', '◆3月14日，区总工会开会。', '【南岸区】', '◆近日，区总工会走访。'),
      ['3 text 当作分组的小标题：「【渝中区】」', '5 text 当作分组的小标题：「【南岸区】」'],
    ],
  ])('%s', (_, text, flags) => expect(flagged(text)).toEqual(flags));
});

describe('of a text as a whole is said', () => {
  it.each<[string, string, string[]]>([
    ['that it is empty', '', ['1 text 文件是空的 → 通讯的全文']],
    [
      'that nothing in it can be taken',
      '# 题\n\n祝大家节日快乐，工作顺利。',
      [
        '1 text 没有认出案例，也没有认出动态 → 案例名单、类别下的案例，或者一条一段、写明日期或单位的动态',
        '3 text 没有日期、单位、标题和项目符号，看不出是动态，没有收',
      ],
    ],
    [
      'only once that nothing was taken, where a line says why',
      list('### 第8期', '#### 十五、女职工工作', '打造工会驿站新模式'),
      [
        '5 unit 名单里的「打造工会驿站新模式」认不出是哪个工会的 → 以工会名称开头的案例标题；上一行断开的就接回上一行，不是案例就删去',
      ],
    ],
    [
      'which section is unknown',
      '# 题\n## 一周动态\n◆近日，甲工会开会。\n## 读者来信\n来信一封。',
      ['4 text 不认识的栏目「读者来信」，下面的内容没有收'],
    ],
  ])('%s', (_, text, flags) => expect(flagged(text)).toEqual(flags));
});

it.each([
  ['【虚构通讯】', '虚构通讯'],
  ['虚构通讯【第三期】', '虚构通讯【第三期】'],
])('a heading loses only the brackets around all of it: %s', (heading, expected) => {
  expect(read(`${heading}\n一周动态\n◆3月14日，甲工会开会。`).heading).toBe(expected);
});

describe('every line is accounted for', () => {
  const uses = (text: string, issueDate?: string | null): string[] =>
    read(text, issueDate).lines.map((line) =>
      [line.line, 'used' in line ? line.used : 'furniture' in line ? line.furniture : line.reported].join(' '),
    );

  it.each<[string, string, string[]]>([
    [
      'with where it is from and when it was issued',
      '虚构通讯\n来源：渝中区总工会\n2030年3月20日\n一周动态\n◆3月14日，区总工会开会。',
      ['1 heading', '2 来源', '3 日期', '4 heading', '5 news:5'],
    ],
    [
      'with who signed it',
      '虚构通讯\n一周动态\n◆3月14日，甲工会开会。\n◆近日，乙工会走访。\n渝中区总工会\n2030年3月20日',
      ['1 heading', '2 heading', '3 news:3', '4 news:4', '5 落款', '6 日期'],
    ],
    [
      'with its contents and their titles',
      '虚构通讯\n目录\n1. 甲工会办晚会……3\n2. 乙工会走访……5\n一周动态\n甲工会办晚会\n3月14日，甲工会办晚会。\n\n乙工会走访\n近日，乙工会走访。',
      ['1 heading', '2 目录', '3 目录', '4 目录', '5 heading', '6 news:6', '7 news:6', '9 news:9', '10 news:9'],
    ],
    [
      'with numbers that stand alone',
      week('01', '甲工会办晚会', '3月14日，甲工会办晚会。', '02', '乙工会走访', '近日，乙工会走访。'),
      ['1 heading', '2 heading', '3 序号', '4 news:4', '5 news:4', '6 序号', '7 news:7', '8 news:7'],
    ],
    [
      'with what stands in an unknown section',
      '# 题\n## 一周动态\n◆近日，甲工会开会。\n## 读者来信\n来信一封。',
      [
        '1 heading',
        '2 heading',
        '3 news:3',
        '4 不认识的栏目「读者来信」，下面的内容没有收',
        '5 在不认识的栏目里，没有收',
      ],
    ],
  ])('%s', (_, text, lines) => expect(uses(text, null)).toEqual(lines));

  it('and who published it is read from its signature or its source', () => {
    const signed = '虚构通讯\n一周动态\n◆3月14日，甲工会开会。\n◆近日，乙工会走访。\n渝中区总工会\n2030年3月20日';
    expect(read(signed, null)).toMatchObject({ publisher: '渝中区总工会', issueDate: '2030-03-20' });
    const sourced = '虚构通讯\n来源：南岸区总工会\n2030年3月20日\n一周动态\n◆3月14日，区总工会开会。';
    expect(read(sourced, null)).toMatchObject({ publisher: '南岸区总工会', issueDate: '2030-03-20' });
  });
});

import { compareNewsletter, type Comparison, type Existing } from '@yugong/domain/newsletter';
import { fixture, read } from './read';

const slug = (title: string) => /[a-z]+/.exec(title)?.[0] ?? 'x';
const empty = { cases: [], news: [], events: [], stations: [] };
const compare = (text: string, existing: Partial<Existing> = {}, issueDate: string | null = '2030-03-20') =>
  compareNewsletter(read(text, issueDate), { ...empty, ...existing } as Existing, slug);
const week = (...items: string[]) => ['# 题', '## 一周动态', ...items.map((item) => `◆${item}`)].join('\n');
const listed = (title: string) => `# 题\n## 名单\n### 第8期\n#### 十五、女职工工作\n${title}`;
const statuses = ({ cases, news, events }: Comparison) =>
  [cases, news, events].map((all) => all.map(({ status }) => status));
const records = (comparison: Comparison): Existing =>
  Object.fromEntries(
    (['cases', 'news', 'events'] as const).map((kind) => [
      kind,
      comparison[kind].flatMap(({ record }) => record ?? []),
    ]),
  ) as unknown as Existing;

const piece = (fields: object) => ({
  id: 'news-known',
  title: '',
  happenedOn: null,
  paragraphs: [''],
  figures: [],
  ...fields,
});

describe('what is new', () => {
  const comparison = compare(fixture('headings.md'));

  it('becomes records, with the newsletter as their source', () => {
    expect(statuses(comparison)).toEqual([
      ['new', 'new', 'new'],
      ['new', 'new', 'new'],
      ['new', 'new'],
    ]);
    expect(comparison.news[0]?.record).toMatchObject({
      id: 'news-2030-03-14-x',
      publishedAt: '2030-03-20',
      source: {
        title: expect.stringContaining('虚构通讯') as string,
        publisher: '未注明发布单位',
        published: '2030-03-20',
        kind: 'newsletter',
      },
      adcode: '500103',
      happenedOn: '2030-03-14',
      confidence: 'medium',
    });
  });

  it('links an event to its news', () => {
    expect(comparison.events[1]?.record?.related).toEqual(['news-2030-03-14-x']);
    expect(comparison.events[0]?.record).not.toHaveProperty('related');
  });

  it('is the same when it comes again', () => {
    expect(statuses(compare(fixture('headings.md'), records(comparison)))).toEqual([
      ['same', 'same', 'same'],
      ['same', 'same', 'same'],
      ['same', 'same'],
    ]);
  });

  it('is the same in another layout', () => {
    const plain = fixture('headings.md').replace(/^#+ /gm, '').replace(/\n/g, '\r\n');
    expect(new Set(statuses(compare(plain, records(comparison))).flat())).toEqual(new Set(['same']));
  });

  it('has ids that nothing else has', () => {
    const ids = compare(week('3月14日，甲工会开会。', '3月14日，乙工会走访。'), {
      stations: [{ id: 'news-2030-03-14-x' }],
    }).news.map(({ id }) => id);
    expect(ids).toEqual(['news-2030-03-14-x-2', 'news-2030-03-14-x-3']);
  });

  it('becomes no record without a day of issue', () => {
    expect(compare(week('2030年3月14日，甲工会开会。'), {}, null).news[0]).toMatchObject({
      status: 'new',
      record: null,
    });
  });
});

describe('a case', () => {
  const known = {
    id: 'case-known',
    title: '重庆市总工会守护“女职工”健康 办实事',
    period: 8,
    category: 15,
    unit: '重庆市总工会',
    lead: '甲。',
    points: [],
    figures: [],
  };

  it.each([
    '重庆市总工会守护“女职工”健康 办实事',
    '市总工会守护女职工健康办实事',
    '重庆市总工会守护「女职工」健康　办实事',
  ])('is known by its title, written %s', (title) =>
    expect(compare(listed(title), { cases: [known] }).cases[0]).toMatchObject({ status: 'same', id: 'case-known' }),
  );

  it('of nearly the same title is for a person to judge', () => {
    const [verdict] = compare(listed('重庆市总工会守护“女职工”健康 办好事'), { cases: [known] }).cases;
    expect(verdict).toMatchObject({ status: 'unsure', record: null, candidates: [{ id: 'case-known' }] });
    // If it turns out to be another, it is a record of its own.
    expect(verdict?.apart?.id).not.toBe('case-known');
  });

  it('that is only listed takes nothing from the record’s text', () => {
    expect(compare(listed(known.title), { cases: [known] }).cases[0]?.changes).toEqual([]);
  });

  it('in another period is changed, as a fact', () => {
    expect(compare(listed(known.title), { cases: [{ ...known, period: 9 } as never] }).cases[0]).toMatchObject({
      status: 'changed',
      changes: [{ field: 'period', kind: 'fact', before: 9, after: 8 }],
    });
  });
});

describe('a piece of news', () => {
  const text = week('3月14日，“虚构杯”2030年职工篮球比赛在虚构广场开幕。34支队伍、500余名职工参加比赛。');
  const status = (fields: object, of = text) => compare(of, { news: [piece(fields)] }).news[0]?.status;

  it('matches the same day in our own words', () => {
    const [verdict] = compare(text, {
      news: [
        piece({
          title: '全市职工篮球比赛开赛',
          happenedOn: '2030-03-14',
          paragraphs: ['34支队伍在虚构广场开赛。'],
          figures: [
            { value: 34, unit: '支' },
            { value: 500, unit: '人', qualifier: 'over' },
          ],
        }),
      ],
    }).news;
    expect(verdict?.status).toBe('changed');
    expect(verdict?.changes.map(({ field, kind }) => `${field} ${kind}`)).toEqual([
      'title wording',
      'paragraphs wording',
    ]);
  });

  it('tells a number that differs as a fact', () => {
    const [verdict] = compare(text, {
      news: [piece({ title: '职工篮球比赛开幕', happenedOn: '2030-03-14', figures: [{ value: 43, unit: '支' }] })],
    }).news;
    expect(verdict?.changes).toContainEqual(expect.objectContaining({ field: 'figures', kind: 'fact' }));
  });

  it('is new beside another of the same day', () => {
    expect(status({ title: '女职工法律讲座走进车间', happenedOn: '2030-03-14', paragraphs: ['讲座走进车间。'] })).toBe(
      'new',
    );
  });

  it('is new beside the same kind of event of another day', () => {
    expect(status({ title: '职工篮球比赛在虚构广场开幕', happenedOn: '2029-03-14', paragraphs: ['全市参加。'] })).toBe(
      'new',
    );
  });

  it('is unsure when the words are the same and the day is not', () => {
    const [{ record } = { record: null }] = compare(text).news;
    expect(status({ ...record, id: 'news-known', happenedOn: '2030-03-01' })).toBe('unsure');
  });

  it('is unsure when the title is the same and the day slipped', () => {
    const title = '“虚构杯”2030年职工篮球比赛在虚构广场开幕';
    expect(status({ title, happenedOn: '2030-03-13', paragraphs: ['开幕了。'] })).toBe('unsure');
    expect(status({ title, happenedOn: '2030-03-07', paragraphs: ['开幕了。'] })).toBe('new');
  });

  it('is unsure when it is only rather like one of the same day', () => {
    expect(status({ title: '虚构广场举办职工文艺比赛', happenedOn: '2030-03-14', paragraphs: ['文艺比赛。'] })).toBe(
      'unsure',
    );
  });

  it('is unsure when two records would do', () => {
    const twin = { title: '“虚构杯”职工篮球比赛开幕', happenedOn: '2030-03-14', paragraphs: ['开幕。'] };
    const news = [piece(twin), piece({ ...twin, id: 'news-twin' })];
    expect(compare(text, { news }).news[0]).toMatchObject({
      status: 'unsure',
      candidates: [{ id: 'news-known' }, { id: 'news-twin' }],
    });
  });

  it('does not match a record that another one has matched', () => {
    const twice = week('3月14日，虚构杯职工篮球比赛开幕。', '3月14日，虚构杯职工篮球比赛开幕式举行。');
    const { news } = compare(twice, { news: [piece({ title: '虚构杯职工篮球比赛开幕', happenedOn: '2030-03-14' })] });
    expect(news.map(({ status }) => status)).toEqual(['changed', 'unsure']);
  });

  it('of 近日 takes no date away from the record', () => {
    const undated = week('近日，“虚构杯”2030年职工篮球比赛开幕。');
    const { news } = compare(undated, {
      news: [
        piece({
          title: '“虚构杯”2030年职工篮球比赛开幕',
          happenedOn: '2030-03-14',
          paragraphs: ['近日，“虚构杯”2030年职工篮球比赛开幕。'],
        }),
      ],
    });
    expect(news[0]?.changes.map(({ field }) => field)).not.toContain('happenedOn');
  });

  it.each([
    ['2030-03-01', 'changed'],
    ['2029-03-14', 'new'],
  ])('of 近日 beside one of the same title of %s is %s', (happenedOn, expected) => {
    const undated = week('近日，“虚构杯”职工篮球比赛开幕。');
    const title = '“虚构杯”职工篮球比赛开幕';
    expect(status({ title: `${title}了`, happenedOn, paragraphs: ['比赛。'] }, undated)).toBe(expected);
  });

  it('is new each year, though its title is the same', () => {
    const [{ record } = { record: null }] = compare(text).news;
    expect(status({ ...record, id: 'news-known', happenedOn: '2029-03-14', paragraphs: ['去年。'] })).toBe('new');
  });
});

it('says what the record lacks', () => {
  const { news } = compare(week('3月14日，渝中区总工会开会。'), {
    news: [piece({ title: '渝中区总工会开会', happenedOn: '2030-03-14', paragraphs: ['3月14日，渝中区总工会开会。'] })],
  });
  expect(news[0]?.changes).toEqual([{ field: 'adcode', kind: 'missing', before: null, after: '500103' }]);
});

it('takes a place or host that is told more fully for the same', () => {
  const known = {
    id: 'event-known',
    title: '“虚构杯”职工棋类比赛',
    start: '2030-03-14',
    place: '重庆市渝中区虚构广场',
    organiser: '主办：重庆市总工会；承办：渝中区总工会',
    summary: '',
    figures: [],
    adcode: '500103',
  };
  const { events } = compare(fixture('headings.md'), { events: [known] });
  expect(events[1]?.changes.map(({ field }) => field)).toEqual(['summary', 'figures']);
});

import { fixture, read } from './read';

const events = (...items: string[]) =>
  read(['# 题', '## 一周动态', ...items.map((item) => `◆${item}`)].join('\n')).events;

it('finds what has a day and a place, in news and in the lead of a case', () => {
  expect(read(fixture('headings.md')).events).toEqual([
    expect.objectContaining({ title: '“虚构杯”第二届职工故事会', start: '2030-03-08', place: '重庆', newsLine: null }),
    expect.objectContaining({
      title: '“虚构杯”职工棋类比赛',
      start: '2030-03-14',
      end: null,
      place: '渝中区虚构广场',
      organiser: '市总工会',
      district: { adcode: '500103' },
      newsLine: 47,
    }),
  ]);
});

it('ends on the last day of a span', () => {
  expect(events('3月13日至15日，甲工会在虚构广场举办集市。')[0]).toMatchObject({
    start: '2030-03-13',
    end: '2030-03-15',
  });
});

it('names the host and keeps what it held in the title', () => {
  expect(events('3月14日，南岸区总工会在虚构广场举办招聘会，提供岗位。')[0]).toMatchObject({
    title: '南岸区总工会在虚构广场举办招聘会',
    organiser: '南岸区总工会',
  });
});

it('finds an announced event in undated news', () => {
  expect(events('近日，市总工会发布通知，将于4月1日在虚构广场举行虚构招聘会。')[0]).toMatchObject({
    title: '虚构招聘会',
    start: '2030-04-01',
    place: '虚构广场',
  });
});

it.each([
  ['without a day', '近日，甲工会在虚构广场举办集市。'],
  ['of a month only', '3月中旬，甲工会在虚构广场举办集市。'],
  ['without a place', '3月14日，市政协开展视察。'],
  ['everywhere', '3月14日，甲工会在全市开展走访。'],
  ['online', '3月14日，甲工会在线上举办讲座。'],
  ['under way (正在)', '3月14日，甲工会正在各企业开展走访。'],
  ['of the past, told further on', '3月14日，甲工会走访乙厂。乙厂于3月1日在虚构园区成立。'],
])('finds none %s', (_, item) => expect(events(item)).toEqual([]));

/** Lists of sessions as clerks keep them, with what a careful person would take of each row. */
import { loadChecked } from '../../scripts/content/check';
import { collectionsFolder } from '../../scripts/content/files';
import { readSessions, sessionReport, type SessionListReport } from '../../server/src/staff/sessions/list';
import { tableOf } from '@yugong/content/lists/table';
import { workbook, type Value } from './workbook';

const now = Date.parse('2026-11-29T12:00:00+08:00');
const { dataset } = loadChecked();
if (!dataset) throw new Error(`the dataset in ${collectionsFolder} is at fault`);
const { districts } = dataset;

const read = async (...rows: Value[][]): Promise<SessionListReport> =>
  readSessions(await tableOf(workbook([{ name: '场次', rows }])), {
    file: '场次.xlsx',
    programmeId: 'screening',
    districts,
    now,
    may: () => true,
  });
/** When each session begins and ends, in China's time, and how many it takes. */
const taken = ({ sessions }: SessionListReport): string[] =>
  sessions.map(({ startsAt, endsAt, capacity }) =>
    [startsAt, endsAt]
      .map((at) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '))
      .concat(String(capacity))
      .join(' | '),
  );
const faults = (report: SessionListReport): string[] =>
  report.faults.map(({ letter, row, message }) => `${letter ?? ''}${row} ${message}`);

const HEAD = ['名称', '地点', '区县', '日期', '开始', '结束', '名额'];
const session = (day: Value, from: Value, to: Value, capacity: Value): Value[] => [
  '虚构场',
  '虚构医院',
  '渝中区',
  day,
  from,
  to,
  capacity,
];

describe('a list of sessions', () => {
  it.each<[string, Value[], string]>([
    ['as the template has it', ['2026-12-05', '09:00', '11:30', 30], '2026-12-05 09:00 | 2026-12-05 11:30 | 30'],
    ['with words', ['12月5日（周六）', '上午9点', '11点半', '30人'], '2026-12-05 09:00 | 2026-12-05 11:30 | 30'],
    ['with points', ['12.5', '9：00', '11.30', '30名'], '2026-12-05 09:00 | 2026-12-05 11:30 | 30'],
    [
      'with a full date',
      ['2026.12.5 星期六', '下午2点', '下午4点30分', '４０'],
      '2026-12-05 14:00 | 2026-12-05 16:30 | 40',
    ],
    ['of next year', ['1月6日', '14时', '16:30', '20人/场'], '2027-01-06 14:00 | 2027-01-06 16:30 | 20'],
    [
      'as Excel keeps it',
      [{ style: 1, value: 46361 }, 0.375, { style: 3, value: 0.5 }, 25],
      '2026-12-05 09:00 | 2026-12-05 12:00 | 25',
    ],
  ])('%s is taken', async (_, [day = null, from = null, to = null, capacity = null], expected) => {
    const report = await read(HEAD, session(day, from, to, capacity));
    expect(faults(report)).toEqual([]);
    expect(taken(report)).toEqual([expected]);
  });

  it.each<[Value, Value, string]>([
    ['早8点', '中午12点', '08:00 | 12:00'],
    ['8:05', '11点5分', '08:05 | 11:05'],
    ['上午8点30', '下午1点整', '08:30 | 13:00'],
    ['晚上7点半', '晚9时', '19:30 | 21:00'],
    ['09:00:00', '１１：３０', '09:00 | 11:30'],
    ['下午12点', '下午12点30分', '12:00 | 12:30'],
    ['0:00', '23:59', '00:00 | 23:59'],
    [1 / 3, 0.9993055555555556, '08:00 | 23:59'],
  ])('knows the clock however it is written: %s to %s', async (from, to, expected) => {
    const report = await read(HEAD, session('2026-12-05', from, to, 30));
    expect(faults(report)).toEqual([]);
    expect(taken(report).map((one) => one.replaceAll('2026-12-05 ', '').replace(' | 30', ''))).toEqual([expected]);
  });

  it.each<[Value, string]>([
    ['2026/12/5', '2026-12-05'],
    ['2026年12月5日（星期六）', '2026-12-05'],
    ['11月30日', '2026-11-30'],
    ['11月28日', '2027-11-28'],
    ['2月29日 ', ''],
    ['2026-2-30', ''],
    ['13月1日', ''],
    ['星期六', ''],
    ['从12月5日起', ''],
    ['12月6日 周天', '2026-12-06'],
  ])('takes a day without its year for the next one: %s', async (day, expected) => {
    // An empty expectation: no calendar of this year or the next has the day.
    const report = await read(HEAD, session(day, '20:00', '21:00', 30));
    expect(taken(report).map((one) => one.slice(0, 10))).toEqual(expected === '' ? [] : [expected]);
    expect(faults(report)).toEqual(expected === '' ? ['D2 认不出这个日期'] : []);
  });

  it('opens now and closes at six the evening before, unless it says otherwise', async () => {
    const head = [...HEAD, '候补', '报名开始', '报名截止', '说明'];
    const row = session('2026-12-05', '09:00', '11:30', 30);
    const report = await read(
      head,
      [...row, null, null, null, null],
      [...row, '5', '2026-11-30 08:30', '12月4日 12点', '带身份证'],
      [...row, 0, '2026-11-30T08:30', '2026.12.4 下午5点', null],
    );
    expect(faults(report)).toEqual([]);
    const inChina = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16);
    expect(
      report.sessions.map(({ opensAt, closesAt, cancelUntil, waitlistSize, note }) => [
        inChina(opensAt),
        inChina(closesAt),
        cancelUntil === closesAt,
        waitlistSize,
        note,
      ]),
    ).toEqual([
      ['2026-11-29T12:00', '2026-12-04T18:00', true, 0, null],
      ['2026-11-30T08:30', '2026-12-04T12:00', true, 5, '带身份证'],
      ['2026-11-30T08:30', '2026-12-04T17:00', true, 0, null],
    ]);
  });

  it('may have both times in one cell, and its district in the title', async () => {
    const report = await read(
      ['渝中区“两癌”筛查安排表', null, null, null, null],
      ['场次名称', '地点', '日期', '时间', '名额'],
      ['虚构甲场', '虚构医院', '12月5日', '14:00—16:30', '30人'],
      ['虚构乙场', '虚构医院', '12月6日', '上午9点至11点半', '30人'],
      ['虚构丙场', '虚构医院', '12月7日', '下午2:00-4:00', '30人'],
    );
    expect(faults(report)).toEqual([]);
    expect(taken(report)).toEqual([
      '2026-12-05 14:00 | 2026-12-05 16:30 | 30',
      '2026-12-06 09:00 | 2026-12-06 11:30 | 30',
      '2026-12-07 14:00 | 2026-12-07 16:00 | 30',
    ]);
    expect(report.sessions.map(({ adcode }) => adcode)).toEqual(Array(3).fill('500103'));
  });

  it('may say how the place is found; a contact person is nobody else to ring', async () => {
    const day = session('2026-12-05', '9:00', '11:00', 30);
    const report = await read(
      [...HEAD, '地址', '楼层', '咨询电话', '联系电话'],
      [...day, '虚构路 1 号', '3 楼', '023-63830000', '19900000001'],
      [...day, null, null, null, '19900000001'],
    );
    expect(faults(report)).toEqual([]);
    expect(report.sessions.map(({ address, floor, phone }) => [address, floor, phone])).toEqual([
      ['虚构路 1 号', '3 楼', '023-63830000'],
      [null, null, null],
    ]);
    const wrong = await read([...HEAD, '电话'], [...day, '找张老师']);
    expect(faults(wrong)).toEqual(['H2 不能这样填']);
  });

  it('says what was assumed and which columns were not used', async () => {
    const report = await read(
      ['渝中区“两癌”筛查安排表', null, null, null, null, null],
      ['场次名称', '地点', '日期', '时间', '名额', '现场联系人'],
      ['虚构甲场', '虚构医院', '12月5日', '14:00—16:30', '30人', '张某'],
    );
    expect(faults(report)).toEqual([]);
    const notes = report.notes.map(({ column, message }) => `${column ?? ''} ${message}`);
    expect(notes).toEqual(
      expect.arrayContaining([
        expect.stringContaining('现场联系人 没有用到这一列：不公开个人姓名'),
        expect.stringContaining('没有「区县」这一列，按标题记作「渝中区」'),
      ]),
    );
    expect(sessionReport(report, [], 0).notes).toHaveLength(report.notes.length);
  });

  it.each<[string, Value[], RegExp]>([
    ['a weekday that the day does not have', ['12月5日（周日）', '9:00', '11:00', 30], /^D2 2026-12-05 不是星期日/],
    ['a number that may be a tenth or a tenth month', [12.1, '9:00', '11:00', 30], /^D2 认不出这个日期/],
    ['a capacity in words', ['2026-12-05', '9:00', '11:00', '若干'], /^G2 不是人数/],
    ['no capacity', ['2026-12-05', '9:00', '11:00', null], /^G2 没有填/],
    ['a capacity of nobody', ['2026-12-05', '9:00', '11:00', 0], /^G2 不是人数/],
    ['a capacity of more than a stadium', ['2026-12-05', '9:00', '11:00', 20_001], /^G2 不是人数/],
    ['an hour that no clock has', ['2026-12-05', '24:00', '23:30', 30], /^E2 认不出这个时间/],
    ['a minute that no hour has', ['2026-12-05', '9:60', '11:00', 30], /^E2 认不出这个时间/],
    ['an end before its beginning', ['2026-12-05', '14:00', '11:00', 30], /^F2 /],
  ])('refuses %s, at its cell', async (_, [day = null, from = null, to = null, capacity = null], fault) => {
    const report = await read(HEAD, session(day, from, to, capacity));
    expect(faults(report)).toEqual([expect.stringMatching(fault)]);
    expect(report.sessions).toEqual([]);
  });
});

/** Lists of stations that the reader had not seen, row by row. */
import { differingDay } from '@yugong/domain/opening-hours/plain';
import { tableOf } from '@yugong/content/lists/table';
import { importStations } from '@yugong/content/station-list';
import { loadChecked } from '../../scripts/content/check';
import { REFUSED, unseenLists } from './unseen-lists';
import { unseenListsOfAutumn } from './unseen-lists-autumn';
import { unseenListsOfNewYear } from './unseen-lists-new-year';
import { unseenListsOfSpring } from './unseen-lists-spring';
import { unseenListsOfSummer } from './unseen-lists-summer';
import { unseenListsOfWinter } from './unseen-lists-winter';
import { unseenListsOfYearEnd } from './unseen-lists-year-end';

const { dataset } = loadChecked();
if (!dataset) throw new Error('the bundled dataset is at fault');
const titles = new Map(dataset.districts.map(({ adcode, title }) => [adcode, title]));
const now = Date.parse('2026-11-29T12:00:00+08:00');

/** Are two ways of writing hours the same on every day? */
const isSameHours = (hours: string | null, expected: string | null): boolean =>
  hours === null || expected === null ? hours === expected : differingDay(hours, expected) === null;

describe('a list of stations as a clerk keeps it', () => {
  it.each([
    ...unseenLists,
    ...unseenListsOfSpring,
    ...unseenListsOfSummer,
    ...unseenListsOfAutumn,
    ...unseenListsOfWinter,
    ...unseenListsOfYearEnd,
    ...unseenListsOfNewYear,
  ])('such as $file gives each row as a careful person would take it', async ({ file, bytes, rows }) => {
    const report = importStations(await tableOf(bytes), { file, dataset, now });
    const taken = new Map(report.stations.map(({ record }) => [record.title, record]));
    const good = rows.filter(([, , hours]) => hours !== REFUSED);
    expect([...taken.keys()]).toEqual(good.map(([title]) => title));
    expect(report.faults).toHaveLength(rows.length - good.length);
    for (const [title, district, hours, facilities, phone] of good) {
      const record = taken.get(title);
      expect([title, titles.get(record?.adcode ?? '')]).toEqual([title, district]);
      expect([title, record?.facilities.length, record?.phone?.replace(/\D/g, '') ?? null]).toEqual([
        title,
        facilities,
        phone?.replace(/\D/g, '') ?? null,
      ]);
      const written = record?.openingHours ?? null;
      expect([title, written, isSameHours(written, hours)]).toEqual([title, written, true]);
    }
  });

  it('has hours of the week, and others on some of its days', async () => {
    const bytes = Buffer.from(
      '名称,区县,开放时间,节假日开放时间\n虚构甲驿站,渝中区,8:30-17:30,不开放\n虚构乙驿站,渝中区,8:30-17:30,10:00-16:00\n',
    );
    const report = importStations(await tableOf(bytes), { file: 'list.csv', dataset, now });
    const hours = report.stations.map(({ record }) => record.openingHours);
    expect(isSameHours(hours[0] ?? null, '08:30-17:30; PH off')).toBe(true);
    expect(isSameHours(hours[1] ?? null, '08:30-17:30; PH 10:00-16:00')).toBe(true);
  });

  it('has hours that a closing day or a closed weekend narrows, and says which column was not used', async () => {
    const bytes = Buffer.from(
      '名称,区县,开放时间,工作日开放时间,休息日\n虚构甲驿站,渝中区,8:30-17:30,9:00-17:00,周日\n虚构乙驿站,渝中区,8:30-17:30,,无\n',
    );
    const report = importStations(await tableOf(bytes), { file: 'list.csv', dataset, now });
    expect(report.stations.map(({ record }) => isSameHours(record.openingHours, 'Mo-Sa 08:30-17:30'))).toEqual([
      true,
      false,
    ]);
    expect(report.notes.map(({ row, message }) => `${row} ${message}`)).toContain(
      '2 另有一列写了全部的开放时间，这一列没有用',
    );
  });

  it('has columns that nobody has thought of, known by what stands in them, and the clerk is told so', async () => {
    const bytes = Buffer.from(
      '牌子,归哪,大门朝哪,甲,乙,丙,建成时间,备注\n' +
        '虚构甲驿站,渝中区,某某路1号对面,8:30-17:30,饮水、充电,023-63000001,2024-05-01 10:00,周日关\n' +
        '虚构乙驿站,渝中区,某某路2号旁,9:00-18:00,饮水,023-63000002,2024-06-01 10:00,周末人多\n',
    );
    const report = importStations(await tableOf(bytes), { file: '渝中区名单.csv', dataset, now });
    expect(report.faults.map(({ message }) => message)).toEqual(['缺少列：名称']);
    const named = Buffer.from(bytes.toString().replace('牌子,归哪', '驿站叫啥,哪个区'));
    const three = Buffer.from(named.toString().replace('大门朝哪', '在什么位置'));
    const { stations, notes } = importStations(await tableOf(three), { file: 'list.csv', dataset, now });
    expect(stations.map(({ record }) => [record.title, record.phone, record.facilities.length])).toEqual([
      ['虚构甲驿站', '023-63000001', 2],
      ['虚构乙驿站', '023-63000002', 1],
    ]);
    expect(stations.map(({ record }) => isSameHours(record.openingHours, 'Mo-Sa 08:30-17:30'))).toEqual([true, false]);
    const told = notes.map(({ column, message }) => `${column ?? ''} ${message}`);
    expect(told).toEqual(
      expect.arrayContaining([
        '甲 列名看不出是什么，按里面写的当作「开放时间」来读；不是的话改一下列名',
        '在什么位置 这一列当作「地址」来读；不是的话改一下列名',
        '建成时间 没有用到这一列；写错了列名就照模板改',
        '备注 备注里写了「周日关」，记进了开放时间',
        '备注 备注里像是写了时间，没有记进开放时间；要算进去就写在「开放时间」那一列',
      ]),
    );
  });

  it('has no headings at all, and no row is taken for them', async () => {
    const bytes = Buffer.from(
      '虚构甲工会驿站,渝中区,大阳沟街道,某某路1号,8:00-20:00,饮水、充电\n虚构乙工会驿站,渝中区,大阳沟街道,某某路2号,8:00-20:00,饮水、充电\n',
    );
    const report = importStations(await tableOf(bytes), { file: 'list.csv', dataset, now });
    expect(report.faults.map(({ message }) => message)).toEqual(['缺少列：名称、区县']);
  });

  it.each([
    [
      '顺号,点位称呼,落在哪个街道,具体方位,开关门,可以提供的便利,对外联络号码\n1,虚构向阳休息点,凤城街道,向阳路后,6:30—20:30,喝水、充电,023-40200001\n',
      ['虚构向阳休息点', '凤城街道', '向阳路后', '06:30-20:30', 2, '023-40200001'],
    ],
    [
      '服务站编号,服务站简称,门址,营运时刻表,内设,咨询台\nA-1,虚构北滨,建新东路3号,8:30~17:30,茶水/微波炉,023-67800001\n',
      ['虚构北滨', null, '建新东路3号', '08:30-17:30', 2, '023-67800001'],
    ],
    [
      'Name,Addr,Open,Close,Amenities,Contact\n虚构云阳工会驿站,滨江路1号,8:00,18:00,WiFi、饮水,023-55100009\n',
      ['虚构云阳工会驿站', null, '滨江路1号', '08:00-18:00', 2, '023-55100009'],
    ],
  ])('has headings of its own words: %s', async (text, [title, street, address, hours, count, phone]) => {
    const report = importStations(await tableOf(Buffer.from(text)), { file: '长寿区名单.csv', dataset, now });
    const [record] = report.stations.map((one) => one.record);
    expect([record?.title, record?.street, record?.address, record?.facilities.length, record?.phone]).toEqual([
      title,
      street,
      address,
      count,
      phone,
    ]);
    expect(isSameHours(record?.openingHours ?? null, String(hours))).toBe(true);
  });
});

/** Lists of stations that the reader had not seen, row by row. */
import { differingDay } from '@yugong/domain/opening-hours/plain';
import { tableOf } from '@yugong/content/lists/table';
import { importStations } from '@yugong/content/station-list';
import { loadChecked } from '../../scripts/content/check';
import { REFUSED, unseenLists } from './unseen-lists';

const { dataset } = loadChecked();
if (!dataset) throw new Error('the bundled dataset is at fault');
const titles = new Map(dataset.districts.map(({ adcode, title }) => [adcode, title]));
const now = Date.parse('2026-11-29T12:00:00+08:00');

/** Are two ways of writing hours the same on every day? */
const isSameHours = (hours: string | null, expected: string | null): boolean =>
  hours === null || expected === null ? hours === expected : differingDay(hours, expected) === null;

describe('a list of stations as a clerk keeps it', () => {
  it.each(unseenLists)(
    'such as $file gives each row as a careful person would take it',
    async ({ file, bytes, rows }) => {
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
    },
  );

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
});

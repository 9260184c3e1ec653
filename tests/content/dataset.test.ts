/** What the bundled dataset must hold, beyond being well formed. */
import { getDayDetail, isWorkday } from 'chinese-days';
import { DAY } from '@yugong/domain/time';
import { publicHotlines, unionHotline } from '@/features/shared/hotlines';
import { loadChecked } from '../../scripts/content/check';

const { dataset } = loadChecked();
if (!dataset) throw new Error('the dataset is at fault: npm run content -- check');

describe('cases', () => {
  it('are the fifteen of the two lists: ten of period 8, five of period 9', () => {
    const of = (period: number) => dataset.cases.filter((item) => item.period === period).length;
    expect([dataset.cases.length, of(8), of(9)]).toEqual([15, 10, 5]);
  });

  it('carry lead, three points and figures where their text is public, and nothing invented where it is not', () => {
    const withText = dataset.cases.filter((item) => item.lead !== null);
    expect(withText).toHaveLength(6);
    for (const item of withText) expect(item.points).toHaveLength(3);
    for (const item of dataset.cases.filter((other) => other.lead === null)) {
      expect([item.points, item.figures]).toEqual([[], []]);
    }
  });

  it.each([
    [7_240_000, '名'],
    [2_680_000, '元'],
    [95, '条'],
    [28, '家'],
    [24_000, '元'],
    [82, '场次'],
  ])('keep the figure %d %s', (value, unit) => {
    const figures = dataset.cases.flatMap((item) => item.figures);
    expect(figures.find((figure) => figure.value === value)?.unit).toContain(unit.slice(-1));
  });
});

describe('districts', () => {
  it('are the 37 of today', () => {
    expect(dataset.districts.filter((district) => district.status === 'current')).toHaveLength(37);
  });

  it('find 江北区 and 渝北区 in 两江新区', () => {
    const merged = dataset.districts.find((district) => district.adcode === '500157');
    expect(merged?.title).toBe('两江新区');
    expect(merged?.formerNames).toEqual(expect.arrayContaining(['江北区', '渝北区']));
  });
});

describe('stations', () => {
  it('offer no navigation without an exact place, and no hours that no source gives', () => {
    for (const station of dataset.stations) {
      expect(station.location).toBeNull();
      if (station.openingHours) expect(station.hoursNote).not.toBeNull();
    }
  });
});

describe('holidays', () => {
  const days = dataset.holidays.flatMap((year) => year.days);

  it('agree with chinese-days on every day of their years', () => {
    const table = new Map(days.map((day) => [day.date, day.off]));
    for (const { year } of dataset.holidays) {
      for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += DAY) {
        const date = new Date(at).toISOString().slice(0, 10);
        const weekend = [0, 6].includes(new Date(at).getUTCDay());
        const works = table.has(date) ? !table.get(date) : !weekend;
        expect(`${date} ${works}`).toBe(`${date} ${isWorkday(date)}`);
      }
    }
  });

  it('are called in Chinese, whatever the library calls them', () => {
    expect(getDayDetail('2026-10-01').name).toContain('National Day');
    expect(days.find((day) => day.date === '2026-10-01')?.name).toBe('国庆节');
  });
});

it('links no address of a mirror', () => {
  const sources = Object.values(dataset).flatMap((records) =>
    records.flatMap((r) => [r.source, ...(r.moreSources ?? [])]),
  );
  expect(sources.filter((source) => source.kind === 'mirror' && source.url)).toEqual([]);
});

it('calls the union by the number its record gives', () => {
  const record = dataset.hotlines.find((hotline) => hotline.id === 'hotline-12351');
  expect({ number: record?.number, dial: record?.dial }).toEqual(unionHotline);
});

it.each(publicHotlines)('says of $number on the services tab what its record says', ({ id, number, dial, hours }) => {
  const record = dataset.hotlines.find((hotline) => hotline.id === id);
  expect({ number, dial, hours }).toEqual({
    number: record?.number,
    dial: record?.dial ?? record?.number,
    hours: record?.hours,
  });
});

it('holds no resident ID and no mobile number', () => {
  // Long numbers in web addresses are article numbers.
  const text = JSON.stringify(dataset).replace(/https?:[^"]*/g, '');
  expect(text.match(/(?<!\d)[1-9]\d{16}[\dX](?!\d)/g)).toBeNull();
  expect(text.match(/(?<![\d.])1[3-9]\d{9}(?!\d)/g)).toBeNull();
});

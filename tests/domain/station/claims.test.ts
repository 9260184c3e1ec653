import {
  anyStation,
  areHoursCurrent,
  findStations,
  isWithinReach,
  minutesToSay,
  wayOf,
  type StationQuery,
} from '@yugong/domain/station';
import { openStations, packStations, type Station } from '@yugong/domain/station';
import { gcj02 } from '@yugong/domain/geo';
import { at, table } from '../opening-hours/support';
import { districts, indexOf, station } from './support';

const now = at('2026-11-23 17:40');
const here = gcj02(106.55, 29.56);
const east = (km: number) => ({ lng: 106.55 + km / 96.7, lat: 29.56 });
const titles = (query: Partial<StationQuery>, ...stations: Station[]) =>
  findStations(indexOf(...stations), { ...anyStation, from: here, ...query }, now)
    .rows(0)
    .map(({ title }) => title);

describe('what may be said of a station', () => {
  it('is near only within reach, counted at the farthest of a rough position', () => {
    expect(isWithinReach(wayOf(1500), 1500)).toBe(true);
    expect(isWithinReach(wayOf(1501), 1500)).toBe(false);
    expect(isWithinReach(wayOf(1000, 1000), 1500)).toBe(false);
    expect(isWithinReach(null, 5000)).toBe(false);
  });

  it('is open only by a source or a check of the last 12 months, a month counting from its first day', () => {
    expect(areHoursCurrent('2025-12', null, '2026-11-30')).toBe(true);
    expect(areHoursCurrent('2025-11', null, '2026-11-30')).toBe(false);
    expect(areHoursCurrent('2025-11-30', null, '2026-11-30')).toBe(true);
    expect(areHoursCurrent('2025', null, '2026-11-30')).toBe(false);
    expect(areHoursCurrent(null, null, '2026-11-30')).toBe(false);
    expect(areHoursCurrent('2023-12', '2026-01-15', '2026-11-30')).toBe(true);
    expect(areHoursCurrent('2023-12', '2025-01-15', '2026-11-30')).toBe(false);
  });

  it('gives minutes up to 90, and beyond them only the distance', () => {
    expect(minutesToSay(wayOf(4600), 'walk')).toBe(90);
    expect(minutesToSay(wayOf(4700), 'walk')).toBeNull();
    expect(minutesToSay(wayOf(4700), 'ride')).toBe(27);
    expect(minutesToSay(null, 'walk')).toBeNull();
  });

  it('leaves out what is beyond the reach and what is at no distance', () => {
    const some = [
      station({ title: '一公里', location: east(1) }),
      station({ title: '三公里', location: east(3) }),
      station({ title: '没坐标' }),
    ];
    expect(titles({ within: 1500 }, ...some)).toEqual(['一公里']);
  });

  it('counts hours of an old source as not open', () => {
    const some = [
      station({ title: '三年前的消息', openingHours: '24/7', asOf: '2023-12', location: east(1) }),
      station({ title: '今年的消息', openingHours: '24/7', location: east(2) }),
    ];
    expect(titles({ openOnArrival: true }, ...some)).toEqual(['今年的消息']);
  });

  it('puts every real station that can be measured to before invented ones, however near these are', () => {
    const some = [
      station({ title: '演示', demo: true, location: east(1) }),
      station({ title: '真的', location: east(30) }),
    ];
    expect(titles({}, ...some)).toEqual(['真的', '演示']);
    expect(titles({ sort: 'honesty', from: null }, ...some)).toEqual(['真的', '演示']);
  });

  it('measures to the centre of the street where a record names no more, and puts it on no map', () => {
    const index = openStations(
      packStations([
        station({ title: '街道里', street: '石桥铺街道' }),
        station({ title: '别的街道', street: '别的街道' }),
      ]),
      districts,
      table,
      (adcode, street) =>
        adcode === '500103' && street === '石桥铺街道' ? { at: gcj02(106.56, 29.56), radius: 1000 } : null,
    );
    const found = findStations(index, { ...anyStation, from: here }, now);
    expect(found.rows(0).map(({ title, way }) => [title, way && Math.round(way.metres), way?.about])).toEqual([
      ['街道里', 967, 1000],
      ['别的街道', null, undefined],
    ]);
    expect([found.placed, found.located, found.positions()]).toEqual([1, 0, []]);
    expect(findStations(index, { ...anyStation, from: here, within: 1500 }, now).total).toBe(0);
    expect(findStations(index, { ...anyStation, from: here, within: 2000 }, now).total).toBe(1);
  });
});

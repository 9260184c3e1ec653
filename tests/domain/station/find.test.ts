import { gcj02 } from '@yugong/domain/geo';
import {
  anyStation,
  findStations,
  openStations,
  packStations,
  suggestPlaces,
  type StationQuery,
  PAGE_SIZE,
} from '@yugong/domain/station';
import { at, table } from '../opening-hours/support';
import { districts, indexOf, station } from './support';

const now = at('2026-11-23 17:40');
const here = gcj02(106.55, 29.56);
const near = { lng: 106.551, lat: 29.56 };
const far = { lng: 106.65, lat: 29.56 };

const titles = (query: Partial<StationQuery>, ...stations: ReturnType<typeof station>[]) =>
  findStations(indexOf(...stations), { ...anyStation, ...query }, now)
    .rows(0)
    .map(({ title }) => title);

describe('finding stations', () => {
  it('lists the nearest first and those without a position last, at no distance', () => {
    const found = findStations(
      indexOf(
        station({ title: '没坐标' }),
        station({ title: '远', location: far }),
        station({ title: '近', location: near }),
      ),
      { ...anyStation, from: here },
      now,
    );
    expect(found.rows(0).map(({ title, way }) => [title, way && Math.round(way.metres)])).toEqual([
      ['近', 97],
      ['远', 9672],
      ['没坐标', null],
    ]);
    expect([found.total, found.placed]).toEqual([3, 2]);
  });

  it('pages what it found, and gives those without a position by themselves in the same order', () => {
    const some = [
      station({ title: '没坐标甲', verifiedAt: '2025-01-01' }),
      station({ title: '近', location: near }),
      station({ title: '没坐标乙', verifiedAt: '2026-11-01' }),
      station({ title: '远', location: far }),
    ];
    const found = findStations(indexOf(...some), { ...anyStation, from: here }, now);
    const names = (rows: { title: string }[]) => rows.map(({ title }) => title);
    expect([0, 1, 2].map((page) => names(found.rows(page, 3)))).toEqual([['近', '远', '没坐标乙'], ['没坐标甲'], []]);
    expect(names(found.unplacedRows())).toEqual(['没坐标乙', '没坐标甲']);
    expect(names(found.unplacedRows(1))).toEqual(['没坐标乙']);
    expect([found.total, found.placed, found.located]).toEqual([4, 2, 2]);
  });

  it('measures to the centre of its street what has no position, and never moves one that has', () => {
    const streets = (adcode: string, street: string) =>
      adcode === '500103' && street === '某街道' ? { at: gcj02(106.65, 29.56), radius: 800 } : null;
    const some = [
      station({ title: '只知道街道', street: '某街道' }),
      station({ title: '有坐标', street: '某街道', location: near }),
      station({ title: '街道没有列出', street: '另一街道' }),
      station({ title: '区不知道', street: '某街道', adcode: null }),
    ];
    const index = openStations(packStations(some), districts, table, streets);
    const found = findStations(index, { ...anyStation, from: here }, now);
    expect(found.rows(0).map(({ title, way }) => [title, way && [Math.round(way.metres), way.about]])).toEqual([
      ['有坐标', [97, null]],
      ['只知道街道', [9672, 800]],
      ['街道没有列出', null],
      ['区不知道', null],
    ]);
    expect([found.placed, found.located, found.positions().length]).toEqual([2, 1, 1]);
  });

  it('lists the verified first where there is nothing to measure from', () => {
    const some = [
      station({ title: '大致位置', precision: 'area' }),
      station({ title: '有门牌' }),
      station({ title: '一年前核实', verifiedAt: '2025-01-01' }),
      station({ title: '刚核实', verifiedAt: '2026-11-01' }),
    ];
    expect(titles({}, ...some)).toEqual(['刚核实', '一年前核实', '有门牌', '大致位置']);
    expect(titles({ sort: 'honesty', from: here }, ...some)).toEqual(['刚核实', '一年前核实', '有门牌', '大致位置']);
  });

  it('lists the districts in the order asked, and those of no district last', () => {
    const some = [
      station({ title: '哪个区不知道', adcode: null }),
      station({ title: '渝中', adcode: '500103' }),
      station({ title: '沙坪坝没核实', adcode: '500106' }),
      station({ title: '沙坪坝核实过', adcode: '500106', verifiedAt: '2026-11-01' }),
    ];
    expect(titles({ districts: ['500106', '500103'] }, ...some)).toEqual([
      '沙坪坝核实过',
      '沙坪坝没核实',
      '渝中',
      '哪个区不知道',
    ]);
  });

  it('counts unknown hours as not open, and the way as time', () => {
    const some = [
      station({ title: '不知道', location: near }),
      station({ title: '赶得上', openingHours: 'Mo-Su 09:00-18:00', location: near }),
      station({ title: '赶不上', openingHours: 'Mo-Su 09:00-18:00', location: far }),
      station({ title: '到了就开', openingHours: 'Mo-Su 18:00-20:00', location: far }),
      station({ title: '全天', openingHours: '24/7' }),
    ];
    expect(titles({ openOnArrival: true, from: here }, ...some)).toEqual(['赶得上', '到了就开', '全天']);
    expect(titles({ roundTheClock: true }, ...some)).toEqual(['全天']);
  });

  it('lists those that anybody may enter only where a source says so', () => {
    const some = [
      station({ title: '谁都能进', anyoneMayEnter: 'yes' }),
      station({ title: '凭证', anyoneMayEnter: 'no' }),
      station({ title: '没有说明' }),
    ];
    expect(titles({ anyoneMayEnter: true }, ...some)).toEqual(['谁都能进']);
    expect(titles({}, ...some)).toHaveLength(3);
  });

  it('wants every need met, by any facility that meets it', () => {
    const some = [
      station({ title: '热水', facilities: ['hot_water'] }),
      station({ title: '桌椅和冷水', facilities: ['drinking_water', 'seating'] }),
      station({ title: '什么都没有' }),
    ];
    expect(titles({ needs: ['water'] }, ...some)).toEqual(['桌椅和冷水', '热水']);
    expect(titles({ needs: ['water', 'rest'] }, ...some)).toEqual(['桌椅和冷水']);
  });

  it('finds words in names, places, kinds and their synonyms', () => {
    const some = [
      station({ title: '红岩驿站', kind: 'postal_station', address: '红岩路 1 号' }),
      station({ title: '站西路港湾', kind: 'worker_harbour', adcode: '500106' }),
    ];
    expect(titles({ text: '快递员之家' }, ...some)).toEqual(['红岩驿站']);
    expect(titles({ text: '沙坪坝 港湾' }, ...some)).toEqual(['站西路港湾']);
    expect(titles({ text: '市中区' }, ...some)).toEqual(['红岩驿站']);
    expect(titles({ kinds: ['worker_harbour'] }, ...some)).toEqual(['站西路港湾']);
    expect(titles({ adcode: '500103' }, ...some)).toEqual(['红岩驿站']);
  });

  it('gives every station once over its pages', () => {
    const some = Array.from({ length: 45 }, (_, at) => station({ title: `站${at}` }));
    const found = findStations(indexOf(...some), anyStation, now);
    const ids = [0, 1, 2, 3].flatMap((page) => found.rows(page).map(({ id }) => id));
    expect(new Set(ids).size).toBe(45);
    expect(found.rows(3)).toHaveLength(45 - 3 * PAGE_SIZE);
  });
});

describe('places to start from', () => {
  const index = indexOf(
    station({ title: '解放碑驿站', street: '大阳沟街道', location: near }),
    station({ title: '解放碑旁', street: '大阳沟街道' }),
  );
  it('are districts, streets and stations with a position', () => {
    expect(suggestPlaces(index, '渝中').map(({ type, title, count }) => [type, title, count])).toEqual([
      ['district', '渝中区', 2],
      ['street', '大阳沟街道', 2],
    ]);
    expect(suggestPlaces(index, '解放碑').map(({ type, title }) => [type, title])).toEqual([
      ['landmark', '解放碑驿站'],
    ]);
    expect(suggestPlaces(index, '市中区')[0]?.title).toBe('渝中区');
  });
});

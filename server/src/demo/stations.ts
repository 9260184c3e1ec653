/**
 * Stations to try the finder with, invented and marked so: one for every case that a page has to tell apart. They stand
 * around places that people know, and none of them is real.
 */
import type { RecordOf } from '@yugong/content/schema';
import type { Day } from '@yugong/domain/calendar';

type StationRecord = RecordOf<'stations'>;
type Demo = Pick<StationRecord, 'title' | 'adcode' | 'facilities'> &
  Partial<
    Pick<
      StationRecord,
      | 'kind'
      | 'street'
      | 'address'
      | 'openingHours'
      | 'hoursNote'
      | 'entry'
      | 'access'
      | 'anyoneMayEnter'
      | 'floor'
      | 'note'
    >
  > & {
    id: string;
    /** GCJ-02, longitude first; left out where the demo shows a place without. */
    at?: [lng: number, lat: number];
    checked?: 'lately' | 'long-ago';
  };

const demos: readonly Demo[] = [
  {
    id: 'jiefangbei',
    title: '解放碑演示驿站',
    adcode: '500103',
    at: [106.5776, 29.5584],
    address: '演示路 88 号一楼',
    openingHours: '24/7',
    entry: ['scan', 'face'],
    access: '晚上十点后从侧门扫码进',
    anyoneMayEnter: 'yes',
    facilities: [
      'drinking_water',
      'hot_water',
      'microwave',
      'power_supply',
      'toilets',
      'womens_room',
      'air_conditioning',
      'lounge',
      'bicycle_parking',
      'aed',
    ],
    checked: 'lately',
  },
  {
    id: 'jiaochangkou',
    title: '较场口演示驿站',
    adcode: '500103',
    at: [106.5719, 29.5541],
    address: '演示路 2 号（地铁口旁）',
    floor: '2 楼',
    anyoneMayEnter: 'no',
    openingHours: 'Mo-Fr 09:00-12:00,14:00-18:00; PH off',
    entry: ['ask'],
    facilities: ['hot_water', 'microwave', 'seating', 'toilets'],
    checked: 'lately',
  },
  {
    id: 'hongyadong',
    title: '洪崖洞演示港湾',
    kind: 'worker_harbour',
    adcode: '500103',
    at: [106.5741, 29.5632],
    address: '演示街 15 号',
    openingHours: 'Mo-Su 09:00-22:00',
    entry: ['door'],
    facilities: ['hot_water', 'seating', 'wifi', 'umbrella'],
    checked: 'long-ago',
  },
  {
    id: 'qixinggang',
    title: '七星岗演示快递员之家',
    kind: 'postal_station',
    adcode: '500103',
    at: [106.5633, 29.5576],
    address: '演示支路 7 号',
    openingHours: 'Mo-Su 07:00-23:30',
    entry: ['scan'],
    facilities: ['drinking_water', 'power_supply', 'battery_swap', 'bicycle_parking', 'toilets'],
    checked: 'lately',
  },
  {
    id: 'chaotianmen',
    title: '朝天门演示夜间驿站',
    adcode: '500103',
    at: [106.5862, 29.5645],
    address: '演示码头 3 号',
    openingHours: 'Mo-Su 18:00-02:00',
    hoursNote: '夜班时段开，白天不开',
    entry: ['id_card'],
    facilities: ['hot_water', 'lounge', 'air_conditioning', 'power_supply'],
    checked: 'lately',
  },
  {
    id: 'lianglukou',
    title: '两路口演示纳凉点',
    kind: 'cooling_point',
    adcode: '500103',
    at: [106.5528, 29.5545],
    address: '演示防空洞',
    openingHours: 'Jun-Sep Mo-Su 09:00-21:00',
    entry: ['door'],
    facilities: ['drinking_water', 'seating', 'medicine', 'first_aid'],
  },
  {
    id: 'daxigou',
    title: '大溪沟演示驿站',
    adcode: '500103',
    at: [106.5571, 29.5652],
    address: '演示大道 101 号',
    facilities: ['drinking_water', 'toilets'],
  },
  {
    id: 'nanjimen',
    title: '南纪门演示驿站',
    adcode: '500103',
    street: '南纪门街道',
    address: '南纪门街道演示社区',
    openingHours: 'Mo-Su 09:00-22:00',
    entry: ['door'],
    facilities: ['hot_water', 'toilets'],
  },
  {
    id: 'guanyinqiao',
    title: '观音桥演示驿站',
    adcode: '500157',
    at: [106.5331, 29.5751],
    address: '演示步行街 12 号',
    openingHours: 'Mo-Su 08:00-22:00',
    entry: ['door'],
    facilities: ['hot_water', 'microwave', 'power_supply', 'toilets', 'womens_room', 'air_conditioning'],
    checked: 'lately',
  },
  {
    id: 'huahuiyuan',
    title: '花卉园演示暖新驿站',
    kind: 'warm_station',
    adcode: '500157',
    at: [106.5208, 29.5869],
    address: '演示园路 5 号',
    openingHours: 'Mo-Fr 08:30-20:30; Sa,Su 10:00-18:00; PH 10:00-16:00',
    entry: ['code'],
    access: '密码贴在门口的公告上',
    facilities: ['drinking_water', 'seating', 'power_supply'],
    checked: 'lately',
  },
  {
    id: 'sanxia-guangchang',
    title: '三峡广场演示港湾',
    kind: 'worker_harbour',
    adcode: '500106',
    at: [106.4571, 29.5583],
    address: '演示广场东侧',
    openingHours: 'Mo-Su 07:30-21:30',
    entry: ['door'],
    facilities: ['drinking_water', 'hot_water', 'toilets', 'seating', 'blood_pressure'],
    checked: 'lately',
  },
  {
    id: 'nanping',
    title: '南坪演示便民服务站',
    kind: 'convenience_station',
    adcode: '500108',
    at: [106.5651, 29.5309],
    address: '演示正街 30 号',
    openingHours: 'Mo-Sa 09:00-12:00,13:30-19:00',
    entry: ['door'],
    facilities: ['drinking_water', 'power_supply', 'medicine'],
    checked: 'long-ago',
  },
  {
    id: 'yangjiaping',
    title: '杨家坪演示司机之家',
    kind: 'driver_home',
    adcode: '500107',
    at: [106.5109, 29.5063],
    address: '演示立交桥下',
    openingHours: '24/7',
    entry: ['ask'],
    facilities: ['parking', 'shower', 'laundry', 'hot_water', 'lounge', 'toilets'],
    checked: 'lately',
  },
];

/** The day on which the demo says it was checked: the first of last month, so that all processes say the same. */
function checkedOn(when: NonNullable<Demo['checked']>, today: Day): Day {
  const [year, month] = today.split('-').map(Number) as [number, number];
  const months = year * 12 + month - 2 - (when === 'long-ago' ? 18 : 0);
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
}

/** @param today the day that checks are dated by */
export const demoStations = (today: Day): StationRecord[] =>
  demos.map(({ id, at, checked, ...rest }) => ({
    id: `demo-station-${id}`,
    kind: 'union_station',
    aliases: [],
    precision: 'place',
    street: null,
    address: null,
    openingHours: null,
    hoursNote: null,
    access: null,
    phone: null,
    note: '演示用的驿站，编出来的，去了也没有。',
    source: { title: '演示数据', publisher: '演示', published: null, kind: 'package' },
    asOf: checkedOn('lately', today),
    confidence: 'low',
    demo: true,
    ...rest,
    location: at ? { lng: at[0], lat: at[1] } : null,
    ...(checked && { verifiedAt: checkedOn(checked, today), verifiedBy: '演示区总工会' }),
  }));

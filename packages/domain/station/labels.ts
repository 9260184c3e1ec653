/** Plain Chinese for the station schema's keys, and the words people search them by. */
import type { EntryWay, Facility, StationKind } from './vocabulary';

export const kindLabels: Record<StationKind, { label: string; synonyms: string[] }> = {
  union_station: { label: '工会驿站', synonyms: ['户外劳动者服务站点', '户外劳动者服务站', '职工驿站', '歇脚点'] },
  worker_harbour: { label: '劳动者港湾', synonyms: ['渝工港湾', '港湾', '歇脚点'] },
  postal_station: { label: '邮爱驿站', synonyms: ['快递员之家', '邮政驿站'] },
  driver_home: { label: '司机之家', synonyms: ['货车司机', '卡车', '服务区'] },
  warm_station: { label: '暖新驿站', synonyms: ['爱心驿站', '暖心驿站', '骑手驿站', '小哥驿站'] },
  convenience_station: { label: '便民服务站', synonyms: ['便民驿站'] },
  cooling_point: { label: '纳凉点', synonyms: ['防空洞', '人防工程', '避暑'] },
};

export const facilityLabels: Record<Facility, string> = {
  drinking_water: '饮水',
  hot_water: '热水',
  microwave: '微波炉',
  fridge: '冰箱',
  power_supply: '充电',
  battery_swap: '换电',
  toilets: '厕所',
  womens_room: '女性休息室',
  seating: '桌椅',
  lounge: '沙发休息',
  air_conditioning: '空调',
  first_aid: '急救箱',
  medicine: '防暑药品',
  aed: 'AED',
  blood_pressure: '血压仪',
  washbasin: '洗手池',
  shower: '淋浴',
  laundry: '洗衣',
  television: '电视',
  books: '图书',
  bicycle_parking: '停电动车',
  parking: '停车',
  umbrella: '雨伞',
  sewing_kit: '针线包',
  wifi: 'WiFi',
  counselling: '心理咨询',
  legal_information: '普法资料',
};

export const entryLabels: Record<EntryWay, string> = {
  door: '推门就进',
  scan: '扫码开门',
  face: '刷脸进',
  id_card: '刷身份证进',
  code: '输密码进',
  ask: '找工作人员开门',
};

/**
 * What a station can be and have, each declared once. Keys are those of the dataset, OpenStreetMap's where it has one.
 * Their order is the bit order of the packed columns: a new one is added at the end, and none is ever taken away.
 *
 * `icon` is a name of `src/ui/icon/names.ts`, checked by the compiler where the app draws it. `synonyms` are the words
 * that clerks write in station lists and people search by.
 */

import { keysOf } from '../narrow';
interface Declared {
  label: string;
  icon: string;
  synonyms?: readonly string[];
}

/** The facilities, with their words and icons. */
export const facilityVocabulary = {
  drinking_water: {
    label: '饮水',
    icon: 'glass-water',
    synonyms: ['饮水机', '饮用水', '直饮水', '喝水', '茶水', '水', '凉白开'],
  },
  hot_water: { label: '热水', icon: 'flame', synonyms: ['开水', '热饮'] },
  microwave: { label: '微波炉', icon: 'microwave', synonyms: ['微波炉热饭', '热饭', '加热饭菜'] },
  fridge: { label: '冰箱', icon: 'refrigerator', synonyms: ['冰柜', '冷藏'] },
  power_supply: {
    label: '充电',
    icon: 'plug-zap',
    synonyms: ['手机充电', '充电插座', '插座', '充电宝', '充电器', '充电设备'],
  },
  battery_swap: { label: '换电', icon: 'battery-charging', synonyms: ['换电柜', '电动车换电', '电瓶车换电'] },
  toilets: { label: '厕所', icon: 'toilet', synonyms: ['卫生间', '洗手间', '公厕', '公共厕所', 'wc'] },
  womens_room: { label: '女性休息室', icon: 'venus', synonyms: ['女工休息室', '女职工休息室', '女士休息室', '女工房'] },
  seating: { label: '桌椅', icon: 'armchair', synonyms: ['座椅', '椅子', '座位', '凳子', '长椅', '桌子'] },
  lounge: { label: '沙发休息', icon: 'sofa', synonyms: ['沙发', '休息', '休息区', '休息室', '歇脚'] },
  air_conditioning: { label: '空调', icon: 'snowflake', synonyms: ['空调扇', '冷暖空调', '暖气'] },
  first_aid: {
    label: '急救箱',
    icon: 'briefcase-medical',
    synonyms: ['急救药箱', '急救包', '医药箱', '药箱', '医疗箱'],
  },
  medicine: { label: '防暑药品', icon: 'pill', synonyms: ['防暑药', '药品', '常用药', '应急药品', '藿香正气'] },
  aed: { label: 'AED', icon: 'heart-pulse', synonyms: ['除颤仪', '自动体外除颤器', '除颤器'] },
  blood_pressure: { label: '血压仪', icon: 'heart-pulse', synonyms: ['血压计', '量血压'] },
  washbasin: { label: '洗手池', icon: 'droplets', synonyms: ['洗手', '洗手台', '洗漱台', '洗脸'] },
  shower: { label: '淋浴', icon: 'shower-head', synonyms: ['洗澡', '冲凉', '淋浴室'] },
  laundry: { label: '洗衣', icon: 'washing-machine', synonyms: ['洗衣机'] },
  television: { label: '电视', icon: 'tv', synonyms: ['电视机'] },
  books: { label: '图书', icon: 'book-open', synonyms: ['书报', '书籍', '书架', '书吧', '阅读', '图书角', '报刊'] },
  bicycle_parking: {
    label: '停电动车',
    icon: 'bike',
    synonyms: ['电动车停车', '停车位（电动车）', '骑手停车', '单车停放', '电动车停放', '电动车位'],
  },
  parking: { label: '停车', icon: 'square-parking', synonyms: ['停车位', '停车场'] },
  umbrella: { label: '雨伞', icon: 'umbrella', synonyms: ['爱心雨伞', '爱心伞', '借伞'] },
  sewing_kit: { label: '针线包', icon: 'scissors', synonyms: ['针线', '缝纫包', '针线盒'] },
  wifi: { label: 'WiFi', icon: 'wifi', synonyms: ['无线网', '无线网络', '免费wifi', 'wi-fi', '上网'] },
  counselling: { label: '心理咨询', icon: 'message-circle-heart', synonyms: ['心理疏导', '心理服务', '心理咨询室'] },
  legal_information: { label: '普法资料', icon: 'scale', synonyms: ['法律咨询', '工会普法角', '普法角', '法律资料'] },
} as const satisfies Record<string, Declared>;

export type Facility = keyof typeof facilityVocabulary;

/** The kinds of station. A synonym that two kinds share says which is meant to nobody, but both are found by it. */
export const kindLabels = {
  union_station: { label: '工会驿站', synonyms: ['户外劳动者服务站点', '户外劳动者服务站', '职工驿站', '歇脚点'] },
  worker_harbour: { label: '劳动者港湾', synonyms: ['渝工港湾', '港湾', '歇脚点'] },
  postal_station: { label: '邮爱驿站', synonyms: ['快递员之家', '邮政驿站'] },
  driver_home: { label: '司机之家', synonyms: ['货车司机', '卡车', '服务区'] },
  warm_station: { label: '暖新驿站', synonyms: ['爱心驿站', '暖心驿站', '骑手驿站', '小哥驿站'] },
  convenience_station: { label: '便民服务站', synonyms: ['便民驿站'] },
  cooling_point: { label: '纳凉点', synonyms: ['防空洞', '人防工程', '避暑'] },
} as const satisfies Record<string, { label: string; synonyms: readonly string[] }>;

export type StationKind = keyof typeof kindLabels;

/** How people get in. `door`: it just opens; `ask`: somebody there opens it. */
export const entryVocabulary = {
  door: { label: '推门就进', icon: 'door-open' },
  scan: { label: '扫码开门', icon: 'scan-line' },
  face: { label: '刷脸进', icon: 'scan-face' },
  id_card: { label: '刷身份证进', icon: 'id-card' },
  code: { label: '输密码进', icon: 'lock' },
  ask: { label: '找工作人员开门', icon: 'user-round' },
} as const satisfies Record<string, Declared>;

export type EntryWay = keyof typeof entryVocabulary;

/**
 * May anybody come in, without buying anything and without showing papers? It decides whether a courier dares to. Where
 * no source says, it is unknown and neither yes nor no.
 */
export const anyoneLabels = {
  yes: '谁都能进',
  no: '进门有条件',
  unknown: '没有说明谁能进',
} as const;

export type AnyoneMayEnter = keyof typeof anyoneLabels;

const labelsOf = <Key extends string>(vocabulary: Record<Key, Declared>): Record<Key, string> => {
  const labels: Record<string, string> = {};
  for (const key of keysOf(vocabulary)) labels[key] = vocabulary[key].label;
  return labels;
};

export const facilities = keysOf(facilityVocabulary);
export const stationKinds = keysOf(kindLabels);
export const entryWays = keysOf(entryVocabulary);
export const anyoneStates = keysOf(anyoneLabels);

export const facilityLabels = labelsOf(facilityVocabulary);
export const entryLabels = labelsOf(entryVocabulary);

/** `area` is a hint without navigation: the source names no exact place. */
export const precisions = ['place', 'area'] as const;
export type Precision = (typeof precisions)[number];

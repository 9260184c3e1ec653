/** The words in which clerks write kinds, facilities and ways in. */
import { entryLabels, facilityLabels, kindLabels } from '@yugong/domain/station/labels';
import type { EntryWay, Facility, StationKind } from '@yugong/domain/station/vocabulary';

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s“”"'「」]/g, '');

const kinds = new Map<string, Set<StationKind>>();
for (const [kind, { label, synonyms }] of Object.entries(kindLabels) as [
  StationKind,
  { label: string; synonyms: string[] },
][])
  // prettier-ignore
  for (const word of [kind, label, ...synonyms]) kinds.set(fold(word), (kinds.get(fold(word)) ?? new Set()).add(kind));

/** The one kind that a word means, or null. */
export function kindOf(text: string): StationKind | null {
  const found = kinds.get(fold(text));
  return found?.size === 1 ? ([...found][0] as StationKind) : null;
}

const FACILITY_WORDS: Partial<Record<Facility, readonly string[]>> = {
  drinking_water: ['饮水机', '饮用水', '直饮水', '喝水', '茶水', '水', '凉白开'],
  hot_water: ['开水', '热饮'],
  microwave: ['微波炉热饭', '热饭', '加热饭菜'],
  fridge: ['冰柜', '冷藏'],
  power_supply: ['手机充电', '充电插座', '插座', '充电宝', '充电器', '充电设备'],
  battery_swap: ['换电柜', '电动车换电', '电瓶车换电'],
  toilets: ['卫生间', '洗手间', '公厕', '公共厕所', 'wc'],
  womens_room: ['女工休息室', '女职工休息室', '女士休息室', '女工房'],
  seating: ['座椅', '椅子', '座位', '凳子', '长椅', '桌子'],
  lounge: ['沙发', '休息', '休息区', '休息室', '歇脚'],
  air_conditioning: ['空调扇', '冷暖空调', '暖气'],
  first_aid: ['急救药箱', '急救包', '医药箱', '药箱', '医疗箱'],
  medicine: ['防暑药', '药品', '常用药', '应急药品', '藿香正气'],
  aed: ['除颤仪', '自动体外除颤器', '除颤器'],
  blood_pressure: ['血压计', '量血压'],
  washbasin: ['洗手', '洗手台', '洗漱台', '洗脸'],
  shower: ['洗澡', '冲凉', '淋浴室'],
  laundry: ['洗衣机'],
  television: ['电视机'],
  books: ['书报', '书籍', '书架', '书吧', '阅读', '图书角', '报刊'],
  bicycle_parking: ['电动车停车', '停车位（电动车）', '骑手停车', '单车停放', '电动车停放', '电动车位'],
  parking: ['停车位', '停车场'],
  umbrella: ['爱心雨伞', '爱心伞', '借伞'],
  sewing_kit: ['针线', '缝纫包', '针线盒'],
  wifi: ['无线网', '无线网络', '免费wifi', 'wi-fi', '上网'],
  counselling: ['心理疏导', '心理服务', '心理咨询室'],
  legal_information: ['法律咨询', '工会普法角', '普法角', '法律资料'],
};

const facilityWords = new Map<string, Facility>();
for (const [facility, label] of Object.entries(facilityLabels) as [Facility, string][])
  for (const word of [facility, label, ...(FACILITY_WORDS[facility] ?? [])]) facilityWords.set(fold(word), facility);

/** The facility that a word means, or null. */
export const facilityOf = (word: string): Facility | null => facilityWords.get(fold(word)) ?? null;

const ENTRY_WORDS: Record<EntryWay, RegExp> = {
  door: /^(?:推门(?:就进|即入|进)?|直接进(?:入)?|敞开|自由(?:进出|出入)|随便进|免费进|开放式)$/,
  scan: /^(?:微信)?扫(?:二维)?码(?:开门|进入|进|入)?$/,
  face: /^(?:刷脸|人脸(?:识别)?)(?:开门|进入|进站|进|入)?$/,
  id_card: /^(?:刷)?身份证(?:开门|进入|进|入)?$/,
  code: /^(?:输(?:入)?)?密码(?:开门|进入|进|锁)?$/,
  ask: /^(?:找|问|请|联系)?(?:工作人员|值班(?:人员|员)?|店员|管理员|人)(?:开门|值守)?$|^有人值守$/,
};

/** The ways in that a cell names; what it says besides is told apart. */
export function entryOf(words: readonly string[]): { ways: EntryWay[]; isAll: boolean } {
  const ways = words.map((word) => {
    const text = fold(word);
    const known = (Object.keys(ENTRY_WORDS) as EntryWay[]).find((way) => way === text || fold(entryLabels[way]) === text || ENTRY_WORDS[way].test(text)); // prettier-ignore
    return known ?? null;
  });
  return { ways: [...new Set(ways.filter((way) => way !== null))], isAll: ways.every((way) => way !== null) };
}

/** The words in which clerks write kinds, facilities and ways in. */
import {
  anyoneStates,
  entryLabels,
  entryWays,
  facilities,
  facilityVocabulary,
  kindLabels,
  stationKinds,
  type AnyoneMayEnter,
  type EntryWay,
  type Facility,
  type StationKind,
} from '@yugong/domain/station/vocabulary';

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s“”"'「」[\]]/g, '');

/** Other names that clerks give the kinds, beside those that people search by. */
const KIND_WORDS: Partial<Record<StationKind, readonly string[]>> = {
  union_station: [
    '工会户外劳动者服务站点',
    '户外劳动者服务站点',
    '户外劳动者服务站',
    '工会户外劳动者驿站',
    '户外劳动者驿站',
    '户外劳动者工会驿站',
    '工会爱心驿站',
  ],
  worker_harbour: ['劳动者港湾(渝工港湾)', '渝工港湾(劳动者港湾)', '银行港湾'],
  postal_station: ['邮爱驿站(快递员之家)', '快递驿站'],
  driver_home: ['货车司机之家', '卡友之家', '司机驿站'],
  warm_station: ['新就业形态劳动者驿站', '新业态驿站', '暖"新"驿站', '暖蜂驿站'],
  convenience_station: ['便民服务点', '便民服务驿站'],
  cooling_point: ['避暑纳凉点', '纳凉站'],
};

const kinds = new Map<string, Set<StationKind>>();
for (const kind of stationKinds) {
  const { label, synonyms } = kindLabels[kind];
  for (const word of [kind, label, ...synonyms, ...(KIND_WORDS[kind] ?? [])])
    kinds.set(fold(word), (kinds.get(fold(word)) ?? new Set()).add(kind));
}

/** The one kind that a word means, or null. */
export function kindOf(text: string): StationKind | null {
  const [kind = null, ...others] = kinds.get(fold(text)) ?? [];
  return others.length === 0 ? kind : null;
}

/**
 * The one kind that a title names, 工会驿站名单 or 二、劳动者港湾（5处）, by a word that {@link kindOf} reads; null where it
 * names none or several.
 */
export function kindInTitle(text: string): string | null {
  const plain = fold(text);
  if (plain.length > 40) return null;
  const words = [...kinds].filter(([word, { size }]) => size === 1 && word.length >= 4 && plain.includes(word));
  const [first, ...others] = new Set(words.flatMap(([, named]) => [...named]));
  return first !== undefined && others.length === 0 ? first : null;
}

/** Words of a name that tell a kind, the first that fits: 渝遂高速司机之家, 邮爱驿站（观音桥店）. */
const KIND_NAMES: readonly (readonly [RegExp, StationKind])[] = [
  [/工会(?:爱心|暖心|户外)/, 'union_station'],
  [/邮爱驿站|邮政驿站|快递员之家|快递驿站/, 'postal_station'],
  [/(?:劳动者|渝工|职工|爱心)港湾|港湾(?:\(|$)/, 'worker_harbour'],
  [/司机之家|司机驿站|卡友之家|司机休息/, 'driver_home'],
  [/暖"?新|暖心|暖蜂|骑手|小哥|新业态|新就业/, 'warm_station'],
  [/便民(?:服务)?(?:驿站|站|点|中心)/, 'convenience_station'],
  [/(?:纳凉|避暑)(?:点|站|中心|驿站)/, 'cooling_point'],
  [/工会|职工|户外劳动者/, 'union_station'],
];

/** The kind that a station's name tells; null where it tells none. */
export function kindInName(name: string): StationKind | null {
  const plain = fold(name);
  return KIND_NAMES.find(([words]) => words.test(plain))?.[1] ?? null;
}

/** Other words that clerks write for facilities, beside the synonyms of the vocabulary, which the app carries. */
const FACILITY_WORDS: Partial<Record<Facility, readonly string[]>> = {
  drinking_water: ['饮水处', '饮用水设备', '矿泉水', '纯净水', '冷热水', '茶水供应', '接水', '凉茶', '直饮机'],
  hot_water: ['热水器', '热水瓶', '保温瓶', '烧水壶', '电热水壶', '开水器', '开水供应'],
  microwave: ['微波加热', '加热设备', '热饭设备', '食品加热', '加热饭盒', '饭菜加热'],
  fridge: ['冷柜', '冰箱冷藏', '冷饮柜'],
  power_supply: [
    '充电站',
    '充电桩',
    '充电柜',
    '手机充电站',
    '充电排插',
    '排插',
    '充电线',
    '充电服务',
    '手机充电器',
    '应急充电',
    '共享充电宝',
    '充电处',
    '电源',
    '电源插座',
  ],
  battery_swap: ['换电站', '换电服务'],
  toilets: ['卫生间(公厕)', '如厕', '方便如厕', '洗手间(厕所)', '厕位'],
  seating: ['桌子椅子', '桌椅板凳', '休息座椅', '板凳', '休息椅', '桌凳'],
  lounge: ['休息室(区)', '沙发座', '小憩', '临时休息', '歇脚处'],
  air_conditioning: ['风扇', '电扇', '空调风扇', '取暖', '取暖器', '制冷', '纳凉'],
  first_aid: ['急救用品', '应急药箱', '便民药箱', '医药包', '急救设备', '小药箱', '药箱(急救箱)'],
  medicine: ['应急药物', '防暑降温药品', '避暑药品', '常用药品', '防暑降温用品'],
  aed: ['aed设备', 'aed除颤仪'],
  washbasin: ['洗手设施', '盥洗', '洗漱', '水池'],
  shower: ['淋浴间', '沐浴', '热水澡'],
  laundry: ['洗衣间', '洗衣房', '烘干机', '洗衣服务'],
  books: ['报刊杂志', '看书', '看报', '阅览', '书刊', '报纸', '杂志', '职工书屋', '书屋', '图书阅读'],
  bicycle_parking: [
    '非机动车停放',
    '非机动车停车',
    '非机动车停车位',
    '电瓶车停放',
    '电动车停放点',
    '摩托车停放',
    '电动车停车位',
    '非机动车位',
  ],
  parking: ['停车区', '机动车停车', '汽车停放', '免费停车', '货车停车位'],
  umbrella: ['雨具', '便民雨伞', '共享雨伞', '雨衣'],
  sewing_kit: ['缝补', '针线盒(包)', '便民针线'],
  wifi: ['免费网络', '无线wifi', '免费上网', '无线上网', '网络'],
  counselling: ['心理咨询服务', '心理减压'],
  legal_information: ['普法宣传', '法律服务', '维权咨询', '普法', '法律援助咨询', '宣传资料', '政策咨询'],
};

const facilityWords = new Map<string, Facility>();
for (const facility of facilities) {
  const { label, synonyms } = facilityVocabulary[facility];
  for (const word of [facility, label, ...synonyms, ...(FACILITY_WORDS[facility] ?? [])])
    facilityWords.set(fold(word), facility);
}

/** The facility that a word means, or null. 免费饮水、空调等 and 充电（免费） mean what they would without the words around. */
export function facilityOf(word: string): Facility | null {
  const plain = fold(word);
  const bare = plain
    .replace(/\([^()]*\)/g, '')
    .replace(/^(?:有|提供|配备|配有|设有|免费|便民|公共|含|可|能|上|用)+/, '')
    .replace(
      /(?:等设施|等设备|等|服务|设备|设施|\d+[台个套把张处间部组床台只条位副本册份座]|[一二三四五六七八九十两]+[台个套把张处间部组])$/,
      '',
    );
  return (
    facilityWords.get(plain) ??
    facilityWords.get(bare) ??
    facilityWords.get(bare.replace(/^(?:休息|职工|爱心|应急|自助|共享)/, '')) ??
    facilityWords.get(bare.replace(/(?:角|区|点|处|台|间|柜)$/, '')) ??
    null
  );
}

/** Two facilities written as one word, 报刊图书 or 饮水充电; null where either half is none. */
export function facilitiesInCompound(word: string): Facility[] | null {
  const plain = fold(word);
  for (let at = 2; at <= plain.length - 2; at++) {
    const halves = [facilityOf(plain.slice(0, at)), facilityOf(plain.slice(at))];
    const found = halves.filter((half) => half !== null);
    if (found.length === halves.length) return found;
  }
  return null;
}

const ANYONE_WORDS: Record<AnyoneMayEnter, RegExp> = {
  yes: /^(?:能|可以?|是|有|yes|y|√|✓|谁都能进|(?:所有人|任何人)(?:都)?(?:能|可以?)?进?|(?:面向|向)(?:公众|社会)(?:开放)?|(?:全部|完全)?(?:对外)?开放)$/,
  no: /^(?:不能|不可以?|否|no|n|×|✗|进门有条件|不(?:对外)?开放|不面向公众|[仅只]限?.+|限.+|凭.+|需.+)$/,
  unknown: /^(?:不清楚|不知道|不详|未知|待核实|没有说明谁能进|unknown)$/,
};

/** Whether a cell says that anybody may come in; null for words that mean neither. */
export const anyoneOf = (text: string): AnyoneMayEnter | null =>
  anyoneStates.find((state) => ANYONE_WORDS[state].test(fold(text))) ?? null;

const ENTRY_WORDS: Record<EntryWay, RegExp> = {
  door: /^(?:推门(?:就进|即入|进)?|直接进(?:入)?|敞开|自由(?:进出|出入)|随便进|免费进|开放式)$/,
  scan: /^(?:微信)?扫(?:二维)?码(?:开门|进入|进|入)?$/,
  face: /^(?:刷脸|人脸(?:识别)?)(?:开门|进入|进站|进|入)?$/,
  id_card: /^(?:刷)?身份证(?:开门|进入|进|入)?$/,
  code: /^(?:输(?:入)?)?密码(?:开门|进入|进|锁)?$/,
  ask: /^(?:找|问|请|联系)?(?:工作人员|值班(?:人员|员)?|店员|管理员|门卫|保安|前台|人)(?:开门|值守)?$|^有人值守$/,
};

/** The ways in that a cell names; what it says besides is told apart. */
export function entryWayOf(words: readonly string[]): { ways: EntryWay[]; isAll: boolean } {
  const ways = words.map((word) => {
    const text = fold(word);
    return (
      entryWays.find((way) => way === text || fold(entryLabels[way]) === text || ENTRY_WORDS[way].test(text)) ?? null
    );
  });
  return { ways: [...new Set(ways.filter((way) => way !== null))], isAll: ways.every((way) => way !== null) };
}

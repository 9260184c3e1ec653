/** Labels for the dataset's collections and fields, and what is said of faults. */

export const collectionLabels: Record<string, string> = {
  cases: '案例',
  news: '动态',
  events: '活动',
  stations: '驿站',
  'law-facts': '法律条目',
  'local-wages': '最低工资和平均工资',
  'rights-guides': '权利和办法',
  'screening-programmes': '筛查项目和规则',
  'screening-guides': '筛查前后须知',
  clinics: '筛查医疗机构',
  hotlines: '热线电话',
  'legal-places': '法律服务点',
  holidays: '放假安排',
};

/** Labels of a record's fields; one without a label keeps its name. */
const fieldLabels: Record<string, string> = {
  id: '编号',
  title: '标题',
  shortTitle: '短标题',
  summary: '摘要',
  body: '正文',
  paragraphs: '正文',
  date: '日期',
  start: '开始',
  end: '结束',
  place: '地点',
  adcode: '区县',
  adcodes: '区县',
  district: '区县',
  union: '工会',
  organiser: '主办',
  figures: '数字',
  source: '出处',
  related: '关联内容',
  tags: '标签',
  topics: '主题',
  pictures: '图片',
  alt: '图片说明',
  'pictures.rights': '来源和授权',
  happenedOn: '发生日期',
  publishedAt: '发布日期',
  asOf: '截至日期',
  confidence: '可信程度',
  period: '期号',
  category: '分类',
  categoryName: '自定的类别名（名单里没有的才填）',
  unit: '单位',
  lead: '导语',
  points: '做法',
  heading: '小标题',
  label: '名称',
  value: '数值',
  qualifier: '数据说明',
  context: '背景',
  districtThen: '当时的区县名',
  time: '时间',
  audience: '参加对象',
  caveat: '说明',
  rrule: '重复规则',
  service: '对应服务',
  url: '网址',
  publisher: '发布单位',
  published: '发布日期',
  kind: '类型',
  topic: '主题',
  fact: '内容',
  basis: '依据',
  rules: '规则',
  ageRange: '年龄',
  min: '最小',
  max: '最大',
  howTo: '怎么参加',
  aftercare: '查后',
  note: '备注',
  level: '级别',
  sex: '性别',
  address: '地址',
  phone: '电话',
  booking: '预约方式',
  number: '号码',
  dial: '拨打号码',
  scope: '范围',
  dialling: '怎么拨打',
  hours: '接听时间',
  services: '服务',
  answer: '回答',
  keywords: '搜索用词',
  rights: '权利',
  since: '从哪天起',
  text: '内容',
  tables: '表格',
  columns: '列名',
  rows: '各行',
  open: '没有定论的',
  steps: '怎么办',
  call: '打电话',
  go: '打开',
  retirement: '退休年龄规则',
  who: '哪一类人',
  originalAge: '原来的年龄',
  firstBorn: '从哪个月出生的起',
  monthsPerStep: '每几个月晚一个月',
  mostMonths: '最多晚几个月',
  order: '顺序',
  from: '从哪天起',
  yuan: '金额（元）',
  year: '年份',
  days: '日期',
  name: '节名',
  verifiedAt: '核实日期',
  verifiedBy: '核实人',
  moreSources: '其他出处',
  location: '位置',
  lng: '经度',
  lat: '纬度',
  aliases: '别名',
  street: '街道',
  floor: '楼层',
  openingHours: '开放时间',
  hoursNote: '时间说明',
  entry: '进门方式',
  access: '进门说明',
  anyoneMayEnter: '谁都能进',
  facilities: '设施',
  precision: '位置',
  'time.from': '开始时间',
  'time.to': '结束时间',
};

/** A record's title; its id where it has none. */
export const titleOfRecord = ({ id, title }: { id: string; title?: unknown }): string =>
  typeof title === 'string' ? title : id;

const dateFields = new Set(['date', 'start', 'end', 'happenedOn', 'publishedAt', 'asOf']);

/**
 * Says what is wrong with a record's field so that an editor knows what to do.
 *
 * @param path the field's path, such as `related.0`
 * @param text what the check says of it
 * @example describeRecordFault('related.0', '不在可选的范围内') // '它关联的内容还没有发布'
 */
export function describeRecordFault(path: string, text: string): string {
  const field =
    path
      .split('.')
      .filter((part) => !/^\d+$/.test(part))
      .at(-1) ?? path;
  if (path.split('.')[0] === 'related') return '它关联的内容还没有发布';
  const label = path === '' ? '' : `${fieldLabel(path)}：`;
  return `${label}${dateFields.has(field) ? '日期请写成 2026-12-12' : text}`;
}

/**
 * The label of a field, or of a path to one.
 *
 * @example fieldLabel('points.0.body') // '做法 1，正文'
 */
export const fieldLabel = (path: string): string =>
  path
    .split('.')
    .reduce<string[]>((labels, part, at, parts) => {
      const parent =
        parts
          .slice(0, at)
          .filter((one) => !/^\d+$/.test(one))
          .at(-1) ?? '';
      if (!/^\d+$/.test(part)) return [...labels, fieldLabels[`${parent}.${part}`] ?? fieldLabels[part] ?? part];
      return [...labels.slice(0, -1), `${labels.at(-1) ?? ''} ${Number(part) + 1}`];
    }, [])
    .join('，');

/** Words for a value of a closed list, given the field's path; itself where it is none. */
export type ValueWords = (path: string, value: string | number) => string;

const asItIs: ValueWords = (_, value) => (typeof value === 'number' ? value.toLocaleString('en-US') : value);

/** What nobody reads of a picture. */
const UNSAID: ReadonlySet<string> = new Set(['pictures.id', 'pictures.width', 'pictures.height']);

/**
 * Formats a value for reading: no code and no JSON, a part of a record on a line of its own.
 *
 * @param words for values of closed lists and codes, and for dates
 * @example formatRecordValue([{ label: '参加', value: 30, unit: '人' }]) // '名称 参加；数值 30；单位 人'
 */
export function formatRecordValue(value: unknown, words = asItIs, path = ''): string {
  if (value === null || value === undefined || value === '') return '（没有）';
  if (typeof value === 'string' || typeof value === 'number') return words(path, value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value))
    return value.length === 0 ? '（没有）' : value.map((one) => formatRecordValue(one, words, path)).join('\n');
  return Object.entries(value)
    .filter(([name, part]) => part !== undefined && part !== null && !UNSAID.has(`${path}.${name}`))
    .map(([name, part]) => {
      const own = path === '' ? name : `${path}.${name}`;
      return `${fieldLabel(own).split('，').at(-1)} ${formatRecordValue(part, words, own)}`;
    })
    .join('；');
}

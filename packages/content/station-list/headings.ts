/** The columns of a list of stations, as a clerk heads them. The template is made of them. */
import type { Heading } from '../lists/columns';
import { facilityOf } from './words';

/** A column's own name; what a fault calls its field. */
export type StationField =
  | 'id'
  | 'name'
  | 'aliases'
  | 'kind'
  | 'district'
  | 'street'
  | 'address'
  | 'hours'
  | 'hoursNote'
  | 'entry'
  | 'anyone'
  | 'floor'
  | 'facilities'
  | 'phone'
  | 'lng'
  | 'lat'
  | 'datum'
  | 'verifiedBy'
  | 'verifiedOn'
  | 'note';

export const headings: readonly Heading<StationField>[] = [
  {
    field: 'name',
    heading: '名称',
    also: [
      'stationname',
      'sitename',
      'name',
      'title',
      '驿站名称',
      '站点名称',
      '名字',
      '站点名',
      '驿站名',
      '站名',
      '服务站名称',
      '服务站点名称',
      '点位名称',
      '港湾名称',
      '站点',
      '驿站',
      '服务站点',
      '服务站',
      '点位',
      '驿站(站点)名称',
      '驿站全称',
      '站点全称',
      '全称',
      '网点',
      '网点名称',
      '阵地名称',
      '场所名称',
    ],
    isRequired: true,
    help: '驿站的全名',
  },
  {
    field: 'kind',
    heading: '类型',
    also: [
      'kind',
      'type',
      '站点类型',
      '驿站类型',
      '类别',
      '站点性质',
      '种类',
      '服务站点类型',
      '站点类别',
      '驿站类别',
      '性质',
      '驿站性质',
    ],
    help: '工会驿站、劳动者港湾（渝工港湾）、邮爱驿站（快递员之家）、司机之家、暖新驿站、便民服务站、纳凉点',
  },
  {
    field: 'district',
    heading: '区县',
    also: [
      'districtname',
      'county',
      'countyname',
      'district',
      'adcode',
      '区县代码',
      '区划代码',
      '行政区',
      '区县或代码',
      '所在区县',
      '所属区县',
      '区/县',
      '区(县)',
      '所在区',
      '所属区',
      '区域',
      '所属区县(自治县)',
      '所在区域',
      '行政区划',
      '所在行政区',
      '归属',
      '归属地',
      '属地',
      '所属地',
      '辖区',
      '归属区县',
      '行政区域',
    ],
    isRequired: true,
    help: '例如 渝中区，或六位区划代码 500103',
  },
  {
    field: 'street',
    heading: '街道',
    also: [
      'town',
      'streetname',
      'street',
      '镇街',
      '街道（镇）',
      '乡镇街道',
      '镇街',
      '街镇',
      '乡镇/街道',
      '街道/乡镇',
      '所属街道',
      '所在街道',
      '街道乡镇',
      '所属镇街',
      '所在镇街',
      '街道(乡镇)',
      '乡镇',
      '所在乡镇',
      '所属乡镇',
      '镇街/单位',
      '镇',
    ],
    help: '例如 大阳沟街道',
  },
  {
    field: 'address',
    heading: '地址',
    also: [
      'streetaddress',
      'addr',
      '点位所在',
      '坐落',
      'address',
      '详细地址',
      '门牌',
      '具体地址',
      '站点地址',
      '驿站地址',
      '所在地址',
      '详细位置',
      '地点',
      '所在位置',
      '具体位置',
      '门牌号',
      '位置',
    ],
    help: '写到门牌或认得出的地方',
  },
  {
    field: 'hours',
    heading: '开放时间',
    also: [
      'opening_hours',
      'openinghours',
      'hours',
      '营业时间',
      '服务时间',
      '时间',
      '开放时段',
      '服务时段',
      '对外开放时间',
      '每日开放时间',
      '运营时间',
      '开门时间段',
      '开放情况',
      '营业情况',
      '开放时间段',
      '开放时间及时段',
      '时段',
      '开放',
      '开放时长',
      '开闭馆时间',
      '开关门时间',
      '开闭站时间',
      '营业起止时间',
      '作息时间',
    ],
    help: '例如 周一至周五 9:00-12:00,14:00-18:00；节假日休息，或 24小时，或 OSM 写法；不知道就空着',
  },
  {
    field: 'hoursNote',
    heading: '时间说明',
    also: ['hours_note', 'hoursnote', '时间备注'],
    help: '时间以外要说的，例如 高温期间延长',
  },
  {
    field: 'entry',
    heading: '进门方式',
    also: ['entry', 'access', '怎么进', '进入方式', '进站方式', '开门方式', '门禁', '进站', '进入', '进门'],
    help: '推门、扫码、刷脸、身份证、密码、找人开门；可以写几样',
  },
  {
    field: 'anyone',
    heading: '谁都能进',
    also: [
      'anyone_may_enter',
      '是否谁都能进',
      '对外开放',
      '是否对外开放',
      '公众能否进入',
      '是否面向公众',
      '任何人可进',
    ],
    help: '不买东西、不看证件也能进：能、不能；不清楚就空着',
  },
  {
    field: 'floor',
    heading: '楼层',
    also: ['floor', 'level', '所在楼层', '几楼'],
    help: '例如 2 楼、负一楼电梯旁；在地面一层可以空着',
  },
  {
    field: 'facilities',
    heading: '设施',
    also: [
      'services',
      'amenities',
      'facilities',
      '设施设备',
      '服务设施',
      '服务内容',
      '配置',
      '服务项目',
      '设施配备',
      '配套设施',
      '主要设施',
      '设备',
      '设施情况',
      '功能',
      '服务功能',
      '配备设施',
      '基本设施',
      '服务设施及内容',
      '提供服务',
      '可提供服务',
      '可提供的服务',
      '提供的服务',
      '便民服务',
      '服务',
      '便民设施',
      '配备情况',
      '配置情况',
      '现有设施',
      '设施配置',
      '设备配置',
      '物资配备',
    ],
    isPart: (title) => facilityOf(title) !== null,
    joint: '、',
    help: '用顿号隔开，例如 饮水、热水、微波炉、充电、空调、厕所',
  },
  {
    field: 'phone',
    heading: '电话',
    also: [
      'tel',
      'telephone',
      'contactphone',
      'phone',
      'tel',
      '联系电话',
      '咨询电话',
      '联系方式',
      '服务电话',
      '值班电话',
      '固定电话',
      '座机',
      '站点电话',
      '联系人及电话',
      '联系人电话',
      '联系人及联系电话',
      '联系人及联系方式',
      '负责人及电话',
      '联系人/电话',
      '固话',
      '咨询方式',
      '服务热线',
      '公开电话',
      '热线',
    ],
    help: '会公开给大家看，写单位电话，例如 023-12345678',
  },
  {
    field: 'lng',
    heading: '经度',
    also: ['lng', 'lon', 'longitude', 'x', '经度(e)', '东经'],
    help: '例如 106.5516；和纬度、坐标系一起写，没有就都空着',
  },
  { field: 'lat', heading: '纬度', also: ['lat', 'latitude', 'y', '纬度(n)', '北纬'], help: '例如 29.5630' },
  {
    field: 'datum',
    heading: '坐标系',
    also: ['datum', 'crs', '坐标类型', '坐标系统', '坐标来源'],
    help: 'GCJ02（高德、腾讯、微信）、BD09（百度）或 WGS84（GPS、天地图）',
  },
  {
    field: 'verifiedBy',
    heading: '核实单位',
    also: ['verified_by', 'verifiedby', 'verified by', '核实工会', '核实人单位', '核验单位'],
    help: '哪个工会到现场核实的，例如 渝中区总工会；没有核实就空着',
  },
  {
    field: 'verifiedOn',
    heading: '核实日期',
    also: ['verified_date', 'verified_on', 'verifiedon', 'verified date', 'verified', '核实时间', '核验日期'],
    help: '例如 2026-11-01',
  },
  {
    field: 'aliases',
    heading: '别名',
    also: ['aliases', 'alias', '又名', '曾用名'],
    help: '大家还怎么叫它，用顿号隔开',
  },
  {
    field: 'note',
    heading: '备注',
    also: ['note', 'notes', 'remark', '说明', '其他', '其它'],
    help: '别的要告诉来的人的话',
  },
  {
    field: 'id',
    heading: '编号',
    also: ['id', '资料编号'],
    isExact: true,
    help: '改已有的驿站时写资料里的编号；新的空着',
  },
];

/** Columns that clerks have and the template doesn't: both angles in one cell, and the hours in several. */
export type StationReadField =
  | StationField
  | 'position'
  | 'opens'
  | 'closes'
  | 'hoursDays'
  | 'closedDays'
  | 'isOpenOnWeekends'
  | 'isRoundTheClock'
  | 'hoursMorning'
  | 'hoursAfternoon'
  | 'hoursWorkdays'
  | 'hoursWeekend'
  | 'hoursSaturday'
  | 'hoursSunday'
  | 'hoursHolidays'
  | 'hoursSummer'
  | 'hoursWinter';

/** 工作日开放时间, 工作日服务时间, 工作日: what a part of the week or the year is called at the head of its column. */
const hoursOn = (...days: readonly string[]): string[] =>
  days.flatMap((day) =>
    ['', '时间', '时段', '开放时间', '开放时段', '服务时间', '营业时间', '开放', '服务时段'].map((what) => day + what),
  );

/** 开门, 开始营业, 营业开始时间, open_time: what the column of one end of the hours is called. */
const ends = (short: string, ...words: readonly string[]): string[] => [
  ...['门', '站', '馆', '业'].flatMap((what) => [`${short}${what}`, `${short}${what}时间`, `${short}${what}时刻`]),
  ...words.flatMap((word) => [
    ...['', '营业', '开放', '服务', '运营'].flatMap((what) => [
      `${word}${what}`,
      `${word}${what}时间`,
      `${what}${word}`,
      `${what}${word}时间`,
    ]),
    `${word}time`,
    `${word}at`,
  ]),
];

/** Every column that a list of stations may have. */
export const readHeadings: readonly Heading<StationReadField>[] = [
  ...headings,
  {
    field: 'position',
    heading: '坐标',
    also: [
      '经纬度',
      '坐标位置',
      '经纬度坐标',
      '地理坐标',
      'gps',
      'gps坐标',
      '定位',
      '位置坐标',
      '坐标(经度,纬度)',
      '经度,纬度',
      '经度/纬度',
    ],
    help: '例如 106.5516,29.5630',
  },
  {
    field: 'opens',
    heading: '开门时间',
    also: ends('开', '开始', '起始', 'open', 'start'),
    isExact: true,
    help: '例如 9:00',
  },
  {
    field: 'closes',
    heading: '关门时间',
    also: ends('关', '结束', '截止', 'close', 'end'),
    isExact: true,
    help: '例如 18:00',
  },
  {
    field: 'hoursDays',
    heading: '开放日',
    also: ['开放日期', '开放星期', '服务日', '营业日', '工作日期'],
    isExact: true,
    help: '例如 周一至周五；时间另有一列',
  },
  {
    field: 'closedDays',
    heading: '休息日',
    also: ['闭馆日', '休馆日', '闭站日', '公休日', '不开放日', '每周休息日'],
    isExact: true,
    help: '例如 周一；没有就空着',
  },
  {
    field: 'isOpenOnWeekends',
    heading: '周末是否开放',
    also: ['双休日是否开放', '周末开放与否', '周六日是否开放', '节假日及周末是否开放'],
    isExact: true,
    help: '是或否',
  },
  {
    field: 'isRoundTheClock',
    heading: '是否24小时',
    also: ['24小时', '24小时开放', '是否24小时开放', '是否全天开放', '24小时服务', '是否24小时服务', '全天开放'],
    isExact: true,
    help: '有或没有',
  },
  {
    field: 'hoursMorning',
    heading: '上午开放时间',
    also: hoursOn('上午'),
    isExact: true,
    help: '例如 9:00-12:00',
  },
  {
    field: 'hoursAfternoon',
    heading: '下午开放时间',
    also: hoursOn('下午'),
    isExact: true,
    help: '例如 14:00-18:00，不开就空着',
  },
  {
    field: 'hoursWorkdays',
    heading: '工作日开放时间',
    also: hoursOn('工作日', '周一至周五', '周一到周五', '平日', '平时'),
    isExact: true,
    help: '例如 9:00-18:00',
  },
  {
    field: 'hoursWeekend',
    heading: '周末开放时间',
    also: hoursOn('周末', '双休日', '周六周日', '周六、周日', '周六日'),
    isExact: true,
    help: '例如 10:00-16:00，不开就写不开放',
  },
  {
    field: 'hoursSaturday',
    heading: '周六开放时间',
    also: hoursOn('周六', '星期六'),
    isExact: true,
    help: '例如 10:00-16:00，不开就写不开放',
  },
  {
    field: 'hoursSunday',
    heading: '周日开放时间',
    also: hoursOn('周日', '星期日', '星期天'),
    isExact: true,
    help: '例如 10:00-16:00，不开就写不开放',
  },
  {
    field: 'hoursHolidays',
    heading: '节假日开放时间',
    also: hoursOn('节假日', '法定节假日', '节日'),
    isExact: true,
    help: '例如 10:00-16:00，不开就写休息',
  },
  {
    field: 'hoursSummer',
    heading: '夏季开放时间',
    also: hoursOn('夏季', '夏', '夏令', '夏天', '高温期间', '夏时制', '夏令时'),
    isExact: true,
    help: '列名里写几月到几月，例如 夏季（5月-9月）',
  },
  {
    field: 'hoursWinter',
    heading: '冬季开放时间',
    also: hoursOn('冬季', '冬', '冬令', '冬天', '冬时制', '冬令时'),
    isExact: true,
    help: '列名里写几月到几月，例如 冬季（10月-4月）',
  },
];

/** Invented, and says so; whoever forgets to delete it is told nothing, for the import passes it over. */
export const example: Partial<Record<StationField, string>> = {
  name: '（示例，填之前删掉这一行）',
  kind: '工会驿站',
  district: '渝中区',
  street: '大阳沟街道',
  address: '某某路 1 号',
  hours: '周一至周五 9:00-12:00,14:00-18:00；周六 10:00-16:00；节假日休息',
  entry: '扫码',
  facilities: '饮水、热水、微波炉、充电、空调、厕所',
  datum: 'GCJ02',
};

/** Lists of stations as unions keep them, with what a careful person would take of each row, written down by hand. */
import { collectionsFolder } from '../../scripts/content/files';
import { loadChecked } from '../../scripts/content/check';
import { tableOf } from '@yugong/content/lists/table';
import { importStations, type StationReport } from '@yugong/content/station-list';
import type { Dataset } from '@yugong/content/schema';
import { workbook, type Value } from './workbook';

const now = Date.parse('2026-11-29T12:00:00+08:00');
const { dataset } = loadChecked();
if (!dataset) throw new Error(`the dataset in ${collectionsFolder} is at fault`);
const known: Dataset = dataset;

const read = async (bytes: Buffer, file: string): Promise<StationReport> =>
  importStations(await tableOf(bytes), { file, dataset: known, now });

type Expected = Record<string, unknown>;
interface UnionTable {
  /** CSV text, or rows for a workbook. */
  rows: string | Value[][];
  merges?: string[];
  hidden?: number[];
  sheet?: string;
  /** What each row becomes, in order. */
  stations: Expected[];
  /** What the report has to say, each somewhere among its notes. */
  notes?: RegExp[];
  /** The faults, as letter and row with the message. */
  faults?: RegExp[];
}

const TABLES: Record<string, UnionTable> = {
  'without a column for the district, which the addresses name': {
    rows: [
      '站点名称,站点类型,详细地址,服务时间',
      '虚构甲站,工会驿站,重庆市渝中区某某路1号,9:00-18:00',
      '虚构乙站,工会驿站,沙坪坝区某某街2号,每天8:30—17:30',
      '虚构丙站,劳动者港湾,重庆市忠县某某镇3号,周一至周五9:00-17:00',
    ].join('\n'),
    stations: [
      { title: '虚构甲站', adcode: '500103', openingHours: 'Mo-Su 09:00-18:00' },
      { title: '虚构乙站', adcode: '500106', openingHours: 'Mo-Su 08:30-17:30' },
      { title: '虚构丙站', adcode: '500233', kind: 'worker_harbour', openingHours: 'Mo-Fr 09:00-17:00' },
    ],
    notes: [/没有「区县」这一列.*地址/],
  },
  'with a column each for workdays and weekends': {
    rows: [
      ['名称', '类型', '区县', '地址', '工作日开放时间', '周末开放时间', '节假日'],
      ['虚构丁站', '工会驿站', '渝北', '某某路4号', '8:30-18:00', '9:00-17:00', '休息'],
      ['虚构戊站', '工会驿站', '江北区', '某某路5号', '9:00-12:00，14:00-17:30', '不开放', null],
      ['虚构己站', '工会驿站', '九龙坡区', '某某路6号', '24小时', '24小时', '24小时'],
    ],
    stations: [
      { adcode: '500157', openingHours: 'Mo-Fr 08:30-18:00; Sa,Su 09:00-17:00; PH off' },
      { adcode: '500157', openingHours: 'Mo-Fr 09:00-12:00,14:00-17:30; Sa,Su off' },
      { adcode: '500107', openingHours: '24/7' },
    ],
  },
  'with a column each for summer and winter': {
    rows: [
      ['名称', '类型', '区县', '地址', '夏季开放时间（5月-9月）', '冬季开放时间（10月-4月）'],
      ['虚构庚站', '工会驿站', '南岸区', '某某路7号', '8:00-20:00', '9:00-18:00'],
      ['虚构辛站', '工会驿站', '巴南区', '某某路8号', '7:30-19:30', '8:30-17:30'],
    ],
    stations: [
      { openingHours: 'Oct-Apr 09:00-18:00; May-Sep 08:00-20:00' },
      { openingHours: 'Oct-Apr 08:30-17:30; May-Sep 07:30-19:30' },
    ],
  },
  'with a column each for summer and winter that name no months': {
    rows: [
      ['名称', '类型', '区县', '地址', '夏季时间', '冬季时间'],
      ['虚构壬站', '工会驿站', '南岸区', '某某路9号', '8:00-20:00', '9:00-18:00'],
    ],
    stations: [{ openingHours: null, hoursNote: '夏季 8:00-20:00；冬季 9:00-18:00' }],
    notes: [/没有写.*月/],
  },
  'with ditto marks in every column that repeats': {
    rows: [
      ['名称', '类型', '区县', '地址', '开放时间', '电话'],
      ['虚构子站', '工会驿站', '北碚区', '某某路10号', '9:00-18:00', '023-60000000'],
      ['虚构丑站', '同上', '〃', '某某路11号', '同上', '同上'],
      ['虚构寅站', '〃', '同上', '某某路12号', '〃', '60000001'],
    ],
    stations: [
      { kind: 'union_station', adcode: '500109', openingHours: 'Mo-Su 09:00-18:00', phone: '023-60000000' },
      { kind: 'union_station', adcode: '500109', openingHours: 'Mo-Su 09:00-18:00', phone: '023-60000000' },
      { kind: 'union_station', adcode: '500109', openingHours: 'Mo-Su 09:00-18:00', phone: '60000001' },
    ],
  },
  'with telephones as Excel and people write them': {
    rows: [
      ['名称', '类型', '区县', '地址', '联系电话'],
      ['虚构卯站', '工会驿站', '永川区', '甲路1号', 2360000002],
      ['虚构辰站', '工会驿站', '永川区', '甲路2号', '０２３－６００００００３'],
      ['虚构巳站', '工会驿站', '永川区', '甲路3号', '023-60000004（办公室）'],
      ['虚构午站', '工会驿站', '永川区', '甲路4号', '值班室：023 6000 0005'],
      ['虚构未站', '工会驿站', '永川区', '甲路5号', '张三 60000006'],
      ['虚构申站', '工会驿站', '永川区', '甲路6号', '(023)60000007'],
      ['虚构酉站', '工会驿站', '永川区', '甲路7号', '+86 23 6000 0008'],
    ],
    stations: [
      { phone: '02360000002' },
      { phone: '023-60000003' },
      { phone: '023-60000004' },
      { phone: '02360000005' },
      { phone: '60000006' },
      { phone: '023-60000007' },
      { phone: '02360000008' },
    ],
    notes: [/电话.*不公开|不公开.*姓名/],
  },
  'with a telephone that Excel has rounded': {
    rows: '名称,类型,区县,地址,电话\n虚构戌站,工会驿站,永川区,甲路8号,2.36E+09\n虚构亥站,工会驿站,永川区,甲路9号,\n',
    stations: [{ title: '虚构戌站', phone: null }, { title: '虚构亥站' }],
    notes: [/E5?2 .*科学记数|科学记数/],
  },
  'with line breaks, blanks and full-width signs in the cells': {
    rows: [
      ['名 称', '类 型', '区 县', '地 址', '开放时间', '设 施'],
      [
        '　虚构天站 ',
        '工会驿站 ',
        ' 大足区　',
        '某某街道\n某某路１３号',
        '周一至周五\n９：００－１８：００\n周末\n１０：００－１６：００',
        '饮水\n微波炉\n充电 ',
      ],
      ['虚构地站\u00a0', '劳动者港湾', '綦江区', '某某路14号', '8：30～17：30', '①饮水②空调③急救箱'],
    ],
    stations: [
      {
        title: '虚构天站',
        adcode: '500111',
        openingHours: 'Mo-Fr 09:00-18:00; Sa,Su 10:00-16:00',
        facilities: ['drinking_water', 'microwave', 'power_supply'],
      },
      {
        title: '虚构地站',
        openingHours: 'Mo-Su 08:30-17:30',
        facilities: ['drinking_water', 'air_conditioning', 'first_aid'],
      },
    ],
  },
  'with hidden rows, subtotals, merged blocks and notes below': {
    rows: [
      ['2026年虚构区工会驿站台账', null, null, null, null],
      ['序号', '名称', '类型', '区县', '地址'],
      [1, '虚构东站', '工会驿站', '璧山区', '某某路15号'],
      [2, '虚构西站', null, null, '某某路16号'],
      [3, '虚构南站', null, null, '某某路17号'],
      ['小计', 3, null, null, null],
      [4, '虚构北站', '劳动者港湾', '铜梁区', '某某路18号'],
      ['小计', 1, null, null, null],
      ['总计：4个', null, null, null, null],
      ['说明：1.以上数据截至10月底；2.如有变动另行通知', null, null, null, null],
      ['填报人：张三', null, null, '审核人：李四', null],
    ],
    merges: ['A1:E1', 'C3:C5', 'D3:D5', 'A10:E10'],
    hidden: [4],
    stations: [
      { title: '虚构东站', adcode: '500120' },
      { title: '虚构西站', kind: 'union_station', adcode: '500120' },
      { title: '虚构南站', kind: 'union_station', adcode: '500120' },
      { title: '虚构北站', kind: 'worker_harbour', adcode: '500151' },
    ],
    notes: [/第 4 行是隐藏的/],
  },
  'with positions in the wrong order or in one cell': {
    rows: [
      ['名称', '类型', '区县', '地址', '经度', '纬度', '坐标系'],
      ['虚构江站', '工会驿站', '渝中区', '某某路19号', 29.563, 106.551, '高德'],
      ['虚构河站', '工会驿站', '渝中区', '某某路20号', '106.5516°E', '29.5630°N', '百度地图'],
      ['虚构湖站', '工会驿站', '渝中区', '某某路21号', '106.5516, 29.5630', null, '腾讯地图'],
    ],
    stations: [
      { location: { lng: 106.551, lat: 29.563 } },
      { location: { lng: expect.closeTo(106.545, 2), lat: expect.closeTo(29.557, 2) } },
      { location: { lng: 106.5516, lat: 29.563 } },
    ],
    notes: [/经度和纬度.*反/],
  },
  'with dates in every way': {
    rows: [
      ['名称', '类型', '区县', '地址', '核实单位', '核实日期'],
      ['虚构一站', '工会驿站', '涪陵区', '乙路1号', '涪陵区总工会', '2026.11.5'],
      ['虚构二站', '工会驿站', '涪陵区', '乙路2号', '涪陵区总工会', '2026年11月5日（周四）'],
      ['虚构三站', '工会驿站', '涪陵区', '乙路3号', '涪陵区总工会', '11月5日'],
      ['虚构四站', '工会驿站', '涪陵区', '乙路4号', '涪陵区总工会', '11.5'],
      ['虚构五站', '工会驿站', '涪陵区', '乙路5号', '涪陵区总工会', '2026/11/5 9:30'],
      ['虚构六站', '工会驿站', '涪陵区', '乙路6号', '涪陵区总工会', '26.11.5'],
      ['虚构七站', '工会驿站', '涪陵区', '乙路7号', '涪陵区总工会', 46331],
      ['虚构八站', '工会驿站', '涪陵区', '乙路8号', '涪陵区总工会', { style: 1, value: 46331 }],
    ],
    stations: Array.from({ length: 8 }, () => ({ verifiedAt: '2026-11-05', verifiedBy: '涪陵区总工会' })),
    notes: [/没有写年份.*2026/],
  },
  'with a column for the opening and one for the closing': {
    rows: [
      ['名称', '类型', '区县', '地址', '开门时间', '关门时间'],
      ['虚构春站', '工会驿站', '万州区', '丙路1号', '上午9点', '下午6点'],
      ['虚构夏站', '工会驿站', '万州区', '丙路2号', '8：30', '晚上9点半'],
      ['虚构秋站', '工会驿站', '万州区', '丙路3号', 0.375, { style: 3, value: 0.75 }],
      ['虚构冬站', '工会驿站', '万州区', '丙路4号', '9时', '17时30分'],
    ],
    stations: [
      { openingHours: 'Mo-Su 09:00-18:00' },
      { openingHours: 'Mo-Su 08:30-21:30' },
      { openingHours: 'Mo-Su 09:00-18:00' },
      { openingHours: 'Mo-Su 09:00-17:30' },
    ],
  },
  'with hours as people say them': {
    rows: [
      ['名称', '类型', '区县', '地址', '开放时间'],
      ['虚构01站', '工会驿站', '长寿区', '丁路1号', '上午9点—下午5点半'],
      ['虚构02站', '工会驿站', '长寿区', '丁路2号', '9:00—12:00 14:00—16:30'],
      ['虚构03站', '工会驿站', '长寿区', '丁路3号', '8.30-17.30'],
      ['虚构04站', '工会驿站', '长寿区', '丁路4号', '9时-18时'],
      ['虚构05站', '工会驿站', '长寿区', '丁路5号', '早上8:30至晚上10:00'],
      ['虚构06站', '工会驿站', '长寿区', '丁路6号', '全天24小时'],
      ['虚构07站', '工会驿站', '长寿区', '丁路7号', '周一至周日 全天'],
      ['虚构08站', '工会驿站', '长寿区', '丁路8号', '9:00-18:00（节假日除外）'],
      ['虚构09站', '工会驿站', '长寿区', '丁路9号', '法定工作日9:00-17:00'],
      ['虚构10站', '工会驿站', '长寿区', '丁路10号', '8:00--20:00'],
      ['虚构11站', '工会驿站', '长寿区', '丁路11号', '周一到周六 8:30—18:00，周日休息'],
      ['虚构12站', '工会驿站', '长寿区', '丁路12号', '每天9:00-21:00 全年无休'],
      ['虚构13站', '工会驿站', '长寿区', '丁路13号', '星期一至星期五：9:00-17:00；星期六、日：10:00-16:00'],
      ['虚构14站', '工会驿站', '长寿区', '丁路14号', '9:00-17:00(午休12:00-14:00)'],
      ['虚构15站', '工会驿站', '长寿区', '丁路15号', '同银行营业时间'],
      ['虚构16站', '工会驿站', '长寿区', '丁路16号', '以现场公示为准'],
    ],
    stations: [
      { openingHours: 'Mo-Su 09:00-17:30' },
      { openingHours: 'Mo-Su 09:00-12:00,14:00-16:30' },
      { openingHours: 'Mo-Su 08:30-17:30' },
      { openingHours: 'Mo-Su 09:00-18:00' },
      { openingHours: 'Mo-Su 08:30-22:00' },
      { openingHours: '24/7' },
      { openingHours: expect.stringMatching(/^(?:24\/7|Mo-Su 00:00-24:00)$/) },
      { openingHours: 'Mo-Su 09:00-18:00; PH off' },
      { openingHours: 'Mo-Fr 09:00-17:00; PH off' },
      { openingHours: 'Mo-Su 08:00-20:00' },
      { openingHours: expect.stringMatching(/^Mo-Sa 08:30-18:00(?:; Su off)?$/) },
      { openingHours: expect.stringMatching(/09:00-21:00/) },
      { openingHours: 'Mo-Fr 09:00-17:00; Sa,Su 10:00-16:00' },
      { openingHours: 'Mo-Su 09:00-12:00,14:00-17:00' },
      { openingHours: null, hoursNote: '同银行营业时间' },
      { openingHours: null, hoursNote: '以现场公示为准' },
    ],
  },
  'with a column to tick for each facility': {
    rows: [
      ['南岸区户外劳动者服务站点情况表', null, null, null, null, null, null, null],
      ['序号', '站点名称', '站点类型', '地址', '基本设施', null, null, null],
      [null, null, null, null, '饮水', '微波炉', '空调', '充电'],
      [1, '虚构甲乙站', '工会驿站', '戊路1号', '√', '√', '×', '√'],
      [2, '虚构丙丁站', '工会驿站', '戊路2号', '有', '无', '有', null],
    ],
    merges: ['A1:H1', 'E2:H2', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3'],
    stations: [
      { adcode: '500108', facilities: ['drinking_water', 'microwave', 'power_supply'] },
      { adcode: '500108', facilities: ['drinking_water', 'air_conditioning'] },
    ],
  },
  'with columns that no list takes': {
    rows: [
      [
        '序号',
        '名称*',
        '站点类别（必填）',
        '所属区县',
        '详细地址（精确到门牌号）',
        '面积（㎡）',
        '可容纳人数',
        '负责人',
        '服务时间（24小时制）',
        '备 注',
      ],
      [1, '虚构戊己站', '工会驿站', '合川', '己路1号', '30㎡', '30人', '张三', '09:00-18:00', '免费WiFi'],
      [2, '虚构庚辛站', '户外劳动者驿站', '合川区', '己路2号', 25, '约20人', '李四', '09:00-18:00', null],
    ],
    stations: [
      { title: '虚构戊己站', adcode: '500117', openingHours: 'Mo-Su 09:00-18:00', note: '免费WiFi' },
      { title: '虚构庚辛站', kind: 'union_station', adcode: '500117' },
    ],
  },
  'of one union, whose kinds and facilities have its own words': {
    rows: [
      '潼南区总工会户外劳动者服务站点统计表,,,,',
      '站点名称,所在镇街,地址,服务项目,开放时间',
      '虚构梓潼站,梓潼街道,庚路1号,饮水、热饭、手机充电、看书看报、歇脚,8:00-18:00',
      '虚构桂林站,桂林街道,庚路2号,热水；微波炉；冰箱；WIFI；无障碍卫生间,全天开放',
    ].join('\n'),
    stations: [
      { adcode: '500152', kind: 'union_station', street: '梓潼街道', openingHours: 'Mo-Su 08:00-18:00' },
      { adcode: '500152', kind: 'union_station', street: '桂林街道', openingHours: '24/7' },
    ],
    notes: [/没有「类型」这一列/],
  },
  'of couriers, with the season behind 服务时间 and a column for each facility': {
    rows: [
      '渝北区邮政快递业“暖心驿站”名单',
      '序号,驿站名称,性质,所在镇街,具体位置,服务时间（夏季）,服务时间（冬季）,值班电话,WiFi,饮水机,卫生间',
      '1,虚构A驿站,邮爱驿站,龙溪街道,虚构大道1号,8:00-21:00,8:30-20:00,67000001（前台）,√,√,',
      '2,虚构B驿站,邮爱驿站,双凤桥街道,虚构大道2号,全天,全天,023-67000002,√,√,√',
      '3,虚构C驿站,邮爱驿站,回兴街道,虚构大道3号,8:00-20:00,8:00-20:00,同上,,√,√',
    ].join('\n'),
    stations: [
      {
        adcode: '500157',
        kind: 'postal_station',
        openingHours: null,
        hoursNote: '夏季 8:00-21:00；冬季 8:30-20:00',
        phone: '67000001',
        facilities: ['wifi', 'drinking_water'],
      },
      { openingHours: '24/7', phone: '023-67000002', facilities: ['wifi', 'drinking_water', 'toilets'] },
      { openingHours: 'Mo-Su 08:00-20:00', phone: '023-67000002', facilities: ['drinking_water', 'toilets'] },
    ],
  },
  'with the hours in halves and a name beside each telephone': {
    rows: [
      '单位：江津区总工会,,,,,,',
      '名称,类别,区县,地址,上午开放时间,下午开放时间,联系人及电话',
      '虚构D站,工会驿站,江津区,几江街道1号,9:00-12:00,14:00-18:00,张三 47000001',
      '虚构E站,工会驿站,江津区,几江街道2号,8:30-12:00,1:30-5:30,李四：47000002',
      '虚构F站,工会驿站,江津区,几江街道3号,9:00-12:00,/,47000003、47000004',
    ].join('\n'),
    stations: [
      { openingHours: 'Mo-Su 09:00-12:00,14:00-18:00', phone: '47000001' },
      { openingHours: 'Mo-Su 08:30-12:00,13:30-17:30', phone: '47000002' },
      { openingHours: 'Mo-Su 09:00-12:00', phone: '47000003' },
    ],
  },
  'with the datum at the head of the positions': {
    rows: [
      ['站点名称', '站点类型', '行政区', '经纬度(高德)', '开放时间', '配套设施', '核实单位', '核实时间'],
      [
        '虚构G站',
        '司机之家',
        '璧山区',
        '106.2312,29.5921',
        '24小时',
        '1.淋浴 2.洗衣机 3.停车位 4.热水',
        '璧山区总工会',
        '2026.10.8',
      ],
      [
        '虚构H站',
        '司机之家',
        '璧山',
        '29.60，106.24',
        '周一至周日：00:00-24:00',
        '厕所、停车',
        '璧山区总工会',
        '10月9日',
      ],
    ],
    stations: [
      { location: { lng: 106.2312, lat: 29.5921 }, facilities: ['shower', 'laundry', 'parking', 'hot_water'] },
      { location: { lng: 106.24, lat: 29.6 }, verifiedAt: '2026-10-09' },
    ],
  },
  'that has gaps, a second head in the middle and signs in front of names': {
    rows: [
      ['一、工会驿站', null, null, null, null],
      ['名称', '类型', '区县', '地址', '电话'],
      ['★虚构壬癸站', '工会驿站', '开州区', '辛路1号', '暂无'],
      [null, null, null, null, null],
      ['二、劳动者港湾', null, null, null, null],
      ['名称', '类型', '区县', '地址', '电话'],
      ['虚构子丑站', '劳动者港湾', '开州区', '辛路2号', '/'],
      ['（以下空白）', null, null, null, null],
    ],
    stations: [
      { title: expect.stringMatching(/虚构壬癸站$/), kind: 'union_station', phone: null },
      { title: '虚构子丑站', kind: 'worker_harbour', phone: null },
    ],
  },
};

const bytesOf = ({ rows, merges, hidden, sheet = '名单' }: UnionTable): Buffer =>
  typeof rows === 'string'
    ? Buffer.from(rows)
    : workbook([{ name: sheet, rows, ...(merges && { merges }), ...(hidden && { hidden }) }]);

describe('a list of stations', () => {
  it.each(Object.keys(TABLES))('%s gives each row as a careful person would take it', async (name) => {
    const table = TABLES[name];
    if (!table) throw new Error(name);
    const report = await read(bytesOf(table), typeof table.rows === 'string' ? '名单.csv' : '名单.xlsx');
    const faults = report.faults.map(({ letter, row, message }) => `${letter ?? ''}${row} ${message}`);
    expect(faults).toEqual((table.faults ?? []).map((pattern): unknown => expect.stringMatching(pattern)));
    expect(report.stations.map(({ record }) => record)).toMatchObject(table.stations);
    const notes = report.notes.map(({ letter, row, message }) => `${letter ?? ''}${row} ${message}`).join('\n');
    for (const pattern of table.notes ?? []) expect(notes).toMatch(pattern);
  });
});

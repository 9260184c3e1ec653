/** Tables as clerks make them: what Excel, WPS and offices' systems save, read as lists of stations. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { encode } from 'iconv-lite';
import readExcelFile from 'read-excel-file/node';
import { stationLine } from '../../server/src/staff/jobs/export-stations';
import { csvOf, xlsxOf } from '../../server/src/staff/roster/sheet';
import { collectionsFolder } from '../../scripts/content/files';
import { loadChecked } from '../../scripts/content/check';
import { separatorOf } from '@yugong/content/lists/csv-table';
import { sumUp } from '@yugong/content/lists/say';
import { tableOf } from '@yugong/content/lists/table';
import { importStations, type StationReport } from '@yugong/content/station-list';
import { headings } from '@yugong/content/station-list/headings';
import type { Dataset } from '@yugong/content/schema';
import { textMatching } from '../support/matchers';
import { cellXml, letters, workbook, type Value } from './workbook';

const now = Date.parse('2026-11-29T12:00:00+08:00');
const { dataset } = loadChecked();
if (!dataset) throw new Error(`the dataset in ${collectionsFolder} is at fault`);
const known: Dataset = dataset;

const read = async (bytes: Buffer, file = '名单.xlsx'): Promise<StationReport> =>
  importStations(await tableOf(bytes), { file, dataset: known, now });
const text = (content: string): Promise<StationReport> => read(Buffer.from(content), '名单.csv');
const notes = ({ notes: all }: StationReport): string[] =>
  all.map(({ sheet, row, letter, message }) => `${sheet ?? ''}${letter ?? ''}${row} ${message}`);

const HEAD = ['名称', '类型', '区县', '地址', '设施', '电话'];
const row = (name: string, changes: Partial<Record<string, Value>> = {}): Value[] =>
  HEAD.map(
    (title, at) => changes[title] ?? [name, '工会驿站', '渝中区', `${name}路1号`, '饮水', '023-12345678'][at] ?? null,
  );

describe('merged cells', () => {
  it('are filled in every row that they cover, and told once', async () => {
    const rows = [HEAD, row('甲'), row('乙'), row('丙')];
    for (const one of rows.slice(2)) one[2] = one[5] = null;
    const report = await read(workbook([{ name: '驿站', rows, merges: ['C2:C4', 'F2:F4'] }]));
    expect(report.faults).toEqual([]);
    expect(report.stations.map(({ record }) => [record.adcode, record.phone])).toEqual(
      Array(3).fill(['500103', '023-12345678']),
    );
    expect(notes(report)).toEqual(['驿站1 合并的格子（C2:C4、F2:F4）按第一格的内容填到了每一行']);
  });

  it('without end are filled only where there are rows', async () => {
    const report = await read(
      workbook([{ name: '驿站', rows: [HEAD, row('甲'), row('乙')], merges: ['C2:C1048576', 'G1:XFD1'] }]),
    );
    expect(report.counts).toMatchObject({ new: 2, bad: 0 });
  });
});

describe('headings', () => {
  it('in two rows are read with those that are merged over both', async () => {
    const rows: Value[][] = [
      ['虚构区服务站点一览表', null, null, null, null, null, null, null],
      ['序号', '基本情况', null, null, null, '服务设施', '坐标', null],
      [null, '站点名称', '站点类型', '所属区县', '详细地址', null, '经度', '纬度'],
      [1, '甲', '工会驿站', '渝中', '甲路1号', '饮水机、非机动车停放', '106°33′24″', '29°33′45″'],
      ['合计', 1, null, null, null, null, null, null],
      ['注：如有变动请及时报送。', null, null, null, null, null, null, null],
    ];
    const report = await read(
      workbook([{ name: '表', rows, merges: ['A1:H1', 'A2:A3', 'B2:E2', 'F2:F3', 'G2:H2', 'A6:H6'] }]),
    );
    expect(report.faults).toEqual([]);
    expect(report.stations[0]?.record).toMatchObject({
      facilities: ['drinking_water', 'bicycle_parking'],
      location: null,
    });
    expect(notes(report)).toEqual([
      '表5 这一行是「合计」，不是驿站，跳过了',
      '表6 这一行是「注：如有变动请及时报送。」，不是驿站，跳过了',
      expect.stringMatching(/^表4 没有写坐标系.*坐标没有收/),
    ]);
  });

  it('that only end in a known one are taken for it, and the guess is told', async () => {
    const report = await text('驿站名称,驿站类型,所在区县,驿站详细地址\n甲,工会驿站,渝中区,甲路1号\n');
    expect(report.stations[0]?.record).toMatchObject({ address: '甲路1号' });
    expect(notes(report)).toEqual(['D1 这一列当作「地址」来读；不是的话改一下列名']);
  });

  it('may be without a district where the title names one', async () => {
    const report = await text('重庆市璧山区工会驿站名单,,\n名称,类型,地址\n甲,工会驿站,甲路1号\n');
    expect(report.stations[0]?.record.adcode).toBe('500120');
    expect(notes(report)).toEqual(['2 没有「区县」这一列，按标题记作「璧山区」']);
  });

  it('of a group between the rows are passed over, and 同上 is what the row above says', async () => {
    const report = await text(
      '名称,类型,区县\n一、工会驿站,,\n甲,工会驿站,巴南区\n乙,同上,〃\n小计,2,\n填表人：某人,,\n',
    );
    expect(report.faults).toEqual([]);
    expect(report.stations.map(({ title, record }) => [title, record.kind, record.adcode])).toEqual([
      ['甲', 'union_station', '500113'],
      ['乙', 'union_station', '500113'],
    ]);
    expect(notes(report).map((one) => one.slice(0, 1))).toEqual(['2', '4', '5', '6']);
  });

  it('that are printed again in the middle are no entry', async () => {
    const report = await text('名称,类型,区县\n甲,工会驿站,渝中区\n名称,类型,区县\n乙,工会驿站,渝中区\n');
    expect(report.counts).toMatchObject({ new: 2, bad: 0 });
    expect(notes(report)).toEqual(['3 这一行又是列名，跳过了']);
  });
});

describe('sheets', () => {
  it('are all read, and one that is no list is named', async () => {
    const report = await read(
      workbook([
        { name: '说明', rows: [['填表说明'], ['请填写后面的表']] },
        { name: '渝中区', rows: [HEAD, row('甲')] },
        { name: '忠县', rows: [HEAD, row('乙', { 区县: '忠县' })] },
      ]),
    );
    expect(report.stations.map(({ sheet, row: at, record }) => [sheet, at, record.adcode])).toEqual([
      ['渝中区', 2, '500103'],
      ['忠县', 2, '500233'],
    ]);
    expect(notes(report)).toEqual(['说明1 工作表「说明」跳过了：没有名称、区县这几列，不是名单']);
  });

  it('give a fault with their name and the cell’s place', async () => {
    const report = await read(
      workbook([
        { name: '甲区', rows: [HEAD, row('甲')] },
        { name: '乙区', rows: [HEAD, row('乙', { 区县: '海淀区' })] },
      ]),
    );
    expect(report.faults).toMatchObject([{ sheet: '乙区', row: 2, letter: 'C', field: 'district' }]);
  });
});

describe('cells', () => {
  it('that Excel could not work out are named with their place', async () => {
    const rows = [
      HEAD,
      row('甲', { 地址: { error: '#N/A' } }),
      row('乙', { 区县: { error: '#REF!' } }),
      row('丙', { 电话: { formula: 'A1' } }),
    ];
    const report = await read(workbook([{ name: '表', rows }]));
    expect(report.faults).toMatchObject([{ row: 3, letter: 'C', message: '这一格是 Excel 的错误 #REF!' }]);
    expect(notes(report)).toEqual([
      expect.stringMatching(/^表D2 .*#N\/A/),
      expect.stringMatching(/^表F4 .*没有算出结果的公式/),
    ]);
    expect(report.stations.map(({ title, record }) => [title, record.address])).toEqual([
      ['甲', null],
      ['丙', '丙路1号'],
    ]);
  });

  it('with a date’s serial are days, and with a time that minute', async () => {
    const head = ['名称', '类型', '区县', '核实单位', '核实日期', '备注'];
    const rows: Value[][] = [
      head,
      ['甲', '工会驿站', '渝中区', '甲区总工会', { style: 1, value: 46327 }, { style: 2, value: 46327.416666666664 }],
      ['乙', '工会驿站', '渝中区', '甲区总工会', 46327, { style: 3, value: 0.41666666666666663 }],
    ];
    const report = await read(workbook([{ name: '表', rows }]));
    expect(report.stations.map(({ record }) => [record.verifiedAt, record.note])).toEqual([
      ['2026-11-01', '2026-11-01 10:00'],
      ['2026-11-01', '10:00'],
    ]);
  });

  it('for opening and closing make the hours', async () => {
    const rows: Value[][] = [
      ['名称', '类型', '区县', '开门时间', '关门时间'],
      ['甲', '工会驿站', '渝中区', 0.375, { style: 3, value: 0.75 }],
    ];
    const report = await read(workbook([{ name: '表', rows }]));
    expect(report.stations[0]?.record.openingHours).toBe('Mo-Su 09:00-18:00');
  });

  it.each([
    ['106.5516,29.563'],
    ['29.563，106.5516'],
    ['经度106.5516 纬度29.563'],
    ['E106.5516，N29.563'],
    ['(106.5516, 29.563)'],
    ['106°33′05.76″，29°33′46.8″'],
    ['29度33分46.8秒、106度33分5.76秒'],
  ])('with both angles are a position: %s', async (position) => {
    const report = await text(`名称\t类型\t区县\t坐标\t坐标系\n甲\t工会驿站\t渝中区\t${position}\t高德\n`);
    expect(report.faults).toEqual([]);
    expect(report.stations[0]?.record.location?.lng).toBeCloseTo(106.5516, 4);
    expect(report.stations[0]?.record.location?.lat).toBeCloseTo(29.563, 4);
  });

  it.each([
    ['="02312345678"', '02312345678'],
    ['023 1234 5678', '02312345678'],
    ['（023）12345678', '023-12345678'],
    ['023-12345678转801', '023-12345678-801'],
    ['023-12345678/12345679', '023-12345678'],
  ])('with the telephone %s are dialled as %s', async (written, phone) => {
    const report = await text(`名称\t类型\t区县\t电话\n甲\t工会驿站\t渝中区\t${written}\n`);
    expect(report.stations[0]?.record.phone).toBe(phone);
  });

  it('with one unknown facility give the others, and the unknown words are summed up', async () => {
    const rows = ['饮水机、游泳池', '免费充电、游泳池、足疗', '微波炉'].map(
      (cell, at) => `甲${at}\t工会驿站\t渝中区\t${cell}`,
    );
    const report = await text(`名称\t类型\t区县\t设施\n${rows.join('\n')}\n`);
    expect(report.counts).toMatchObject({ new: 3, bad: 0 });
    expect(report.stations.map(({ record }) => record.facilities)).toEqual([
      ['drinking_water'],
      ['power_supply'],
      ['microwave'],
    ]);
    expect(sumUp(report.notes, report.rows)).toEqual(['  设施：3 行里有 2 个不认识的词（游泳池、足疗）']);
  });

  it.each([
    ['渝北区', '统景镇', '500109', '渝北区'],
    ['两江新区', '大湾镇', '500109', '渝北区'],
    ['渝北', '回兴街道', '500157', '渝北区'],
    ['北碚区', '水土街道', '500157', '北碚区'],
    ['统景镇', '', '500109', '渝北区'],
  ])('of %s, %s belong to %s', async (district, street, adcode, districtThen) => {
    const report = await text(`名称,类型,区县,街道\n甲,工会驿站,${district},${street}\n`);
    expect(report.stations[0]?.record).toMatchObject({ adcode, districtThen });
  });
});

describe('a CSV', () => {
  it.each([
    ['某区名单（2026年，共2处，全部开放）\n名称,类型,区县\n甲,工会驿站,渝中区\n', ','],
    ['某区名单，2026\n名称\t类型\t区县\n甲\t工会驿站\t渝中区\n', '\t'],
    ['名称;类型;地址\n甲;工会驿站;"甲路1号，二楼，左转"\n', ';'],
  ])('is parted by what parts most of its lines alike', (content, separator) => {
    expect(separatorOf(content)).toBe(separator);
  });

  it.each<[string, Buffer]>([
    ['UTF-16 with a mark', encode('名单\n名称\t类型\t区县\n甲\t工会驿站\t渝中区\n', 'utf16le', { addBOM: true })],
    ['GB18030', encode('名称,类型,区县\n甲,工会驿站,渝中区\n', 'gb18030')],
    ['quotes inside a cell', Buffer.from('名称,类型,区县\n驿站"甲",工会驿站,渝中区\n')],
  ])('in %s is read', async (_, bytes) => {
    expect(await read(bytes, '名单.csv')).toMatchObject({ faults: [], counts: { new: 1 } });
  });
});

describe('a file that is no list says what to do:', () => {
  const compound = (stream: string): Buffer =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(stream, 'utf16le')]);

  it.each<[string, Buffer, RegExp, RegExp]>([
    ['one under a password', compound('EncryptedPackage'), /密码/, /密码删空/],
    ['an old .xls', compound('Workbook'), /旧版 Excel/, /另存为/],
    ['an old .doc', compound('WordDocument'), /Word/, /粘贴到 Excel/],
    ['a web page', Buffer.from('<html><body><table><tr><td>名称</td></tr></table></body></html>'), /网页/, /另存为/],
    ['a web page in GB18030', encode('\r\n<!DOCTYPE html><title>名单</title>', 'gb18030'), /网页/, /另存为/],
    ['XML', Buffer.from('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'), /XML/, /另存为/],
    ['a .docx', Buffer.from(zipSync({ 'word/document.xml': strToU8('<w/>') })), /Word/, /粘贴到 Excel/],
    ['a .zip', Buffer.from(zipSync({ '名单.txt': strToU8('甲') })), /没有 Excel 工作簿/, /解压/],
    ['a broken .xlsx', workbook([{ name: '表', rows: [HEAD] }]).subarray(0, 300), /打不开/, /另存为/],
    ['broken XML', workbook([{ name: '表', rows: [], data: '<row><c><v>1</c></row>' }]), /打不开/, /另存为/],
  ])('%s', async (_, bytes, message, expected) => {
    const report = await read(bytes);
    expect(report.faults).toMatchObject([{ message: textMatching(message), expected: textMatching(expected) }]);
  });
});

describe('limits', () => {
  it('count cells that have something in them, not the range that a sheet declares', async () => {
    const bytes = workbook([{ name: '表', rows: [HEAD, row('甲')], dimension: 'A1:XFD1048576' }]);
    const start = performance.now();
    expect(await read(bytes)).toMatchObject({ faults: [], counts: { new: 1 } });
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('take a last row far below as what it is', async () => {
    const data = `<row r="1">${HEAD.map((title, x) => cellXml(title, `${letters[x] ?? ''}1`)).join('')}</row><row r="1048576">${row(
      '甲',
    )
      .map((value, x) => cellXml(value, `${letters[x] ?? ''}1048576`))
      .join('')}</row>`;
    expect((await read(workbook([{ name: '表', rows: [], data }]))).stations).toMatchObject([
      { row: 1_048_576, title: '甲' },
    ]);
  });

  it('refuse what stands too far right', async () => {
    const data = '<row r="1"><c r="XFD1" t="inlineStr"><is><t>甲</t></is></c></row>';
    expect((await read(workbook([{ name: '表', rows: [], data }]))).faults).toMatchObject([
      { message: textMatching(/太宽了/) },
    ]);
  });

  it('stop at a million cells, while reading', async () => {
    const data = '<row r="1"><c><v>1</v></c></row>'
      .replace('<c><v>1</v></c>', '<c><v>1</v></c>'.repeat(200))
      .repeat(5001);
    const start = performance.now();
    const report = await read(workbook([{ name: '表', rows: [], data: data.replace(/ r="1"/g, '') }]));
    expect(report.faults).toMatchObject([{ message: textMatching(/超过 100 万个/) }]);
    expect(performance.now() - start).toBeLessThan(20_000);
  }, 30_000);
});

describe('an export', () => {
  const titles = new Map(known.districts.flatMap(({ adcode, title }) => (adcode ? [[adcode, title] as const] : [])));
  const sheet = {
    name: '驿站名单',
    columns: headings.map(({ heading }) => ({ title: heading, width: 16 })),
    rows: known.stations.map((one) => stationLine(one, titles)),
    mark: '某人 2026-11-29 10:00 导出',
  };

  it.each(['xlsx', 'csv'])('of every station as .%s reads back without a fault and changes nothing', async (format) => {
    const report = await read(format === 'csv' ? csvOf(sheet) : await xlsxOf(sheet));
    expect(report.faults).toEqual([]);
    expect(report.counts).toEqual({ new: 0, changed: 0, same: known.stations.length, bad: 0 });
  });

  it('gives back who may come in and the floor', async () => {
    const [one] = known.stations;
    if (!one) throw new Error('the dataset has no station');
    for (const anyoneMayEnter of ['yes', 'no', 'unknown'] as const) {
      const rows = [stationLine({ ...one, anyoneMayEnter, floor: '2 楼' }, titles)];
      const report = await read(await xlsxOf({ ...sheet, rows }));
      expect(report.faults).toEqual([]);
      expect(report.stations[0]?.record).toMatchObject({ anyoneMayEnter, floor: '2 楼' });
    }
  });

  it('gives back a guarded cell as it was', async () => {
    const guarded = sheet.rows
      .slice(0, 1)
      .map((cells) => cells.map((cell, at) => (headings[at]?.field === 'note' ? '=1+1 是原话' : cell)));
    const report = await read(await xlsxOf({ ...sheet, rows: guarded }));
    expect(report.stations[0]?.record.note).toBe('=1+1 是原话');
  });
});

it('the reader agrees with read-excel-file on the repository’s own workbooks', async () => {
  const folder = path.join(__dirname, '../../docs');
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.xlsx'))) {
    const bytes = readFileSync(path.join(folder, name));
    const [theirs] = await readExcelFile(bytes);
    const ours = await tableOf(bytes);
    const trim = (cells: readonly unknown[]): unknown[] => {
      const width = cells.reduce<number>((most, cell, at) => (cell === null ? most : at + 1), 0);
      return cells.slice(0, width);
    };
    expect(ours.ok && ours.sheets[0]?.rows.map(({ cells }) => trim(cells))).toEqual(theirs?.data.map(trim));
  }
});

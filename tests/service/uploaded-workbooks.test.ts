/** Workbooks made to stop the service: a cell at the end of the sheet, rows with nothing but a format, parts that unpack to gigabytes. */
import writeExcelFile from 'write-excel-file/node';
import { loadChecked } from '../../scripts/content/check';
import { readStations, readTable } from '../../server/src/staff/jobs/read-table';
import { workbookFault, workbookLimits } from '../../server/src/staff/jobs/workbook-limits';
import { claimNext } from '../../server/src/staff/jobs/queue';
import type { StaffJobRow } from '../../server/src/kernel/schema';
import { statement } from '../../server/src/kernel/store';
import { blankRows, cellAtTheEnd, sheet, zip } from './support/hostile-workbooks';
import { startService, type TestService } from './support/service';

it('refuses one cell in the last column of the last row, within the thread', async () => {
  const attack = cellAtTheEnd();
  expect(attack.length).toBeLessThan(1500);
  expect(await readTable(attack)).toMatchObject({ ok: false, message: expect.stringContaining('1048576 行') });
});

it('refuses rows that only have a format, too many columns and cells, and what unpacks too large', () => {
  expect(workbookFault(blankRows(260_000))).toContain(`最多 ${workbookLimits.rows} 行`);
  expect(workbookFault(sheet('<row r="1"><c r="XFD1"/></row>'))).toContain('16384 列');
  expect(workbookFault(sheet('<row r="20000"><c r="BZ20000"/></row>'))).toContain('格');
  const bomb = { 'xl/worksheets/sheet1.xml': Buffer.alloc(workbookLimits.unpacked + 1) };
  expect(workbookFault(zip(bomb, { declared: 10 }))).toContain('解压后太大');
  expect(workbookFault(Buffer.from('504b0304', 'hex'))).toContain('打不开');
});

it('reads an ordinary workbook as before, and a list in CSV', async () => {
  const row = { number: 1, cells: ['名称', '类型'] };
  const written = await writeExcelFile([[{ value: '名称' }, { value: '类型' }]]).toBuffer();
  expect(workbookFault(written)).toBeNull();
  expect(await readTable(written)).toMatchObject({ ok: true, format: 'XLSX', sheets: [{ rows: [row] }] });
  expect(await readTable(Buffer.from('名称,类型\n'))).toMatchObject({ ok: true, sheets: [{ rows: [row] }] });
});

it('gives a list up that takes longer than it may', async () => {
  await expect(readTable(Buffer.from('名称,类型\n'.repeat(50_000)), 1)).rejects.toThrow('没有导入');
});

it('tells a list of more stations than one message carries whole and in its order', async () => {
  const { dataset } = loadChecked();
  if (!dataset) throw new Error('the dataset is at fault');
  const titles = Array.from({ length: 601 }, (_, n) => `示例驿站${n}`);
  const rows = titles.map((title, n) => `${title},工会驿站,渝中区,大阳沟街道,示例路 ${n} 号`);
  const list = Buffer.from(['名称,类型,区县,街道,地址', ...rows].join('\n'));
  const context = { file: 'list.csv', dataset, now: Date.UTC(2026, 10, 30) };
  const { stations, faults, counts } = await readStations(list, context);
  expect([stations.map(({ title }) => title), faults, counts.new]).toEqual([titles, [], 601]);
  const none = await readStations(Buffer.from('名称,类型,区县\n'), context);
  expect(none.stations).toEqual([]);
});

describe('an import whose process died', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await startService();
  });
  afterAll(() => test.close());

  /** Puts a job into the database as its dead process left it. */
  async function leave(job: Pick<StaffJobRow, 'id' | 'done' | 'total'>): Promise<void> {
    const row = {
      ...job,
      kind: 'import-stations' as const,
      staff_id: 'nobody',
      title: '驿站.xlsx',
      state: 'running' as const,
      input: '',
      claim: 'gone',
      lease_until: 0,
      tries: 1,
      created_at: test.clock.now,
    };
    await test.service.store.write([statement(test.service.store.read.insertInto('staff_jobs').values(row))]);
  }

  it('is reported and not taken up again where the file had not been read', async () => {
    await leave({ id: 'reading', done: 0, total: null });
    expect(await claimNext(test.service)).toBeNull();
    const jobs = test.service.store.read.selectFrom('staff_jobs').selectAll();
    expect(await jobs.where('id', '=', 'reading').executeTakeFirst()).toMatchObject({
      state: 'failed',
      problem: expect.stringContaining('服务中断'),
    });
  });

  it('is taken up again where the file had been read', async () => {
    await leave({ id: 'writing', done: 2000, total: 2000 });
    expect(await claimNext(test.service)).toMatchObject({ row: { id: 'writing' } });
  });
});

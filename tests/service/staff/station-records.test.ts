/** Stations one at a time in the console's API: written by a form, looked at first, taken back, found in their history. */
import { formOfStation, readStationForm } from '@yugong/content/station-form';
import { defined } from '@yugong/domain/narrow';
import type { RecordHistoryWire } from '@yugong/domain/publication/staff-wire';
import type { StaffStationsWire, StaffStationWire, StationForm } from '@yugong/domain/station/staff-wire';
import { runJobs } from '../../../server/src/staff/jobs/runner';
import { textMatching } from '../../support/matchers';
import { realWechat } from '../../../server/src/wechat';
import { startService, type TestService } from '../support/service';
import { startWechat } from '../support/wechat-stand-in';
import { member } from './support';

let test: TestService;
let token: string;
beforeAll(async () => {
  test = await startService();
  ({ token } = await member(test, ['clerk'], { organisation: 'main', districts: ['500103'] }));
});
afterAll(() => test.close());

const STATIONS = '/api/v1/staff/stations';
const form: StationForm = {
  title: '示例路工会驿站',
  aliases: [],
  kind: 'union_station',
  adcode: '500103',
  street: null,
  address: '示例路 1 号',
  floor: '2 楼',
  position: null,
  hours: '周一至周五 9:00-12:00,14:00-18:00；节假日休息',
  hoursChecked: true,
  hoursNote: null,
  entry: ['door'],
  access: null,
  anyoneMayEnter: 'yes',
  facilities: ['drinking_water', 'bicycle_parking', 'womens_room'],
  phone: '023-12345678',
  note: null,
};

interface Published {
  done: boolean;
  id: string;
  version: number | null;
  hours: string | null;
  notes: string[];
  faults: { field: string; message: string }[];
  changes: { field: string; before: unknown; after: unknown }[];
}
const send = (body: object, who = token) => test.ask(`PUT ${STATIONS}`, { token: who, body });
const put = async (body: { id?: string | null; form?: object; seen?: string | null; preview?: boolean }) =>
  (await send({ id: null, form, seen: null, preview: false, ...body })).json<Published>();
const open = async (id: string) => (await test.ask(`GET ${STATIONS}/${id}`, { token })).json<StaffStationWire>();
const served = (id: string) => test.service.content.dataset().stations.find((one) => one.id === id);

let id: string;

it('has no versions of an invented station that nobody published, and says what is served', async () => {
  const demo = defined(test.service.content.dataset().stations.find((one) => one.demo && one.adcode === '500103'));
  const history = (await test.ask(`GET ${STATIONS}/${demo.id}/history`, { token })).json<RecordHistoryWire>();
  expect(history).toEqual({ version: (await open(demo.id)).version, revisions: [] });
});

it('adds a station, after it was looked at, with the hours said back in plain Chinese', async () => {
  const looked = await put({ preview: true });
  expect(looked).toMatchObject({
    done: true,
    version: null,
    hours: textMatching(/周一至周五 9:00/),
  });
  expect(served(looked.id)).toBeUndefined();
  const added = await put({});
  expect(added).toMatchObject({ done: true, faults: [] });
  ({ id } = added);
  expect(served(id)).toMatchObject({
    title: '示例路工会驿站',
    openingHours: 'Mo-Fr 09:00-12:00,14:00-18:00; PH off',
    anyoneMayEnter: 'yes',
    floor: '2 楼',
    facilities: ['drinking_water', 'bicycle_parking', 'womens_room'],
    precision: 'place',
  });
});

it('opens what was written, and a form that is sent back untouched changes nothing', async () => {
  const opened = await open(id);
  expect(opened.form).toMatchObject({ ...form, hours: textMatching(/9:00/), hoursChecked: false });
  expect(await put({ id, form: opened.form, seen: opened.version, preview: true })).toMatchObject({
    done: true,
    changes: [],
  });
});

it('opens and sends back every real station without a change', () => {
  const dataset = test.service.content.dataset();
  const now = test.service.now();
  for (const station of dataset.stations) {
    if (station.adcode === undefined) continue;
    const read = readStationForm(formOfStation(station), station, { dataset, publisher: '工会', now });
    expect({ id: station.id, faults: read.faults, record: read.record }).toEqual({
      id: station.id,
      faults: [],
      record: station,
    });
  }
});

it('changes one field, says which, and dates hours anew only where somebody looked at them', async () => {
  const dataset = test.service.content.dataset();
  const before = { ...defined(served(id)), asOf: '2020-01' };
  const of = { dataset, publisher: '工会', now: test.service.now() };
  expect(readStationForm({ ...form, hoursChecked: false, phone: '12351' }, before, of).record.asOf).toBe('2020-01');
  expect(readStationForm({ ...form, hoursChecked: true, phone: '12351' }, before, of).record.asOf).not.toBe('2020-01');
  const opened = await open(id);
  const changed = await put({ id, form: { ...opened.form, phone: '12351' }, seen: opened.version });
  expect(changed.changes.map(({ field }) => field)).toEqual(['phone']);
  expect(served(id)).toMatchObject({ phone: '12351' });
});

it('clears what was emptied', async () => {
  const opened = await open(id);
  await put({
    id,
    form: { ...opened.form, floor: null, hours: null, anyoneMayEnter: 'unknown' },
    seen: opened.version,
  });
  expect(served(id)).toMatchObject({ openingHours: null, anyoneMayEnter: 'unknown' });
  expect(served(id)).not.toHaveProperty('floor');
});

it('says at its field what it can’t read, and publishes nothing of it', async () => {
  const faulty = { ...form, hours: '看心情', phone: '打不通', position: { lng: 29.56, lat: 106.55, datum: 'GCJ02' } };
  const answer = await put({ form: { ...faulty, title: '另一个示例驿站' } });
  expect(answer).toMatchObject({ done: false, version: null });
  expect(answer.faults.map(({ field }) => field).sort()).toEqual(['hours', 'phone', 'position']);
  expect(answer.faults.find(({ field }) => field === 'position')?.message).toMatch(/写反/);
  expect(served(answer.id)).toBeUndefined();
});

it('turns positions into the dataset’s datum', async () => {
  const answer = await put({
    form: { ...form, title: '有位置的示例驿站', position: { lng: 106.5516, lat: 29.563, datum: 'WGS84' } },
  });
  expect(served(answer.id)?.location).toEqual({ lng: 106.555318, lat: 29.560151 });
});

it('says that a station of the same name or at the same spot is there already', async () => {
  expect((await put({ preview: true })).notes.join()).toMatch(/已经有“示例路工会驿站”/);
  const beside = { ...form, title: '隔壁的示例驿站', position: { lng: 106.5554, lat: 29.5601, datum: 'GCJ02' } };
  expect((await put({ form: beside, preview: true })).notes).toEqual([
    expect.stringMatching(/30 米以内已经有“有位置的示例驿站”/),
  ]);
});

it('publishes nothing over what a colleague changed since', async () => {
  const opened = await open(id);
  await put({ id, form: { ...opened.form, note: '先改的' }, seen: opened.version });
  expect(await put({ id, form: { ...opened.form, note: '后改的' }, seen: opened.version })).toMatchObject({
    done: false,
  });
  expect(served(id)?.note).toBe('先改的');
});

it('keeps every version, and brings an earlier one back', async () => {
  const history = (await test.ask(`GET ${STATIONS}/${id}/history`, { token })).json<RecordHistoryWire>();
  expect(history.revisions.length).toBeGreaterThan(3);
  const first = defined(history.revisions.at(-1));
  const body = { revision: first.revision, seen: history.version, preview: false };
  expect((await test.ask(`POST ${STATIONS}/${id}/restore`, { token, body })).json()).toMatchObject({ done: true });
  expect(served(id)).toMatchObject({ floor: '2 楼', phone: '023-12345678' });
});

it('is nothing of another district’s clerk: neither opened, nor changed, nor put there', async () => {
  const elsewhere = (await member(test, ['clerk'], { organisation: 'main', districts: ['500101'] })).token;
  const { version } = await open(id);
  expect((await test.ask(`GET ${STATIONS}/${id}`, { token: elsewhere })).statusCode).toBe(404);
  expect((await send({ id, form, seen: version, preview: false }, elsewhere)).statusCode).toBe(404);
  expect((await send({ id: null, form, seen: null, preview: true }, elsewhere)).statusCode).toBe(422);
  const list = (await test.ask(`GET ${STATIONS}?text=示例`, { token: elsewhere })).json<StaffStationsWire>();
  expect(list.total).toBe(0);
});

it('lists one’s own by name and address, a page at a time', async () => {
  const list = (
    await test.ask(`GET ${STATIONS}?text=${encodeURIComponent('示例路 工会')}`, { token })
  ).json<StaffStationsWire>();
  expect(list.stations.map((one) => one.id)).toContain(id);
  const page = (await test.ask(`GET ${STATIONS}?limit=1`, { token })).json<StaffStationsWire>();
  expect(page.stations).toHaveLength(1);
  expect(page.next).toBe('1');
});

it('reads hours out, and says why it can’t', async () => {
  const read = async (text: string) =>
    (await test.ask(`GET ${STATIONS}/hours?text=${encodeURIComponent(text)}`, { token })).json<unknown>();
  expect(await read('每天9点到晚上9点')).toEqual({ hours: '每天 9:00–21:00', notes: [], fault: null });
  expect(await read('看心情')).toMatchObject({
    hours: null,
    fault: { expected: textMatching(/./) },
  });
});

it('gets the mini-program code of a station’s page from WeChat, and says so where there is none', async () => {
  const ask = () => test.ask(`GET ${STATIONS}/${id}/mini-code`, { token });
  expect((await open(id)).hasMiniCode).toBe(false);
  expect((await ask()).json()).toMatchObject({ code: 'wechat-not-configured' });
  const wechat = await startWechat();
  const none = test.service.wechat;
  try {
    Object.assign(test.service, { wechat: realWechat({ appId: 'wx0123456789abcdef', secret: 'x', url: wechat.url }) });
    expect((await open(id)).hasMiniCode).toBe(true);
    const answer = await ask();
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect(answer.body).toBe(`JPEG of features/stations/pages/detail/index?id=${id}`);
    expect(wechat.asked.at(-1)).toMatchObject({ path: '/wxa/getwxacode', body: { width: 1280 } });
  } finally {
    Object.assign(test.service, { wechat: none });
    await wechat.stop();
  }
});

it('takes down', async () => {
  const { id: gone } = await put({ form: { ...form, title: '要下架的示例驿站', address: '示例路 9 号' } });
  const { version } = await open(gone);
  const answer = await test.ask(`POST ${STATIONS}/${gone}/take-down`, { token, body: { seen: version } });
  expect(answer.json()).toMatchObject({ done: true });
  expect(served(gone)).toBeUndefined();
});

describe('an import', () => {
  const file = (...rows: string[]) => ({
    name: '示例名单.csv',
    data: Buffer.from(['名称,类型,区县,地址,开放时间,谁都能进', ...rows].join('\n')).toString('base64'),
  });
  const imported = async (write: boolean, ...rows: string[]) => {
    const asked = await test.ask(`POST ${STATIONS}/import`, { token, body: { file: file(...rows), write } });
    await runJobs(test.service);
    const job = await test.ask(`GET /api/v1/staff/jobs/${asked.json<{ jobId: string }>().jobId}`, { token });
    return job.json<{ result: Record<string, unknown> & { version?: number } }>().result;
  };
  const one = '名单里的示例驿站,工会驿站,渝中区,示例路 3 号,24小时,能';
  let version: number;

  it('says field by field what would change', async () => {
    const first = await imported(true, one);
    expect(first).toMatchObject({ written: true, counts: { new: 1 } });
    version = defined(first.version);
    const looked = await imported(false, one.replace('能', '不能').replace('24小时', '周一至周五 9:00-18:00'));
    expect(looked).toMatchObject({
      written: false,
      stations: [
        {
          changes: [
            { field: 'openingHours', before: '24/7', after: 'Mo-Fr 09:00-18:00' },
            { field: 'anyoneMayEnter', before: 'yes', after: 'no' },
          ],
        },
      ],
    });
  });

  it('of the same list again says that it was imported before, when and by whom', async () => {
    expect(await imported(true, one)).toMatchObject({
      counts: { new: 0, changed: 0, same: 1 },
      importedBefore: { by: '演示人', at: textMatching(/^20/) },
    });
  });

  it('names rows that are the same place', async () => {
    expect(await imported(false, one, one)).toMatchObject({
      faults: [{ row: 3, message: textMatching(/第 2 行是同一处/) }],
    });
  });

  it('is taken back by whoever imported, and by nobody else', async () => {
    const undo = (who: string, body: object) =>
      test.ask(`POST ${STATIONS}/versions/${version}/undo`, { token: who, body });
    const colleague = (await member(test, ['clerk'], { organisation: 'main', districts: ['500103'] })).token;
    expect((await undo(colleague, { preview: true })).statusCode).toBe(404);
    const mine = (await test.ask(`GET ${STATIONS}/versions`, { token })).json<{
      versions: { version: number; note: string }[];
    }>();
    expect(mine.versions.find((row) => row.version === version)).toMatchObject({ note: '导入 示例名单.csv' });
    expect((await undo(token, { preview: true })).json()).toMatchObject({
      done: false,
      changes: [{ title: '名单里的示例驿站', effect: 'leaves' }],
    });
    expect((await undo(token, {})).json()).toMatchObject({ done: true });
    expect(test.service.content.dataset().stations.map(({ title }) => title)).not.toContain('名单里的示例驿站');
  });
});

/** Asking the union: nothing lost or doubled, what is urgent is seen, what is taken back is gone. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addDays, dayAt } from '@yugong/domain/calendar';
import { currentConsent, nameOperator } from '@yugong/domain/consent';
import { defined } from '@yugong/domain/narrow';
import { DAY } from '@yugong/domain/time';
import { legalAidTalk } from '../../../server/src/legal-aid/requests';
import { answerRequest, assignRequest, closeRequest } from '../../../server/src/talks/changes';
import { rowIsUrgent } from '../../../server/src/legal-aid/requests';
import { accountById } from '../../../server/src/services/accounts';
import type { LegalAidRow } from '../../../server/src/kernel/schema';
import { retention, sweepData } from '../../../server/src/maintenance';
import { consents, startService, type TestService } from '../support/service';

let test: TestService;
let token: string;
beforeAll(async () => {
  test = await startService();
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.reset();
  token = await test.login();
});

const secret = '老板说没钱发了';
const body = (more: object = {}) => ({
  topic: 'pay',
  name: '演示人',
  phone: '19900000001',
  text: secret,
  bring: ['劳动合同'],
  adcode: '500103',
  consents: consents('legal-aid'),
  ...more,
});
const ask = async (more: object = {}) =>
  (await test.ask('POST /api/v1/legal-aid', { token, body: body(more) })).json<{ id: string }>().id;
const mine = async () =>
  (await test.ask('GET /api/v1/me/legal-aid', { token })).json<{ requests: { status: string; urgent: boolean }[] }>()
    .requests;
const rowOf = (id: string): Promise<LegalAidRow> =>
  test.service.store.read.selectFrom('legal_aid').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const ownerOf = async (row: LegalAidRow) => defined(await accountById(test.service, row.account_id));
const write = ({
  statements,
  audit,
}: {
  statements: Parameters<TestService['service']['store']['write']>[0];
  audit: Parameters<TestService['service']['store']['write']>[1];
}) => test.service.store.write(statements, audit);

/** Is it in any file of the data folder? */
const onDisk = (text: string): boolean =>
  readdirSync(test.folder).some((name) => readFileSync(path.join(test.folder, name)).includes(text));

it('gives the text that is to be agreed to', async () => {
  const { consent } = (await test.ask('GET /api/v1/legal-aid/consent')).json();
  expect(consent).toMatchObject(nameOperator(currentConsent('legal-aid'), null));
  const old = [{ purpose: 'legal-aid', version: '2026-01' }];
  const refused = await test.ask('POST /api/v1/legal-aid', { token, body: body({ consents: old }) });
  expect(refused.json().code).toBe('consent-missing');
});

it('keeps what to bring, where and until when', async () => {
  const dueDay = addDays(dayAt(test.clock.now), 30);
  await ask({ dueDay });
  expect(await mine()).toMatchObject([
    { status: 'received', bring: ['劳动合同'], adcode: '500103', dueDay, urgent: false, messages: [] },
  ]);
});

it.each([
  [{ adcode: '110101' }, '/adcode'],
  [{ dueDay: '2026-02-30' }, '/dueDay'],
  [{ bring: [''] }, '/bring/0'],
  [{ topic: 'weather' }, '/topic'],
])('refuses %j', async (wrong, pointer) => {
  const refused = await test.ask('POST /api/v1/legal-aid', { token, body: body(wrong) });
  expect([refused.statusCode, refused.json().errors[0].pointer]).toEqual([422, pointer]);
});

describe('an urgent one', () => {
  it.each([
    [6, true],
    [7, false],
    [0, true],
    [-1, false],
  ])('with %i days left: %s', async (left, urgent) => {
    await ask({ dueDay: addDays(dayAt(test.clock.now), left) });
    expect((await mine())[0]?.urgent).toBe(urgent);
  });

  it('becomes one while it waits, stays one when the day has passed, and ends with the request', async () => {
    const id = await ask({ dueDay: addDays(dayAt(test.clock.now), 10) });
    const urgent = async () => rowIsUrgent(await rowOf(id), test.clock.now);
    expect(await urgent()).toBe(false);
    test.clock.now += 4 * DAY;
    expect(await urgent()).toBe(true);
    test.clock.now += 20 * DAY;
    expect(await urgent()).toBe(true);
    token = await test.login();
    const row = await rowOf(id);
    await write(
      closeRequest(test.service, legalAidTalk, row, { text: null, account: await ownerOf(row), staff: 'lawyer-1' }),
    );
    expect(await urgent()).toBe(false);
  });
});

describe('the talk', () => {
  it('goes from received over assigned and answered to closed, both sides read it', async () => {
    const id = await ask();
    const status = async () => (await mine())[0]?.status;
    const say = (text: string, key?: string) => {
      test.clock.now += 1;
      return test.ask(`POST /api/v1/me/legal-aid/${id}/messages`, { token, body: { text }, ...(key ? { key } : {}) });
    };
    await say('补充一下');
    expect(await status()).toBe('received');
    await write(assignRequest(test.service, legalAidTalk, await rowOf(id), { to: 'lawyer-1', staff: 'clerk-1' }));
    expect(await status()).toBe('assigned');
    const row = await rowOf(id);
    test.clock.now += 1;
    await write(
      answerRequest(test.service, legalAidTalk, row, {
        text: '带合同来',
        account: await ownerOf(row),
        staff: 'lawyer-1',
      }),
    );
    expect(await mine()).toMatchObject([
      {
        status: 'answered',
        messages: [
          { author: 'worker', text: '补充一下' },
          { author: 'union', text: '带合同来' },
        ],
      },
    ]);
    // Handed to somebody else it is still the worker's turn.
    await write(assignRequest(test.service, legalAidTalk, await rowOf(id), { to: 'lawyer-2', staff: 'clerk-1' }));
    expect(await status()).toBe('answered');
    const said = await say('好的', 'k1');
    expect(await status()).toBe('assigned');
    const last = await rowOf(id);
    await write(
      closeRequest(test.service, legalAidTalk, last, { text: '办结', account: await ownerOf(last), staff: 'lawyer-2' }),
    );
    expect(await mine()).toMatchObject([{ status: 'closed', messages: { length: 4 } }]);
    // Over is over, but what was acknowledged once is acknowledged again.
    expect((await say('还有')).json().code).toBe('request-over');
    expect((await say('好的', 'k1')).json()).toEqual(said.json());
    expect(await mine()).toMatchObject([{ messages: { length: 4 } }]);
    const stale = await write(
      answerRequest(test.service, legalAidTalk, row, { text: '晚了', account: await ownerOf(row), staff: 'l' }),
    );
    expect(stale).toMatchObject({ done: false, at: 0 });
  });

  it('answers another account as if there were none', async () => {
    const id = await ask();
    const stranger = await test.login();
    for (const line of [`POST /api/v1/me/legal-aid/${id}/withdraw`, `DELETE /api/v1/me/legal-aid/${id}`])
      expect((await test.ask(line, { token: stranger })).statusCode).toBe(404);
    expect((await mine())[0]?.status).toBe('received');
  });
});

describe('taking it back', () => {
  it('withdraws once a key, and keeps the talk for a month', async () => {
    const id = await ask();
    test.clock.now += 1;
    const line = `POST /api/v1/me/legal-aid/${id}/withdraw`;
    const first = await test.ask(line, { token, key: 'w' });
    expect([first.statusCode, first.json().status]).toEqual([200, 'withdrawn']);
    expect((await test.ask(line, { token, key: 'w' })).json()).toEqual(first.json());
    expect((await test.ask(line, { token })).json().code).toBe('request-over');
    expect(
      await write(assignRequest(test.service, legalAidTalk, await rowOf(id), { to: 'a', staff: 'b' })),
    ).toMatchObject({ done: false });
    test.clock.now += retention.withdrawn;
    token = await test.login();
    await sweepData(test.service);
    expect(await rowOf(id)).toMatchObject({ status: 'withdrawn' });
    test.clock.now += 1;
    await sweepData(test.service);
    await expect(rowOf(id)).rejects.toThrow();
  });

  it('deletes one and leaves the other; a retry is no fault, no ciphertext stays', async () => {
    const [id, other] = [await ask(), await ask({ topic: 'injury' })];
    await test.ask(`POST /api/v1/me/legal-aid/${id}/messages`, { token, body: { text: '补充' } });
    const { sealed } = await rowOf(id);
    expect(onDisk(sealed.slice(4, 60))).toBe(true);
    const line = `DELETE /api/v1/me/legal-aid/${id}`;
    for (let n = 0; n < 2; n += 1) expect((await test.ask(line, { token, key: 'd' })).statusCode).toBe(204);
    expect((await test.ask(line, { token })).statusCode).toBe(404);
    expect(await mine()).toMatchObject([{ id: other }]);
    expect(await test.service.store.read.selectFrom('legal_aid_messages').selectAll().execute()).toEqual([]);
    expect(onDisk(sealed.slice(4, 60))).toBe(false);
  });
});

it('makes a document of a text and keeps nothing of it', async () => {
  const text = '劳动仲裁申请书\n\n一、仲裁请求\n1. 支付工资 12,000 元。';
  const made = await test.ask('POST /api/v1/legal-aid/document', { token, body: { text } });
  expect([made.statusCode, made.headers['cache-control']]).toEqual([200, 'no-store']);
  const folder = mkdtempSync(path.join(tmpdir(), 'yugong-docx-'));
  writeFileSync(path.join(folder, 'a.docx'), made.rawPayload);
  const xml = execFileSync('python3', [
    '-c',
    'import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);assert z.testzip() is None;sys.stdout.buffer.write(z.read("word/document.xml"))',
    path.join(folder, 'a.docx'),
  ]).toString();
  expect(xml.replace(/<[^>]+>/g, '')).toBe(text.replace(/\n/g, ''));
  expect(onDisk('支付工资')).toBe(false);
  const asText = await test.ask('POST /api/v1/legal-aid/document?as=base64', { token, body: { text } });
  expect(Buffer.from(asText.json<{ base64: string }>().base64, 'base64').subarray(0, 4)).toEqual(
    Buffer.from('PK\u0003\u0004'),
  );
  expect((await test.ask('POST /api/v1/legal-aid/document', { body: { text } })).statusCode).toBe(401);
});

/** What one may do with one's own data: see it, take it along, take it back, have it gone. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import JSZip from 'jszip';
import { currentConsent, nameOperator } from '@yugong/domain/consent';
import { defined } from '@yugong/domain/narrow';
import { consents, eventBody, screeningBody, startService, type TestService } from '../support/service';

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

const secret = '欠薪两个月的事情';
const legalAid = { topic: 'pay', name: '演示人', phone: '19900000001', text: secret, consents: consents('legal-aid') };
const station = () => defined(test.service.content.dataset().stations[0]?.id);

async function fillIn() {
  const registered = await test.ask('POST /api/v1/sessions/demo-screening-1/registrations', {
    token,
    body: screeningBody(),
  });
  await test.ask('POST /api/v1/sessions/demo-event-badminton/registrations', { token, body: eventBody() });
  const { id } = (await test.ask('POST /api/v1/legal-aid', { token, body: legalAid })).json<{ id: string }>();
  await test.ask(`POST /api/v1/me/legal-aid/${id}/messages`, { token, body: { text: '还有考勤记录' } });
  await test.ask(`POST /api/v1/stations/${station()}/reports`, { token, body: { kind: 'locked', note: '门锁着' } });
  return { registration: registered.json<{ id: string }>().id, request: id };
}

describe('legal aid', () => {
  it('keeps a request and the talk about it, once a key', async () => {
    const first = await test.ask('POST /api/v1/legal-aid', { token, body: legalAid, key: 'same' });
    const again = await test.ask('POST /api/v1/legal-aid', { token, body: legalAid, key: 'same' });
    expect([first.statusCode, again.statusCode, again.json()]).toEqual([201, 201, first.json()]);
    const other = await test.ask('POST /api/v1/legal-aid', {
      token,
      body: { ...legalAid, topic: 'injury' },
      key: 'same',
    });
    expect(other.json().code).toBe('idempotency-key-reused');
    const url = `POST /api/v1/me/legal-aid/${first.json().id}/messages`;
    for (const key of ['m1', 'm1', 'm2']) await test.ask(url, { token, body: { text: '补充' }, key });
    const { requests } = (await test.ask('GET /api/v1/me/legal-aid', { token })).json();
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ status: 'received', text: secret, name: '演示人' });
    expect(requests[0].messages).toHaveLength(2);
    const stranger = await test.login();
    expect((await test.ask(url, { token: stranger, body: { text: '别人' } })).statusCode).toBe(404);
    expect((await test.ask('GET /api/v1/me/legal-aid', { token: stranger })).json()).toEqual({ requests: [] });
  });

  it('refuses a request without its consent', async () => {
    const answer = await test.ask('POST /api/v1/legal-aid', { token, body: { ...legalAid, consents: [] } });
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'consent-missing']);
  });
});

it('takes reports about stations that exist', async () => {
  const report = { token, body: { kind: 'no-water' } };
  expect((await test.ask(`POST /api/v1/stations/${station()}/reports`, report)).statusCode).toBe(201);
  expect((await test.ask('POST /api/v1/stations/station-nowhere/reports', report)).statusCode).toBe(404);
  const wrong = await test.ask(`POST /api/v1/stations/${station()}/reports`, { token, body: { kind: 'lovely' } });
  expect(wrong.json().errors).toEqual([{ pointer: '/kind', code: 'value' }]);
});

it('exports everything it has, in the clear', async () => {
  await fillIn();
  const all = (await test.ask('GET /api/v1/me/export', { token })).json();
  expect(all.registrations.map((one: { person: unknown }) => one.person)).toEqual([
    screeningBody().person,
    eventBody().person,
  ]);
  expect(all.registrations[0].consents).toHaveLength(2);
  expect(all.legalAid[0]).toMatchObject({ text: secret, messages: [{ text: '还有考勤记录' }] });
  expect(all.reports[0]).toMatchObject({ stationId: station(), kind: 'locked', note: '门锁着' });
});

describe('the document that a person reads', () => {
  const EXPORT = 'GET /api/v1/me/export/document';
  /** Its paragraphs, those of headings marked. */
  async function paragraphsOf(base64: string): Promise<string[]> {
    const xml = defined(
      await (await JSZip.loadAsync(base64, { base64: true })).file('word/document.xml')?.async('string'),
    );
    return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(
      ([one]) => `${one.includes('Heading1') ? '# ' : ''}${one.replace(/<[^>]+>/g, '')}`,
    );
  }
  const read = async () =>
    paragraphsOf((await test.ask(`${EXPORT}?as=base64`, { token })).json<{ base64: string }>().base64);

  it('has every group that the data have under a heading, in words and dates of people', async () => {
    const { request } = await fillIn();
    const alert = { kind: 'event', programmeId: null, adcode: null, evening: true, weekend: false };
    await test.ask('POST /api/v1/me/session-alerts', { token, body: alert });
    const complaint = { kind: 'call-back', text: '演示投诉', phone: '19900000002', callAt: 'morning' };
    await test.ask('POST /api/v1/complaints', { token, body: complaint });
    const told = await read();
    const headings = told.filter((line) => line.startsWith('# '));
    expect(headings).toEqual([
      '# 一、账号',
      '# 二、报名（2 项）',
      '# 三、给工会的求助',
      '# 四、投诉建议',
      '# 五、驿站反馈',
      '# 六、关注的场次',
      '# 七、已同意的授权（3 项）',
      '# 八、没有记录的项目',
    ]);
    const { person } = screeningBody();
    expect(told).toEqual(
      expect.arrayContaining([
        `姓名：${person.name}`,
        `手机号：${person.phone}`,
        `身份证号：${person.residentId}`,
        '状态：报名成功',
        `内容：${secret}`,
        '反馈：锁着进不去',
        '说明：门锁着',
        '工会活动 · 全市 · 17:00 以后',
        '方便接电话的时间：工作日上午',
      ]),
    );
    expect(told.find((line) => line.endsWith('：还有考勤记录'))).toMatch(
      /^\d{4}年\d+月\d+日 周. \d\d:\d\d，你的补充：/,
    );
    // Nothing is said as the service keeps it.
    expect(told.join('\n')).not.toMatch(/booked|received|locked|undefined|null|T\d\d:\d\d|\[object/);
    expect(told.join('\n')).not.toContain(request);
  });

  it('keeps the lines of what somebody wrote, and makes none of them a heading', async () => {
    const text = '经过：\n一、三月没有发工资\n二、四月也没有';
    await test.ask('POST /api/v1/legal-aid', { token, body: { ...legalAid, text } });
    const told = await read();
    expect(told).toEqual(expect.arrayContaining(['内容：经过：', '一、三月没有发工资', '二、四月也没有']));
  });

  it('says what is erased, and what was taken back', async () => {
    await fillIn();
    await test.ask('POST /api/v1/me/consents/health/withdraw', { token });
    const told = await read();
    expect(told).toEqual(
      expect.arrayContaining(['填写的信息：已删除。', '用我的身份证号安排两癌筛查（敏感个人信息）']),
    );
    expect(told).toContainEqual(expect.stringMatching(/^撤回时间：\d{4}年/));
  });

  it('is a file too, and nobody else’s', async () => {
    const file = await test.ask(EXPORT, { token });
    expect([file.statusCode, file.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(file.headers['content-disposition']).toBe('attachment; filename="yugong-export.docx"');
    expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect((await test.ask(EXPORT)).statusCode).toBe(401);
  });
});

describe('what was agreed to', () => {
  const given = async () =>
    (await test.ask('GET /api/v1/me/consents', { token })).json<{ consents: Record<string, unknown>[] }>().consents;
  const counts = async () =>
    (await given()).map(({ purpose, registrations, requests }) => [purpose, registrations, requests]);

  it('is listed in its own words with what rests on it, legal aid too, until it is withdrawn', async () => {
    expect(await given()).toEqual([]);
    await fillIn();
    expect(await counts()).toEqual([
      ['registration', 2, 0],
      ['health', 1, 0],
      ['legal-aid', 0, 1],
    ]);
    expect((await given())[2]).toMatchObject({
      ...nameOperator(currentConsent('legal-aid'), null),
      at: expect.stringContaining('+08:00'),
    });
    await test.ask('POST /api/v1/me/consents/legal-aid/withdraw', { token });
    expect(await counts()).toEqual([
      ['registration', 2, 0],
      ['health', 1, 0],
    ]);
    await test.ask('POST /api/v1/me/consents/health/withdraw', { token });
    expect(await counts()).toEqual([['registration', 1, 0]]);
  });
});

describe('withdrawing a consent', () => {
  it('ends what rests on it and destroys what was given for it', async () => {
    const { registration } = await fillIn();
    const answer = await test.ask('POST /api/v1/me/consents/health/withdraw', { token });
    expect(answer.json()).toMatchObject({ purpose: 'health', affected: 1 });
    const all = (await test.ask('GET /api/v1/me/export', { token })).json();
    const [screening, event] = all.registrations;
    expect(screening).toMatchObject({ id: registration, status: 'cancelled', person: null });
    expect(event).toMatchObject({ status: 'booked', person: eventBody().person });
    expect(all.withdrawals).toMatchObject([{ purpose: 'health' }]);
    await test.ask('POST /api/v1/me/consents/legal-aid/withdraw', { token });
    expect((await test.ask('GET /api/v1/me/legal-aid', { token })).json()).toEqual({ requests: [] });
  });

  it('promotes who waited for the place', async () => {
    const [a, b, c] = [token, await test.login(), await test.login()];
    const one = 'POST /api/v1/sessions/demo-event-lecture/registrations';
    for (const [n, who] of [a, b, c].entries()) await test.ask(one, { token: who, body: eventBody(n + 1) });
    await test.ask('POST /api/v1/me/consents/registration/withdraw', { token: a });
    const { registrations } = (await test.ask('GET /api/v1/me/registrations', { token: c })).json();
    expect(registrations[0].offerUntil).not.toBeNull();
  });

  it('refuses a purpose that nobody was asked for', async () => {
    expect((await test.ask('POST /api/v1/me/consents/weather/withdraw', { token })).statusCode).toBe(404);
  });
});

/** Every byte in the data folder. */
const bytes = () => Buffer.concat(readdirSync(test.folder).map((name) => readFileSync(path.join(test.folder, name))));

it('deletes an account so that no byte of its ciphertext or key is left', async () => {
  const { registration } = await fillIn();
  const { read } = test.service.store;
  const row = await read
    .selectFrom('registrations')
    .selectAll()
    .where('id', '=', registration)
    .executeTakeFirstOrThrow();
  const key = await read.selectFrom('account_keys').selectAll().executeTakeFirstOrThrow();
  const legal = await read.selectFrom('legal_aid').selectAll().executeTakeFirstOrThrow();
  const traces = [defined(row.sealed), defined(row.active_key), key.wrapped, legal.sealed];
  for (const trace of traces) expect(bytes().includes(trace)).toBe(true);
  expect((await test.ask('DELETE /api/v1/me', { token })).statusCode).toBe(204);
  for (const trace of traces) expect(bytes().includes(trace)).toBe(false);
  expect((await test.ask('GET /api/v1/me/export', { token })).statusCode).toBe(401);
  const { sessions } = (await test.ask('GET /api/v1/sessions?kind=screening')).json();
  expect(sessions[0].seatsLeft).toBe(30);
  const left = await read.selectFrom('registrations').selectAll().execute();
  expect(left.map((one) => [one.account_id, one.sealed, one.consents])).toEqual([
    ['', null, '[]'],
    ['', null, '[]'],
  ]);
});

it('keeps nothing personal where it can be read', async () => {
  await fillIn();
  const all = bytes();
  const { name, phone, residentId } = screeningBody().person;
  for (const personal of [name, phone, residentId, secret, '还有考勤记录', '门锁着']) {
    expect(all.includes(personal)).toBe(false);
    expect(all.includes(Buffer.from(personal).toString('base64').slice(0, -3))).toBe(false);
  }
});

/** Signing up through the API, on both engines. */
import * as v from 'valibot';
import { ScreeningRules } from '@yugong/domain/screening';
import { postgresEngine } from '../support/stores';
import { eventBody, residentId, screeningBody, startService, type TestService } from '../support/service';
import { registrationOfPass } from '../../../server/src/services/passes';

const postgres = postgresEngine();
beforeAll(() => postgres.start(), 30_000);
afterAll(() => postgres.stop(), 30_000);

describe.each(['sqlite', 'postgres'])('on %s', (engine) => {
  let test: TestService;
  let token: string;
  let renewal: string;
  beforeAll(async () => {
    const config = engine === 'postgres' ? { databaseUrl: (await postgres.place()).at } : {};
    test = await startService({ config });
  });
  beforeEach(async () => {
    await test.reset();
    ({ token, renewal } = (await test.ask('POST /api/v1/login/device')).json());
  });
  afterAll(() => test.close());

  const signUp = (session: string, body: unknown, as = token, key?: string) =>
    test.ask(`POST /api/v1/sessions/${session}/registrations`, { token: as, body, ...(key ? { key } : {}) });
  const renewedToken = async () =>
    (await test.ask('POST /api/v1/login/renew', { token: renewal })).json<{ token: string }>().token;
  const seats = async (session: string) => {
    const { sessions } = (await test.ask('GET /api/v1/sessions')).json<{ sessions: Record<string, unknown>[] }>();
    return sessions.find(({ id }) => id === session);
  };

  it("tells a screening's rules with its programme", async () => {
    const { programmes } = (await test.ask('GET /api/v1/programmes')).json();
    const rules = programmes.map((one: { id: string; rules: unknown }) => [
      one.id,
      v.is(v.nullable(ScreeningRules), one.rules),
    ]);
    expect(rules).toEqual([
      ['demo-event', true],
      ['demo-screening', true],
      ['demo-team', true],
    ]);
    expect(programmes[0].rules).toBeNull();
    expect(programmes[1].rules).toMatchObject({ cost: '免费', cycle: { avoidAfter: 3 } });
  });

  it('books, tells who has a place so, and answers a retry like the first time', async () => {
    const first = await signUp('demo-screening-1', screeningBody(), token, 'same');
    expect(first.statusCode).toBe(201);
    expect(first.json()).toMatchObject({ status: 'booked', sessionId: 'demo-screening-1', ahead: 0, mine: true });
    const retry = await signUp('demo-screening-1', screeningBody(), token, 'same');
    expect([retry.statusCode, retry.json()]).toEqual([201, first.json()]);
    const again = await signUp('demo-screening-1', screeningBody());
    expect([again.statusCode, again.json().id]).toEqual([200, first.json().id]);
    expect(await seats('demo-screening-1')).toMatchObject({ seatsLeft: 29, state: 'open' });
  });

  it('says nothing of a place that somebody holds from another phone', async () => {
    await signUp('demo-screening-1', screeningBody());
    const other = await signUp('demo-screening-1', screeningBody(), await test.login());
    expect([other.statusCode, other.json()]).toMatchObject([202, { status: 'held', ahead: 0, mine: false }]);
  });

  it('refuses a key that was used for something else', async () => {
    await signUp('demo-screening-1', screeningBody(1), token, 'same');
    const other = await signUp('demo-screening-1', screeningBody(2), token, 'same');
    expect([other.statusCode, other.json().code]).toEqual([422, 'idempotency-key-reused']);
    // The same key from another account is another key.
    const stranger = await signUp('demo-screening-1', screeningBody(3), await test.login(), 'same');
    expect(stranger.statusCode).toBe(201);
  });

  it('fills, lines up, refuses, and offers what is given back to the first in line', async () => {
    const one = 'demo-event-lecture';
    const all = [];
    // Three people are as many as one account may sign up.
    for (let n = 1; n <= 5; n += 1) all.push(await signUp(one, eventBody(n), n > 3 ? await test.login() : token));
    expect(all.map((r) => [r.statusCode, r.json().ahead ?? r.json().code])).toEqual([
      [201, 0],
      [201, 0],
      [202, 0],
      [202, 1],
      [409, 'session-full'],
    ]);
    const gone = await test.ask(`DELETE /api/v1/me/registrations/${all[0]?.json().id}`, { token });
    expect([gone.statusCode, gone.json().status]).toEqual([200, 'cancelled']);
    const waiting = `/api/v1/me/registrations/${all[2]?.json().id}`;
    const offered = (await test.ask(`GET ${waiting}`, { token })).json();
    expect(offered).toMatchObject({ status: 'waitlist', offerUntil: expect.stringContaining('+08:00') });
    const taken = await test.ask(`PUT ${waiting}`, { token, body: { sessionId: one } });
    expect(taken.json()).toMatchObject({ status: 'booked', offerUntil: null });
  });

  it('tells what happened to a place and by whom, and not in lists', async () => {
    const one = 'demo-event-lecture';
    const ids: string[] = [];
    for (let n = 1; n <= 3; n += 1) ids.push((await signUp(one, eventBody(n))).json<{ id: string }>().id);
    const history = async (id: string | undefined) =>
      (await test.ask(`GET /api/v1/me/registrations/${id}`, { token }))
        .json<{ history: { what: string; by: string; status: string; at: string }[] }>()
        .history.map(({ what, by, status }) => `${what} ${by} ${status}`);
    await test.ask(`DELETE /api/v1/me/registrations/${ids[0]}`, { token });
    await test.ask(`PUT /api/v1/me/registrations/${ids[2]}`, { token, body: { sessionId: one } });
    expect(await history(ids[0])).toEqual(['booked me booked', 'cancelled me cancelled']);
    expect(await history(ids[1])).toEqual(['booked me booked']);
    expect(await history(ids[2])).toEqual(['waitlist me waitlist', 'offered service waitlist', 'booked me booked']);
    const { registrations } = (await test.ask('GET /api/v1/me/registrations', { token })).json();
    expect(registrations.some((row: object) => 'history' in row)).toBe(false);
  });

  it('moves within a programme and keeps the place where it cannot', async () => {
    const { id } = (await signUp('demo-screening-1', screeningBody())).json<{ id: string }>();
    const put = (sessionId: string) => test.ask(`PUT /api/v1/me/registrations/${id}`, { token, body: { sessionId } });
    expect((await put('demo-screening-3')).json().code).toBe('session-not-open');
    expect((await put('demo-event-lecture')).json().code).toBe('other-programme');
    expect((await put('demo-screening-2')).json()).toMatchObject({ id, sessionId: 'demo-screening-2' });
    expect(await seats('demo-screening-1')).toMatchObject({ seatsLeft: 30 });
    const detail = (await test.ask(`GET /api/v1/me/registrations/${id}`, { token })).json();
    expect(detail.person).toEqual({
      name: '演示人',
      phone: '199****0001',
      residentId: expect.stringMatching(/^\*{14}/),
    });
  });

  it('holds the limit of a programme', async () => {
    await signUp('demo-screening-1', screeningBody());
    expect((await signUp('demo-screening-2', screeningBody())).json().code).toBe('limit-reached');
  });

  it('gives no more time to cancel after the cutoff', async () => {
    const { id } = (await signUp('demo-screening-1', screeningBody())).json<{ id: string }>();
    const session = await seats('demo-screening-1');
    test.clock.now = Date.parse(session?.cancelUntil as string) - 1000;
    const renewed = { token: await renewedToken() };
    test.clock.now += 2000;
    const late = await test.ask(`DELETE /api/v1/me/registrations/${id}`, renewed);
    expect([late.statusCode, late.json().code]).toEqual([409, 'too-late']);
  });
  it('asks for consent, to each purpose', async () => {
    const body = { ...screeningBody(), consents: screeningBody().consents.slice(0, 1) };
    const answer = await signUp('demo-screening-1', body);
    expect([answer.statusCode, answer.json()]).toEqual([
      403,
      expect.objectContaining({ code: 'consent-missing', errors: [{ pointer: '/consents', code: 'health' }] }),
    ]);
    const old = { ...screeningBody(), consents: [{ purpose: 'health', version: '2020-01' }] };
    expect((await signUp('demo-screening-1', old)).statusCode).toBe(403);
    const { consents } = (await test.ask('GET /api/v1/programmes')).json().programmes[1];
    expect(consents[1]).toMatchObject({ purpose: 'health', hash: expect.stringMatching(/^[\w-]{43}$/) });
  });

  it.each([
    ['a man', { residentId: residentId(1, { female: false }) }, [{ pointer: '/person/residentId', code: 'sex' }]],
    [
      'somebody too young',
      { residentId: residentId(1, { born: '20100101' }) },
      [{ pointer: '/person/residentId', code: 'age' }],
    ],
    [
      'a number that somebody may have, in a demo',
      { residentId: residentId(1, { from: 500_099 }) },
      [{ pointer: '/person/residentId', code: 'real-in-demo' }],
    ],
    ['no number', { residentId: undefined }, [{ pointer: '/person/residentId', code: 'required' }]],
    ['a wrong number', { residentId: '990101198103050011' }, [{ pointer: '/person/residentId', code: 'resident-id' }]],
    ['a wrong phone', { phone: '12345' }, [{ pointer: '/person/phone', code: 'phone' }]],
    ['another alphabet', { name: 'Аnna Example' }, [{ pointer: '/person/name', code: 'name' }]],
    ['a hidden mark', { name: '演示\u202e人' }, [{ pointer: '/person/name', code: 'characters' }]],
    ['an unknown field', { employer: 'secret-value' }, [{ pointer: '/person', code: 'unknown' }]],
  ])('refuses %s and says where, never what', async (_, change, errors) => {
    const body = { ...screeningBody(), person: { ...screeningBody().person, ...change } };
    const answer = await signUp('demo-screening-1', body);
    expect([answer.statusCode, answer.json().errors]).toEqual([422, errors]);
    for (const value of Object.values(change)) if (value) expect(answer.body).not.toContain(value);
  });

  it('asks for nothing that the programme does not need', async () => {
    const answer = await signUp('demo-event-lecture', screeningBody());
    expect([answer.statusCode, answer.json().errors]).toEqual([
      422,
      [{ pointer: '/person/residentId', code: 'unknown' }],
    ]);
  });

  it('reads one name however it is typed', async () => {
    const body = screeningBody();
    const typed = {
      ...body,
      person: { name: ' 阿依 · 示例⼥ ', phone: '+86 199-0000-0001', residentId: body.person.residentId },
    };
    const { id } = (await signUp('demo-screening-1', typed)).json<{ id: string }>();
    const { registrations } = (await test.ask('GET /api/v1/me/export', { token })).json();
    expect(registrations[0]).toMatchObject({ id, person: { name: '阿依·示例女', phone: '19900000001' } });
  });

  it('gives a pass that is good for this person, this session and this state only', async () => {
    const { id } = (await signUp('demo-screening-1', screeningBody())).json<{ id: string }>();
    const url = `GET /api/v1/me/registrations/${id}/pass`;
    const pass = (await test.ask(url, { token })).json<{ code: string; initials: string }>();
    expect(pass.initials).toBe('演＊＊');
    // A QR code's alphanumeric mode, version 3: scannable from a cracked screen.
    expect(pass.code).toMatch(/^[0-9A-Z.]{1,47}$/);
    expect((await registrationOfPass(test.service, pass.code.toLowerCase()))?.id).toBe(id);
    const forged = pass.code.slice(0, -1) + (pass.code.endsWith('0') ? '1' : '0');
    expect(await registrationOfPass(test.service, forged)).toBeNull();
    await test.ask(`PUT /api/v1/me/registrations/${id}`, { token, body: { sessionId: 'demo-screening-2' } });
    expect(await registrationOfPass(test.service, pass.code)).toBeNull();
    await test.ask(`DELETE /api/v1/me/registrations/${id}`, { token });
    expect((await test.ask(url, { token })).json().code).toBe('no-pass');
  });

  it('shows nobody what is another’s', async () => {
    const { id } = (await signUp('demo-screening-1', screeningBody())).json<{ id: string }>();
    const stranger = await test.login();
    const lines = ['GET', 'DELETE', 'GET-pass'].map((m) =>
      m === 'GET-pass' ? `GET /api/v1/me/registrations/${id}/pass` : `${m} /api/v1/me/registrations/${id}`,
    );
    for (const line of lines) expect((await test.ask(line, { token: stranger })).statusCode).toBe(404);
    const put = { token: stranger, body: { sessionId: 'demo-screening-2' } };
    expect((await test.ask(`PUT /api/v1/me/registrations/${id}`, put)).statusCode).toBe(404);
    expect((await test.ask('GET /api/v1/me/registrations', { token: stranger })).json()).toEqual({
      registrations: [],
      held: [],
    });
  });
});

/** What happens to what is somebody's reaches them: notices of an account, on both engines. */
import { afterWakingTime } from '@yugong/domain/notice';
import { DAY, isoAt, MINUTE } from '@yugong/domain/time';
import type { NoticeListWire } from '@yugong/domain/notice/wire';
import { retention, sweepData, sweepOffers } from '../../server/src/maintenance';
import { runJobs } from '../../server/src/staff/jobs/runner';
import { consents, eventBody, startService, type TestService } from './support/service';
import { engines, member, type TestMember } from './staff/support';
import { postgresEngine } from './support/stores';

const SESSION = 'demo-event-lecture';
const postgres = postgresEngine();
beforeAll(() => postgres.start(), 30_000);
afterAll(() => postgres.stop(), 30_000);

describe.each(engines)('on %s', (engine) => {
  let test: TestService;
  let clerk: TestMember;
  beforeAll(async () => {
    test = await startService({ config: engine === 'postgres' ? { databaseUrl: (await postgres.place()).at } : {} });
    Object.assign(test.service.limits, { writes: 1e9 });
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.reset();
    clerk = await member(test, ['clerk'], { organisation: 'main', districts: null });
  });

  const asClerk = (line: string, body?: unknown) =>
    test.ask(line.replace(' ', ' /api/v1/staff'), { token: clerk.token, ...(body === undefined ? {} : { body }) });
  const signUp = async (n: number, session = SESSION) => {
    const token = await test.login();
    const answer = await test.ask(`POST /api/v1/sessions/${session}/registrations`, { token, body: eventBody(n) });
    return { token, id: answer.json<{ id: string }>().id };
  };
  const noticesOf = async ({ token }: { token: string }) =>
    (await test.ask('GET /api/v1/me/notices', { token })).json<NoticeListWire>();
  const kindsOf = async (one: { token: string }) => (await noticesOf(one)).notices.map(({ kind }) => kind);
  /** The editable part of a session as it stands. */
  const edit = async (change: object) => {
    const { title, place, adcode, note, opensAt, closesAt, cancelUntil, startsAt, endsAt, version } = (
      await asClerk(`GET /sessions/${SESSION}`)
    ).json();
    const times = { opensAt, closesAt, cancelUntil, startsAt, endsAt };
    const body = { title, place, adcode, note, ...times, seen: version, ...change };
    return asClerk(`PUT /sessions/${SESSION}`, body);
  };

  it('tells booked and waiting people from where to where a session was moved, and nobody else', async () => {
    const people = [await signUp(1), await signUp(2), await signUp(3)] as const;
    const other = await signUp(4, 'demo-event-badminton');
    const { place, startsAt } = (await asClerk(`GET /sessions/${SESSION}`)).json();
    const later = new Date(Date.parse(startsAt) + 60_000).toISOString();
    expect((await edit({ place: '示例楼三层', startsAt: later })).statusCode).toBe(200);
    for (const one of people)
      expect(await noticesOf(one)).toMatchObject({
        unread: 1,
        notices: [
          {
            kind: 'changed',
            registrationId: one.id,
            sessionId: SESSION,
            readAt: null,
            changes: [
              { field: 'place', from: place, to: '示例楼三层' },
              { field: 'startsAt', from: startsAt },
            ],
          },
        ],
      });
    expect(Date.parse((await noticesOf(people[0])).notices[0]?.changes[1]?.to ?? '')).toBe(Date.parse(later));
    expect(await noticesOf(other)).toEqual({ unread: 0, notices: [] });
  });

  it('tells of another address, floor and telephone, and keeps those that an older console leaves out', async () => {
    const one = await signUp(1);
    expect((await edit({ address: '示例路 9 号', floor: '9 楼', phone: '023-63830000 转 9' })).statusCode).toBe(200);
    expect((await noticesOf(one)).notices[0]?.changes).toEqual([
      { field: 'address', from: '渝中区演示路 5 号', to: '示例路 9 号' },
      { field: 'floor', from: '5 楼会议室', to: '9 楼' },
      { field: 'phone', from: '12351', to: '023-63830000 转 9' },
    ]);
    expect((await edit({ place: '示例楼' })).statusCode).toBe(200);
    expect((await test.ask(`GET /api/v1/sessions/${SESSION}`)).json()).toMatchObject({
      place: '示例楼',
      address: '示例路 9 号',
      floor: '9 楼',
      phone: '023-63830000 转 9',
    });
    expect((await edit({ floor: null })).json()).toMatchObject({ address: '示例路 9 号', floor: null });
  });

  it('refuses a telephone that cannot be dialled', async () => {
    expect((await edit({ phone: '找张老师' })).json().errors).toEqual([{ pointer: '/phone', code: 'value' }]);
  });

  it('gives an offer its deadline once it was read, and says why a registration ended with it', async () => {
    const [first, , third] = [await signUp(1), await signUp(2), await signUp(3)];
    await test.ask(`DELETE /api/v1/me/registrations/${first.id}`, { token: first.token });
    expect(await noticesOf(first)).toEqual({ unread: 0, notices: [] });
    const [offer] = (await noticesOf(third)).notices;
    expect(offer).toMatchObject({ kind: 'offered', registrationId: third.id, deadline: null });
    const registration = `GET /api/v1/me/registrations/${third.id}`;
    expect((await test.ask(registration, { token: third.token })).json()).toMatchObject({ offerBegun: false });
    await test.ask('POST /api/v1/me/notices/read', { token: third.token, body: { ids: [offer?.id] } });
    const until = afterWakingTime(test.clock.now, 120 * MINUTE);
    expect((await test.ask(registration, { token: third.token })).json()).toMatchObject({
      offerBegun: true,
      offerUntil: isoAt(until),
    });
    expect((await noticesOf(third)).notices).toMatchObject([{ id: offer?.id, deadline: isoAt(until) }]);
    const at = test.clock.now;
    test.clock.now = until + 1;
    await sweepOffers(test.service);
    // Her login is younger than the offer was long.
    test.clock.now = at;
    expect((await noticesOf(third)).notices).toMatchObject([
      { kind: 'cancelled', reason: '为你保留的名额没有在期限内确认', deadline: null },
      { kind: 'offered' },
    ]);
  });

  it('tells whom the union moves from where to where, displaces and calls off, and why', async () => {
    const moved = await signUp(1);
    const left = await signUp(2);
    expect(
      (await asClerk(`PUT /registrations/${moved.id}/session`, { sessionId: 'demo-event-badminton', seen: SESSION }))
        .statusCode,
    ).toBe(200);
    const [one] = (await noticesOf(moved)).notices;
    expect(one).toMatchObject({ kind: 'moved', sessionId: 'demo-event-badminton' });
    expect(one?.changes.map(({ field }) => field)).toEqual(['session', 'place', 'address', 'floor', 'startsAt']);
    await asClerk(`POST /sessions/${SESSION}/cancel`, { message: '示例：停电' });
    await runJobs(test.service);
    expect((await noticesOf(left)).notices).toMatchObject([{ kind: 'cancelled', reason: '示例：停电' }]);

    const last = await signUp(3, 'demo-event-badminton');
    await asClerk('PUT /sessions/demo-event-badminton/size', {
      capacity: 1,
      waitlistSize: 8,
      seen: { capacity: 16, waitlistSize: 8 },
      displace: [last.id],
    });
    expect(await kindsOf(last)).toEqual(['displaced']);
  });

  it('tells of an answer to a request for legal aid without its topic, and takes it away with the request', async () => {
    const token = await test.login();
    const body = {
      topic: 'harassment',
      name: '演示人',
      phone: '19900000001',
      text: '示例',
      consents: consents('legal-aid'),
    };
    const { id } = (await test.ask('POST /api/v1/legal-aid', { token, body })).json();
    const lawyer = await member(test, ['lawyer']);
    const answer = await test.ask(`POST /api/v1/staff/legal-aid/${id}/messages`, {
      token: lawyer.token,
      body: { text: '示例答复' },
    });
    expect(answer.statusCode).toBe(201);
    const list = await noticesOf({ token });
    expect(list.notices).toMatchObject([{ kind: 'legal-aid-answer', requestId: id, title: '法律援助' }]);
    expect(JSON.stringify(list)).not.toMatch(/骚扰|harassment|示例答复/);
    await test.ask(`DELETE /api/v1/me/legal-aid/${id}`, { token });
    expect(await noticesOf({ token })).toEqual({ unread: 0, notices: [] });
  });

  it('tells of an answer to a report, by the station’s name', async () => {
    const token = await test.login();
    const station = test.service.content.dataset().stations[0];
    const report = await test.ask(`POST /api/v1/stations/${station?.id}/reports`, { token, body: { kind: 'locked' } });
    const line = `PUT /station-reports/${report.json().id}`;
    const answered = await asClerk(line, { to: 'fixed', reply: '示例：去看过，开着', seen: 'received' });
    expect(answered.statusCode).toBe(200);
    expect((await noticesOf({ token })).notices).toMatchObject([
      { kind: 'report-answer', stationId: station?.id, title: station?.title },
    ]);
  });

  it('counts what was read once, puts the unread first and answers 304 while nothing is new', async () => {
    const one = await signUp(1);
    await edit({ place: '示例一' });
    test.clock.now += 1000;
    await edit({ place: '示例二' });
    const first = await test.ask('GET /api/v1/me/notices', { token: one.token });
    const { notices } = first.json<NoticeListWire>();
    const newest = notices[0]?.id as string;
    const same = await test.ask('GET /api/v1/me/notices', {
      token: one.token,
      headers: { 'if-none-match': first.headers.etag as string },
    });
    expect([same.statusCode, same.body, first.headers['cache-control']]).toEqual([304, '', 'private, no-cache']);

    test.clock.now += 1000;
    const readAt = test.clock.now;
    const read = () => test.ask('POST /api/v1/me/notices/read', { token: one.token, body: { ids: [newest] } });
    expect((await read()).json()).toMatchObject({ unread: 1, notices: [{ readAt: null }, { id: newest }] });
    test.clock.now += 1000;
    const [, again] = (await read()).json<NoticeListWire>().notices;
    expect(Date.parse(again?.readAt ?? '')).toBe(readAt);
    const changed = await test.ask('GET /api/v1/me/notices', {
      token: one.token,
      headers: { 'if-none-match': first.headers.etag as string },
    });
    expect(changed.statusCode).toBe(200);
  });

  it('lets nobody read or mark another’s, takes them along, and keeps none of a deleted account', async () => {
    const one = await signUp(1);
    await edit({ place: '示例一' });
    const [notice] = (await noticesOf(one)).notices;
    const stranger = await test.login();
    await test.ask('POST /api/v1/me/notices/read', { token: stranger, body: { ids: [notice?.id] } });
    expect((await noticesOf(one)).unread).toBe(1);
    expect((await test.ask('GET /api/v1/me/export', { token: one.token })).json().notices).toEqual([notice]);
    await test.ask('DELETE /api/v1/me', { token: one.token });
    expect(await test.service.store.read.selectFrom('notices').selectAll().execute()).toEqual([]);
  });

  it('keeps a notice for half a year and not a day longer', async () => {
    const one = await signUp(1);
    await edit({ place: '示例一' });
    const count = async () => (await test.service.store.read.selectFrom('notices').selectAll().execute()).length;
    test.clock.now += retention.notices - DAY;
    await sweepData(test.service);
    expect(await count()).toBe(1);
    test.clock.now += DAY + 1;
    await sweepData(test.service);
    expect([await count(), one.id.length > 0]).toEqual([0, true]);
  });
});

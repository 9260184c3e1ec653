/** Rosters, the door and long work, from a worker's sign-up to the file a clerk takes along. On both engines. */
import { createHash } from 'node:crypto';
import type * as v from 'valibot';
import readExcelFile from 'read-excel-file/node';
import { runJobs } from '../../../server/src/staff/jobs/runner';
import { brokenLink } from '../../../server/src/storage/audit';
import { statement } from '../../../server/src/kernel/store';
import { safeCell } from '../../../server/src/staff/roster/sheet';
import { addDays, dayAt } from '@yugong/domain/calendar';
import type { AuditWire } from '@yugong/domain/audit/wire';
import { describeAuditRow } from '@yugong/domain/audit/words';
import { MINUTE, HOUR, DAY, isoAt, isoOf, instantOf } from '@yugong/domain/time';
import { postgresEngine } from '../support/stores';
import { eventBody, screeningBody, startService, type TestService } from '../support/service';
import { engines, member, type TestMember } from './support';

const postgres = postgresEngine();
beforeAll(() => postgres.start(), 30_000);
afterAll(() => postgres.stop(), 30_000);

describe.each(engines)('on %s', (engine) => {
  let test: TestService;
  let clerk: TestMember;
  let nurse: TestMember;
  beforeAll(async () => {
    test = await startService({ config: engine === 'postgres' ? { databaseUrl: (await postgres.place()).at } : {} });
    Object.assign(test.service.limits, { writes: 1e9, logins: 1e9 });
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.reset();
    clerk = await member(test, ['clerk'], { organisation: 'main', districts: null });
    nurse = await member(test, ['check-in'], { organisation: 'main', districts: ['500103'] });
  });

  const as = (who: TestMember) => (line: string, body?: unknown, key?: string) =>
    test.ask(line.replace(' ', ' /api/v1/staff'), {
      token: who.token,
      ...(body === undefined ? {} : { body }),
      ...(key ? { key } : {}),
    });
  const ask = (line: string, body?: unknown, key?: string) => as(clerk)(line, body, key);
  const door = (line: string, body?: unknown) => as(nurse)(line, body);
  const ONE = 'demo-screening-1';

  async function signUp(n: number, session = ONE) {
    const token = await test.login();
    const body = session.includes('screening') ? screeningBody(n) : eventBody(n);
    const { id } = (await test.ask(`POST /api/v1/sessions/${session}/registrations`, { token, body })).json<{
      id: string;
    }>();
    const { code } = (await test.ask(`GET /api/v1/me/registrations/${id}/pass`, { token })).json<{ code: string }>();
    return { token, id, code, phone: body.person.phone };
  }
  const startsAt = async (id: string) =>
    Number(
      (
        await test.service.store.read
          .selectFrom('sessions')
          .select('starts_at')
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
      ).starts_at,
    );
  /** Goes to the session's morning; staff sign in again there. */
  async function atTheDoor(id: string) {
    test.clock.now = (await startsAt(id)) - HOUR / 2;
    clerk = await member(test, ['clerk'], { organisation: 'main', districts: null });
    nurse = await member(test, ['check-in'], { organisation: 'main', districts: ['500103'] });
  }
  const at = (ms = test.clock.now) => new Date(ms).toISOString();

  it('shows nobody more than initials and four digits, and writes down who looked', async () => {
    const one = await signUp(1);
    await signUp(2);
    for (const who of [clerk, nurse]) {
      const page = await as(who)(`POST /sessions/${ONE}/roster`, {});
      expect(page.json()).toMatchObject({
        total: 2,
        rows: [
          {
            registrationId: one.id,
            name: '演＊＊',
            phone: who === clerk ? '199****0001' : '*******0001',
            residentId: who === clerk ? expect.stringMatching(/^\*{14}.{4}$/) : null,
            masked: true,
            source: 'browser',
          },
          {},
        ],
      });
      expect(page.body).not.toContain('演示人');
      expect(page.body).not.toContain(one.phone);
    }
    const seen = await test.service.store.read
      .selectFrom('audit')
      .select(['actor', 'subject'])
      .where('action', '=', 'roster.seen')
      .execute();
    expect(seen).toEqual([clerk, nurse].map(({ id }) => ({ actor: `staff:${id}`, subject: ONE })));
  });

  it('finds by what the roster shows, in the body and never in the address', async () => {
    const one = await signUp(7);
    await signUp(8);
    const found = async (q: string) => (await ask(`POST /sessions/${ONE}/roster`, { q })).json().total;
    expect([await found('演'), await found('演示人'), await found('0007'), await found(one.id)]).toEqual([2, 2, 1, 0]);
    expect([await found('示人'), await found('07'), await found('没有的人')]).toEqual([0, 0, 0]);
  });

  it('gives no hidden digit away to whoever asks the search digit by digit', async () => {
    const { phone } = await signUp(6);
    const { residentId } = screeningBody(6).person;
    for (const who of [clerk, nurse]) {
      for (const number of [phone, residentId]) {
        let known = number.slice(-4);
        for (let tries = 0; tries < number.length; tries += 1) {
          const guesses = [...'0123456789'].map(async (digit) => {
            const { total } = (await as(who)(`POST /sessions/${ONE}/roster`, { q: digit + known })).json();
            return total > 0 ? digit : '';
          });
          known = (await Promise.all(guesses)).join('') + known;
        }
        expect(known).toBe(number.slice(-4));
        expect((await as(who)(`POST /sessions/${ONE}/roster`, { q: number })).json().total).toBe(0);
      }
    }
  });

  it('shows who checks people in the last four digits and no more', async () => {
    await signUp(6);
    const { rows } = (await door(`POST /sessions/${ONE}/roster`, {})).json();
    expect(rows).toMatchObject([{ name: '演＊＊', phone: '*******0006', residentId: null, family: null, flags: [] }]);
  });

  it('finds somebody by a whole number for a reason alone, and writes down whom', async () => {
    const one = await signUp(7);
    await signUp(8);
    const cancelled = await signUp(9);
    await ask(`DELETE /registrations/${cancelled.id}`);
    const { residentId } = screeningBody(7).person;
    for (const [body, pointer] of [
      [{ residentId }, '/reason'],
      [{ residentId, reason: 'other' }, '/note'],
      [{ reason: 'call' }, ''],
    ] as const)
      expect((await ask('POST /people', body)).json().errors[0].pointer).toBe(pointer);
    const find = async (body: object) => (await ask('POST /people', { ...body, reason: 'call' })).json().rows;
    expect(await find({ residentId })).toMatchObject([
      { registrationId: one.id, name: '演＊＊', phone: '199****0007', sessionTitle: expect.any(String) },
    ]);
    expect(await find({ phone: one.phone })).toMatchObject([{ registrationId: one.id }]);
    expect(await find({ phone: one.phone, sessionId: ONE })).toMatchObject([{ registrationId: one.id }]);
    expect(await find({ phone: one.phone, sessionId: 'demo-screening-2' })).toEqual([]);
    expect(await find({ phone: '19900000055' })).toEqual([]);
    const entries = await test.service.store.read
      .selectFrom('audit')
      .select(['actor', 'subject', 'detail'])
      .where('action', '=', 'people.searched')
      .execute();
    const subjects = entries.map(({ subject }) => subject);
    expect([subjects.filter((id) => id === one.id).length, subjects.filter((id) => id === null).length]).toEqual([
      3, 2,
    ]);
    for (const { actor, detail } of entries) {
      expect(actor).toBe(`staff:${clerk.id}`);
      expect(JSON.parse(detail)).toMatchObject({ reason: 'call', by: expect.stringMatching(/^(phone|residentId)$/) });
      expect(detail).not.toContain(one.phone);
    }
    expect((await door('POST /people', { phone: one.phone, reason: 'call' })).statusCode).toBe(403);
  });

  it('stops whoever tries whole numbers one after the other', async () => {
    const tries = [];
    for (let n = 0; n < 61; n += 1)
      tries.push((await ask('POST /people', { phone: `199000${10000 + n}`, reason: 'call' })).statusCode);
    expect([tries.filter((status) => status === 200).length, tries.at(-1)]).toEqual([60, 429]);
  });

  it('reveals people only for a reason, one entry each, before they are seen', async () => {
    const one = await signUp(1);
    const reveal = (body: object) => ask('POST /registrations/reveal', { ids: [one.id], ...body });
    for (const [body, pointer] of [
      [{}, '/reason'],
      [{ reason: 'other' }, '/note'],
      [{ reason: 'call', note: '回拨19900000001' }, '/note'],
    ] as const)
      expect((await reveal(body)).json().errors[0].pointer).toBe(pointer);
    const { residentId } = screeningBody(1).person;
    const whole = { registrationId: one.id, name: '演示人', phone: one.phone, residentId, contactPhone: null };
    const fields = ['name', 'phone', 'residentId'];
    expect((await reveal({ reason: 'call', fields })).json().people).toEqual([whole]);
    const entries = await test.service.store.read
      .selectFrom('audit')
      .select(['actor', 'subject', 'detail'])
      .where('action', '=', 'person.revealed')
      .execute();
    expect(entries).toEqual([
      { actor: `staff:${clerk.id}`, subject: one.id, detail: expect.stringContaining('"reason":"call"') },
    ]);
    expect(JSON.parse(entries[0]?.detail ?? '')).toMatchObject({ fields: 'name phone residentId' });
    expect((await as(nurse)('POST /registrations/reveal', { ids: [one.id], reason: 'call' })).statusCode).toBe(403);
  });

  it('tells six people that were looked at for one reason as one sentence, and six looks as six', async () => {
    const ids: string[] = [];
    for (let n = 1; n <= 6; n += 1) ids.push((await signUp(n)).id);
    const why = { reason: 'other', note: '改时间 挨个通知', fields: ['phone'] };
    await ask('POST /registrations/reveal', { ids, ...why });
    for (const id of ids.slice(0, 2)) {
      test.clock.now += MINUTE;
      await ask('POST /registrations/reveal', { ids: [id], ...why, fields: ['name'] });
    }
    const { token } = await member(test, ['administrator']);
    const asked = (query: string) => test.ask(`GET /api/v1/staff/audit${query}`, { token });
    const { rows, next } = (await asked('?page=sessions&limit=3')).json<v.InferOutput<typeof AuditWire>>();
    expect(next).toBe('8');
    const where = /演示人查看(一| 6 )个人的(手机号|姓名)（.+ \d{4}-\d\d-\d\d \d\d:\d\d），理由：改时间 挨个通知$/;
    expect(rows.map((row) => where.exec(describeAuditRow(row))?.slice(1) ?? describeAuditRow(row))).toEqual([
      ['一', '姓名'],
      ['一', '姓名'],
      [' 6 ', '手机号'],
    ]);
    // A page ends where an action ends.
    const second = (await asked('?page=sessions&limit=3&after=2')).json<v.InferOutput<typeof AuditWire>>();
    expect(second.rows.map(({ count }) => count)).toEqual([6]);
    const file = await test.ask('GET /api/v1/staff/audit/file?page=sessions', { token });
    expect(file.body.match(/查看 6 个人的手机号/g)).toHaveLength(1);
    expect(file.body).not.toMatch(/person\.revealed|01[0-9A-Z]{24}/);
  });

  it('writes one entry for a check-in page that asks every minute, and another for another sign-in', async () => {
    await signUp(1);
    await atTheDoor(ONE);
    const entries = async (): Promise<number> =>
      (
        await test.service.store.read
          .selectFrom('audit')
          .select('seq')
          .where('action', '=', 'door.taken')
          .where('subject', '=', ONE)
          .execute()
      ).length;
    for (let minute = 0; minute < 5; minute += 1) {
      await door(`GET /sessions/${ONE}/door`);
      test.clock.now += MINUTE;
    }
    expect(await entries()).toBe(1);
    // Another person's phone, and one that was signed out meanwhile, have taken the list anew.
    await ask(`GET /sessions/${ONE}/door`);
    expect(await entries()).toBe(2);
    nurse = await member(test, ['check-in'], { organisation: 'main', districts: ['500103'] });
    await door(`GET /sessions/${ONE}/door`);
    expect(await entries()).toBe(3);
  });

  it('reveals six people’s telephone numbers for one reason, and no identity number with them', async () => {
    const six = [];
    for (let n = 1; n <= 6; n += 1) six.push(await signUp(n));
    const ids = six.map(({ id }) => id);
    const { people } = (await ask('POST /registrations/reveal', { ids, reason: 'call', fields: ['phone'] })).json();
    expect(people).toHaveLength(6);
    for (const [index, { id, phone }] of six.entries())
      expect(people).toContainEqual({
        registrationId: id,
        name: '演＊＊',
        phone,
        residentId: `${'*'.repeat(14)}${screeningBody(index + 1).person.residentId.slice(-4)}`,
        contactPhone: null,
      });
    // Whoever doesn't say what she needs isn't given the identity number.
    const unsaid = await ask('POST /registrations/reveal', { ids: ids.slice(0, 1), reason: 'call' });
    expect(unsaid.json().people[0]).toMatchObject({ name: '演示人', residentId: expect.stringMatching(/^\*{14}/) });
    const entries = await test.service.store.read
      .selectFrom('audit')
      .select(['subject', 'detail'])
      .where('action', '=', 'person.revealed')
      .where('detail', 'like', '%"fields":"phone"%')
      .where('subject', 'in', ids)
      .execute();
    expect(entries.map(({ subject }) => subject).sort()).toEqual([...ids].sort());
  });

  it('signs up by hand whoever has no phone, once, by the programme’s rules', async () => {
    const add = (session: string, person: object, key?: string) =>
      ask(`POST /sessions/${session}/registrations`, { person, agreed: true }, key);
    const woman = { name: '演示人', residentId: screeningBody(3).person.residentId };
    const first = await add(ONE, woman, 'same');
    expect([first.statusCode, first.json().result]).toEqual([201, 'booked']);
    expect((await add(ONE, woman, 'same')).json()).toEqual(first.json());
    expect((await add(ONE, woman)).json()).toEqual({ registrationId: null, result: 'exists' });
    // She signs up from a phone after all: it is the same person, and the desk settles that it is she.
    const phone = await test.ask(`POST /api/v1/sessions/${ONE}/registrations`, {
      token: await test.login(),
      body: screeningBody(3),
    });
    expect([phone.statusCode, phone.json()]).toMatchObject([202, { sessionId: ONE, status: 'held', mine: false }]);
    expect((await add(ONE, { name: '演示人' })).json().errors).toEqual([
      { pointer: '/person/residentId', code: 'required' },
    ]);
    expect((await ask(`POST /sessions/${ONE}/registrations`, { person: woman })).statusCode).toBe(422);
    const page = (await ask(`POST /sessions/${ONE}/roster`, {})).json();
    expect(page.rows).toMatchObject([{ source: 'staff', phone: '', name: '演＊＊' }]);
  });

  it('moves and cancels for people, tells them, and passes places on', async () => {
    const one = await signUp(1);
    const moved = await ask(`PUT /registrations/${one.id}/session`, { sessionId: 'demo-screening-2', seen: ONE });
    expect(moved.json()).toEqual({ registrationId: one.id, sessionId: 'demo-screening-2', status: 'booked' });
    expect((await ask(`DELETE /registrations/${one.id}`)).json().status).toBe('cancelled');
    const kinds = await test.service.store.read
      .selectFrom('notices')
      .select('kind')
      .where('registration_id', '=', one.id)
      .execute();
    expect(kinds.map(({ kind }) => kind)).toEqual(['moved', 'cancelled']);
  });

  it('lets nobody be missed before it begins', async () => {
    const one = await signUp(1);
    const miss = () => ask(`PUT /registrations/${one.id}/attendance`, { to: 'noshow', seen: 'booked' });
    expect((await miss()).json().code).toBe('not-started');
    test.clock.now = await startsAt(ONE);
    clerk = await member(test, ['clerk'], { organisation: 'main', districts: null });
    expect((await miss()).json()).toMatchObject({ status: 'noshow' });
  });

  it('opens the door of what begins after midnight on the evening before, and no earlier', async () => {
    const one = await signUp(1);
    const midnight = instantOf(dayAt(await startsAt(ONE)));
    const { store } = test.service;
    await store.write([
      statement(
        store.read
          .updateTable('sessions')
          .set({ starts_at: midnight + HOUR / 2 })
          .where('id', '=', ONE),
      ),
    ]);
    await atTheDoor(ONE);
    const scan = async (id: string, ms: number): Promise<string> => {
      const checkIns = [{ id, at: at(ms), how: 'scan', code: one.code }];
      return (await door(`POST /sessions/${ONE}/check-ins`, { device: '一号门', checkIns })).json().results[0].outcome;
    };
    expect(await scan('evening-too-early', midnight - 2 * HOUR)).toBe('wrong-day');
    expect(await scan('evening-in-time', midnight - HOUR)).toBe('checked-in');
  });

  it('lets in once, says who was there before, and knows other days and sessions', async () => {
    const [one, two] = [await signUp(1), await signUp(2)];
    const other = await signUp(3, 'demo-screening-2');
    const scan = (
      code: string,
      device = '一号门',
      id = createHash('sha256')
        .update(code + device)
        .digest('hex')
        .slice(0, 20),
    ) => door(`POST /sessions/${ONE}/check-ins`, { device, checkIns: [{ id, at: at(), how: 'scan', code }] });
    const outcome = async (...asked: Parameters<typeof scan>) => (await scan(...asked)).json().results[0];
    expect((await outcome(one.code)).outcome).toBe('wrong-day');
    await atTheDoor(ONE);
    expect(await outcome(one.code, '一号门', 'first-scan')).toMatchObject({
      outcome: 'checked-in',
      name: '演＊＊',
      device: '一号门',
    });
    // The answer was lost: the same scan again is the same check-in. From another door it is a used pass.
    expect((await outcome(one.code, '一号门', 'first-scan')).outcome).toBe('checked-in');
    expect(await outcome(one.code, '二号门')).toMatchObject({
      outcome: 'already',
      device: '一号门',
      checkedInAt: expect.any(String),
    });
    // Beyond the nurse's district she isn't even told where it belongs.
    expect(await outcome(other.code)).toMatchObject({ outcome: 'unknown', registrationId: null, elsewhere: null });
    const forged = two.code.slice(0, -1) + (two.code.endsWith('0') ? '1' : '0');
    expect((await outcome(forged)).outcome).toBe('unknown');
    const wide = await as(clerk)(`POST /sessions/${ONE}/check-ins`, {
      device: '一号门',
      checkIns: [{ id: 'elsewhere-1', at: at(), how: 'scan', code: other.code }],
    });
    expect(wide.json().results[0]).toMatchObject({
      outcome: 'wrong-session',
      elsewhere: { sessionId: 'demo-screening-2' },
    });
    // A slip is taken back, and she can come in again.
    expect(
      (await ask(`PUT /registrations/${one.id}/attendance`, { to: 'booked', seen: 'checked-in' })).json().status,
    ).toBe('booked');
    // The first door sends its scan once more: what was taken back stays so.
    await outcome(one.code, '一号门', 'first-scan');
    const entries = () => test.service.store.read.selectFrom('check_ins').select('device').execute();
    expect(await entries()).toEqual([]);
    expect((await outcome(one.code, '三号门')).outcome).toBe('checked-in');
    expect(await entries()).toEqual([{ device: '三号门' }]);
    expect((await ask(`POST /sessions/${ONE}/no-shows`)).json().code).toBe('not-started');
    test.clock.now += HOUR / 3;
    await ask('GET /me');
    test.clock.now += HOUR / 3;
    expect((await ask(`POST /sessions/${ONE}/no-shows`)).json()).toEqual({ marked: 1 });
  });

  it('merges what two doors noted offline, however often it is sent, the earlier one first', async () => {
    const people: Awaited<ReturnType<typeof signUp>>[] = [];
    for (let n = 1; n <= 12; n += 1) people.push(await signUp(n));
    await atTheDoor(ONE);
    const list = (await door(`GET /sessions/${ONE}/door`)).json();
    // The list knows true passes from false ones without holding one.
    const digests = new Map(
      list.people.map((one: { registrationId: string; passDigest: string }) => [one.registrationId, one.passDigest]),
    );
    for (const { id, code } of people)
      expect(digests.get(id)).toBe(createHash('sha256').update(code).digest('base64url'));
    expect(JSON.stringify(list)).not.toMatch(/YG1\.|演示人|19900000001/);
    expect(Date.parse(list.expiresAt)).toBe(Date.parse(list.session.endsAt) + 12 * HOUR);
    const noted = (door: string, offset: number) => ({
      device: door,
      checkIns: people.map(({ code }, n) => ({
        id: `${door === '一号门' ? 'a' : 'b'}-item-${n}`,
        at: at(test.clock.now - MINUTE + offset + n),
        how: 'scan',
        code,
      })),
    });
    const [late, early] = [noted('二号门', 500), noted('一号门', 0)];
    const answers = await Promise.all([
      door(`POST /sessions/${ONE}/check-ins`, early),
      door(`POST /sessions/${ONE}/check-ins`, early),
      door(`POST /sessions/${ONE}/check-ins`, late),
    ]);
    const tally = answers.map(
      (one) => one.json().results.filter(({ outcome }: { outcome: string }) => outcome === 'checked-in').length,
    );
    expect(tally[0]).toBe(tally[1]);
    expect((tally[0] as number) + (tally[2] as number)).toBe(12);
    expect(answers.at(-1)?.json().counts).toEqual({ booked: 0, checkedIn: 12 });
    const rows = await test.service.store.read.selectFrom('check_ins').selectAll().execute();
    expect(new Set(rows.map(({ registration_id }) => registration_id)).size).toBe(12);
    const done = await test.service.store.read
      .selectFrom('audit')
      .select('subject')
      .where('action', '=', 'registration.attended')
      .execute();
    expect(done.filter(({ subject }) => people.some(({ id }) => id === subject))).toHaveLength(12);
  });

  it('loses nobody to a door phone whose clock is a day slow, and takes a person’s word for another day', async () => {
    const [one, two, three] = [await signUp(1), await signUp(2), await signUp(3)];
    await atTheDoor(ONE);
    const slow = (ms: number) => at(test.clock.now - DAY - ms);
    const send = async (body: object, entry: object) => {
      const checkIns = [{ how: 'scan', ...entry }];
      return (await door(`POST /sessions/${ONE}/check-ins`, { device: '一号门', checkIns, ...body })).json().results[0];
    };
    // Both times are by the phone's clock, so how long ago it was is known however wrong that is.
    const late = await send({ sentAt: slow(0) }, { id: 'slow-clock-1', at: slow(5 * MINUTE), code: one.code });
    expect(late).toMatchObject({ outcome: 'checked-in' });
    expect(Date.parse(late.checkedInAt)).toBe(test.clock.now - 5 * MINUTE);
    // Its clock was put right between the two: nobody can know, so somebody says.
    const entry = { id: 'slow-clock-2', at: slow(0), code: two.code };
    expect(await send({ sentAt: at() }, entry)).toMatchObject({ outcome: 'wrong-day' });
    const said = await send({ sentAt: at() }, { ...entry, confirmed: true });
    expect(said.outcome).toBe('checked-in');
    expect(Date.parse(said.checkedInAt)).toBeLessThanOrEqual(test.clock.now);
    const dated = test.service.store.read.selectFrom('audit').select('subject').where('action', '=', 'check-in.dated');
    expect(await dated.execute()).toEqual([{ subject: two.id }]);
    // Nobody's word opens a door days before.
    test.clock.now -= 3 * DAY;
    nurse = await member(test, ['check-in'], { organisation: 'main', districts: ['500103'] });
    const early = { id: 'slow-clock-3', at: at(), code: three.code, confirmed: true };
    expect(await send({ sentAt: at() }, early)).toMatchObject({ outcome: 'wrong-day' });
  });

  it('gives the list of a session from the day before on, which lasts until it is over, and none to carry about', async () => {
    const { store } = test.service;
    const starts = async (starts_at: number) =>
      store.write([
        statement(
          store.read
            .updateTable('sessions')
            .set({ starts_at, ends_at: starts_at + HOUR })
            .where('id', '=', ONE),
          1,
        ),
      ]);
    const dayAfterNext = instantOf(addDays(dayAt(test.clock.now), 2));
    await starts(dayAfterNext);
    expect((await door(`GET /sessions/${ONE}/door`)).json().code).toBe('door-closed');
    await starts(dayAfterNext - HOUR);
    const tomorrow = (await door(`GET /sessions/${ONE}/door`)).json();
    expect(tomorrow.expiresAt).toBe(isoAt(dayAfterNext + 12 * HOUR));
    await starts(dayAfterNext + 5 * DAY);
    expect((await door(`GET /sessions/${ONE}/door`)).json().code).toBe('door-closed');
    await atTheDoor(ONE);
    expect((await door(`GET /sessions/${ONE}/door`)).statusCode).toBe(200);
    expect(
      (
        await as(await member(test, ['check-in'], { organisation: 'main', districts: ['500106'] }))(
          `GET /sessions/${ONE}/door`,
        )
      ).statusCode,
    ).toBe(404);
  });

  it('exports a sheet that says who took it and runs nothing, kept sealed for a day', async () => {
    await signUp(1);
    await signUp(2);
    const started = await ask(`POST /sessions/${ONE}/export`, { reason: 'clinic-list', fields: ['name'] }, 'once');
    expect(
      (await ask(`POST /sessions/${ONE}/export`, { reason: 'clinic-list', fields: ['name'] }, 'once')).json(),
    ).toEqual(started.json());
    const { jobId } = started.json();
    expect([started.statusCode, (await ask(`GET /jobs/${jobId}`)).json().state]).toEqual([202, 'queued']);
    expect(await runJobs(test.service)).toBe(1);
    expect((await ask(`GET /jobs/${jobId}`)).json()).toMatchObject({
      state: 'done',
      done: 2,
      total: 2,
      result: { rows: 2 },
      file: expect.stringMatching(/xlsx$/),
    });
    expect((await as(await member(test, ['administrator']))(`GET /jobs/${jobId}/file`)).statusCode).toBe(404);
    const file = await ask(`GET /jobs/${jobId}/file`);
    const [{ data }] = (await readExcelFile(file.rawPayload)) as unknown as [{ data: (string | number | null)[][] }];
    expect(data[0]?.[0]).toMatch(/演示人（test\d+）.*导出，用途：给承办的医院或场馆名单/);
    expect(data.at(-1)?.[0]).toBe(data[0]?.[0]);
    expect(data[2]?.slice(0, 4)).toEqual([1, '演示人', '199****0001', expect.stringMatching(/^\*{14}/)]);
    const stored = JSON.stringify(await test.service.store.read.selectFrom('staff_jobs').selectAll().execute());
    expect(stored).not.toContain('演示人');
    test.clock.now += 20 * MINUTE;
    const told = await test.service.store.read
      .selectFrom('audit')
      .select(['action', 'detail'])
      .where('action', 'in', ['roster.exported', 'job.file-fetched'])
      .execute();
    expect(told.map(({ action }) => action).sort()).toEqual(['job.file-fetched', 'roster.exported']);
    expect(
      brokenLink(test.service.secrets.audit, await test.service.store.read.selectFrom('audit').selectAll().execute()),
    ).toBeNull();
  });

  it('cancels a session for everybody in it, goes on where a dead process stopped, and tells each once', async () => {
    const people = [];
    for (let n = 1; n <= 30; n += 1) people.push(await signUp(n));
    const waiting = await test.login();
    await test.ask(`POST /api/v1/sessions/${ONE}/registrations`, { token: waiting, body: screeningBody(31) });
    const { jobId } = (
      await ask(`POST /sessions/${ONE}/cancel`, { message: '医院停电，改期另行通知。' }, 'call')
    ).json();
    expect((await ask(`POST /sessions/${ONE}/cancel`, { message: '医院停电，改期另行通知。' }, 'call')).json()).toEqual(
      { jobId },
    );
    // At once, before anybody is told.
    const late = await test.ask(`POST /api/v1/sessions/${ONE}/registrations`, {
      token: await test.login(),
      body: screeningBody(40),
    });
    expect(late.json().code).toBe('session-cancelled');
    // A process took it and died after ten: its lease ends and the next one goes on.
    const { store } = test.service;
    for (const { id, token } of people.slice(0, 10)) await test.ask(`DELETE /api/v1/me/registrations/${id}`, { token });
    await store.write([
      statement(
        store.read
          .updateTable('staff_jobs')
          .set({ state: 'running', claim: 'dead', lease_until: test.clock.now + 1000, tries: 1 })
          .where('id', '=', jobId),
      ),
    ]);
    expect(await runJobs(test.service)).toBe(0);
    test.clock.now += 1001;
    expect((await Promise.all([runJobs(test.service), runJobs(test.service)])).reduce((a, b) => a + b)).toBe(1);
    expect((await ask(`GET /jobs/${jobId}`)).json()).toMatchObject({ state: 'done', result: { cancelled: 21 } });
    expect((await ask(`GET /sessions/${ONE}`)).json()).toMatchObject({
      state: 'cancelled',
      notice: '医院停电，改期另行通知。',
      counts: { booked: 0, waitlist: 0, cancelled: 31 },
    });
    const notices = await store.read.selectFrom('notices').select(['registration_id', 'kind']).execute();
    expect(notices.map(({ kind }) => kind)).toEqual(Array(21).fill('cancelled'));
    const { registrations } = (await test.ask('GET /api/v1/me/registrations', { token: waiting })).json();
    expect(registrations).toMatchObject([{ status: 'cancelled', session: { notice: '医院停电，改期另行通知。' } }]);
  });

  it('imports sessions from a sheet: all of them or none, each fault with its row', async () => {
    const day = new Date(test.clock.now + 40 * DAY).toISOString().slice(0, 10);
    const csv = (...rows: string[]) => ({
      name: '场次.csv',
      data: Buffer.from(['名称,地点,区县,日期,开始,结束,名额', ...rows].join('\n')).toString('base64'),
    });
    const run = async (file: object, write: boolean) => {
      const { jobId } = (await ask('POST /sessions/import', { programmeId: 'demo-event', file, write })).json();
      await runJobs(test.service);
      return (await ask(`GET /jobs/${jobId}`)).json();
    };
    const good = `书法课,示例教室,渝中区,${day},9:00,11:00,20`;
    const bad = await run(csv(good, `书法课,示例教室,成都,${day},9:00,8:00,很多`), true);
    expect(bad).toMatchObject({
      state: 'done',
      result: {
        rows: 2,
        written: 0,
        faults: [
          { row: 3, column: '区县' },
          { row: 3, column: '名额' },
        ],
      },
    });
    expect((await run(csv(good), false)).result).toMatchObject({
      written: 0,
      sessions: [{ row: 2, adcode: '500103' }],
    });
    expect((await run(csv(good, good.replace('书法课', '国画课')), true)).result).toMatchObject({
      written: 2,
      faults: [],
    });
    // Once more, with a space in the place: what is there isn't written a second time unless somebody says so.
    const again = csv(good.replace('示例教室', '示例 教室'), `书法课,示例教室,渝中区,${day},14:00,16:00,20`);
    expect((await run(again, true)).result).toMatchObject({
      written: 1,
      alike: [{ row: 2, title: expect.stringMatching(/课$/) }],
    });
    const { jobId } = (
      await ask('POST /sessions/import', { programmeId: 'demo-event', file: csv(good), write: true, keepAlike: [2] })
    ).json();
    await runJobs(test.service);
    expect((await ask(`GET /jobs/${jobId}`)).json().result).toMatchObject({ written: 1, alike: [{ row: 2 }] });
    const { sessions } = (await test.ask(`GET /api/v1/sessions?from=${day}`)).json();
    expect(sessions).toHaveLength(4);
    expect(sessions.slice(0, 2)).toMatchObject([
      { title: expect.stringMatching(/课$/), capacity: 20, state: 'open', startsAt: isoOf(day, '09:00:00.000') },
      {},
    ]);
  });
});

it.each([
  ['=1+1', "'=1+1"],
  ['  +86', "'  +86"],
  ['@sum', "'@sum"],
  ['＝1', "'＝1"],
  ['-', "'-"],
  ['演示人', '演示人'],
  ['199****0001', '199****0001'],
])('takes a formula’s power away: %s', (text, expected) => {
  expect(safeCell(text)).toBe(expected);
});

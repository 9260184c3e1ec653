/** Programmes and sessions made and changed by staff, places always through the engine. On both engines. */
import { defined } from '@yugong/domain/narrow';
import { HOUR } from '@yugong/domain/time';
import { postgresEngine } from '../support/stores';
import { eventBody, startService, type TestService } from '../support/service';
import { engines, member, type TestMember } from './support';

const postgres = postgresEngine();
beforeAll(() => postgres.start(), 30_000);
afterAll(() => postgres.stop(), 30_000);

interface Described {
  requestBody?: { content: Record<string, { example: Record<string, unknown> }> };
}

describe.each(engines)('on %s', (engine) => {
  let test: TestService;
  let clerk: TestMember;
  let example: (operation: string) => Record<string, unknown>;
  beforeAll(async () => {
    test = await startService({ config: engine === 'postgres' ? { databaseUrl: (await postgres.place()).at } : {} });
    Object.assign(test.service.limits, { writes: 1e9 });
    const { paths } = (await test.ask('GET /api/v1/openapi.json')).json<{
      paths: Record<string, Record<string, Described>>;
    }>();
    example = (line) => {
      const [method, path] = line.split(' ') as [string, string];
      return defined(
        paths[`/api/v1/staff${path}`]?.[method.toLowerCase()]?.requestBody?.content['application/json']?.example,
      );
    };
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.reset();
    clerk = await member(test, ['clerk'], { organisation: 'main', districts: null });
  });

  const ask = (line: string, body?: unknown, key?: string) => {
    const [method, path] = line.split(' ');
    return test.ask(`${method} /api/v1/staff${path}`, {
      token: clerk.token,
      ...(body === undefined ? {} : { body }),
      ...(key ? { key } : {}),
    });
  };
  const signUp = async (session: string, n: number) => {
    const token = await test.login();
    const answer = await test.ask(`POST /api/v1/sessions/${session}/registrations`, { token, body: eventBody(n) });
    return { token, status: answer.statusCode, id: answer.json<{ id: string }>().id };
  };
  const notices = async () =>
    (await test.service.store.read.selectFrom('notices').select(['kind', 'registration_id']).execute()).map(
      ({ kind, registration_id }) => [kind, registration_id],
    );

  it('shows what a worker will see before it is saved, and the worker sees exactly that', async () => {
    const body = example('POST /sessions');
    const checked = (await ask('POST /sessions/check', body)).json();
    expect(checked).toMatchObject({ faults: [], preview: { title: body.title, seatsLeft: 16, state: 'open' } });
    const made = await ask('POST /sessions', body, 'once');
    expect(made.statusCode).toBe(201);
    expect((await ask('POST /sessions', body, 'once')).json().id).toBe(made.json().id);
    const { sessions } = (await test.ask('GET /api/v1/sessions')).json();
    const { id, ...seen } = sessions.find((one: { title: string }) => one.title === body.title);
    expect([id, { ...seen, id: 'preview' }]).toEqual([made.json().id, checked.preview]);
    expect((await signUp(id, 1)).status).toBe(201);
  });

  it('says every fault at its field and saves nothing', async () => {
    const body = example('POST /sessions');
    const wrong = { ...body, endsAt: body.startsAt, closesAt: body.opensAt, adcode: '500101', programmeId: 'none' };
    const { errors } = (await ask('POST /sessions', wrong)).json();
    expect(errors).toEqual(
      expect.arrayContaining([
        { pointer: '/programmeId', code: 'outside' },
        { pointer: '/endsAt', code: 'order' },
        { pointer: '/closesAt', code: 'order' },
      ]),
    );
    const { warnings } = (await ask('POST /sessions/check', { ...body, capacity: 3000 })).json();
    expect(warnings).toEqual([{ pointer: '/capacity', code: 'many' }]);
    expect((await ask('GET /sessions')).json().total).toBe(6);
  });

  it('checks one that has begun and has people in it as what it is', async () => {
    await signUp('demo-event-badminton', 1);
    const {
      programmeId,
      title,
      place,
      adcode,
      note,
      opensAt,
      closesAt,
      cancelUntil,
      startsAt,
      endsAt,
      capacity,
      waitlistSize,
    } = (await ask('GET /sessions/demo-event-badminton')).json();
    const body = {
      programmeId,
      title,
      place,
      adcode,
      note,
      opensAt,
      closesAt,
      cancelUntil,
      startsAt,
      endsAt,
      capacity,
      waitlistSize,
    };
    const known = { ...body, id: 'demo-event-badminton' };
    expect((await ask('POST /sessions/check', known)).json().preview.seatsLeft).toBe(capacity - 1);
    const began = new Date(test.clock.now - HOUR).toISOString();
    const times = { opensAt: new Date(test.clock.now - 9 * HOUR).toISOString(), startsAt: began };
    expect((await ask('POST /sessions/check', { ...body, ...times })).json().faults).toEqual([
      { pointer: '/startsAt', code: 'past' },
    ]);
    expect((await ask('POST /sessions/check', { ...known, ...times })).json().faults).toEqual([]);
  });

  it('tells everybody in it when time or place change, and nobody when a word does', async () => {
    const one = await signUp('demo-event-badminton', 1);
    const { title, place, adcode, note, opensAt, closesAt, cancelUntil, startsAt, endsAt } = (
      await ask('GET /sessions/demo-event-badminton')
    ).json();
    const now = { title, place, adcode, note, opensAt, closesAt, cancelUntil, startsAt, endsAt, seen: 1 };
    expect((await ask('PUT /sessions/demo-event-badminton', { ...now, title: '改个名字' })).json()).toMatchObject({
      title: '改个名字',
      counts: { booked: 1 },
    });
    expect(await notices()).toEqual([]);
    await ask('PUT /sessions/demo-event-badminton', { ...now, place: '另一个馆', seen: 2 });
    expect(await notices()).toEqual([['changed', one.id]]);
  });

  it('opens what is not open yet and closes what is', async () => {
    const bodyOf = () => signUp('demo-event-lecture', 1);
    expect((await ask('POST /sessions/demo-event-lecture/close')).json().state).toBe('closed');
    expect((await bodyOf()).status).toBe(409);
    expect((await ask('POST /sessions/demo-event-lecture/open', {})).json().state).toBe('open');
    expect((await bodyOf()).status).toBe(201);
    expect((await ask('POST /sessions/demo-screening-3/open', {})).json().state).toBe('open');
  });

  it('enlarges, and the line moves up in the same moment', async () => {
    const all = [];
    for (let n = 1; n <= 4; n += 1) all.push(await signUp('demo-event-lecture', n));
    expect(all.map(({ status }) => status)).toEqual([201, 201, 202, 202]);
    const { done, promotes, session } = (
      await ask('PUT /sessions/demo-event-lecture/size', {
        capacity: 3,
        waitlistSize: 2,
        seen: { capacity: 2, waitlistSize: 2 },
      })
    ).json();
    expect([done, promotes, session.held, session.counts]).toMatchObject([true, 1, 3, { booked: 2, waitlist: 2 }]);
    expect(await notices()).toEqual([['offered', all[2]?.id]]);
  });

  it('says whom fewer places would hit, masked, and takes exactly those', async () => {
    const all = [];
    for (let n = 1; n <= 3; n += 1) all.push(await signUp('demo-event-badminton', n));
    const size = (body: object, key?: string) =>
      ask(
        'PUT /sessions/demo-event-badminton/size',
        { waitlistSize: 8, seen: { capacity: 16, waitlistSize: 8 }, ...body },
        key,
      );
    const told = (await size({ capacity: 1 })).json();
    expect(told).toMatchObject({
      done: false,
      session: null,
      hits: [{ name: '演＊＊', phone: '199****0003' }, { phone: '199****0002' }],
    });
    const displace = told.hits.map(({ registrationId }: { registrationId: string }) => registrationId);
    // Others than it hits, or somebody left meanwhile: ask again.
    expect((await size({ capacity: 1, displace: [all[0]?.id, all[1]?.id] })).json().code).toBe('stale');
    await test.ask(`DELETE /api/v1/me/registrations/${all[1]?.id}`, { token: defined(all[1]?.token) });
    expect((await size({ capacity: 1, displace })).json().code).toBe('stale');
    const again = (await size({ capacity: 1 })).json();
    const body = { capacity: 1, displace: [again.hits[0].registrationId] };
    expect((await size(body, 'shrink')).json()).toMatchObject({
      done: true,
      session: { counts: { booked: 1, waitlist: 1 } },
    });
    expect((await size(body, 'shrink')).json()).toMatchObject({ done: true });
    expect(await notices()).toEqual([['displaced', all[2]?.id]]);
    const { registrations } = (
      await test.ask('GET /api/v1/me/registrations', { token: defined(all[2]?.token) })
    ).json();
    expect(registrations).toMatchObject([{ status: 'waitlist', ahead: 0 }]);
    const audit = await test.service.store.read
      .selectFrom('audit')
      .select(['actor', 'action'])
      .where('action', '=', 'registration.displaced')
      .execute();
    expect(audit).toEqual([{ actor: `staff:${clerk.id}`, action: 'registration.displaced' }]);
  });

  it('changes of a programme only what nobody relies on yet', async () => {
    const body: Record<string, unknown> = { ...example('PUT /programmes/{id}'), fields: ['name', 'phone'] };
    expect((await ask('PUT /programmes/demo-event', body)).json()).toMatchObject({ title: body.title, demo: true });
    await signUp('demo-event-badminton', 1);
    expect((await ask('PUT /programmes/demo-event', { ...body, limitPerPerson: 1, seen: 2 })).json().code).toBe(
      'programme-in-use',
    );
    expect((await ask('PUT /programmes/demo-event', { ...body, summary: '改了', seen: 2 })).json()).toMatchObject({
      summary: '改了',
    });
    const asNew = Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'seen'));
    const faulty = { ...asNew, sex: 'female', consents: ['health'] };
    expect((await ask('POST /programmes', faulty)).json().errors).toEqual([
      { pointer: '/fields', code: 'needs-id' },
      { pointer: '/consents', code: 'required' },
    ]);
  });

  it('leaves the whole city’s programmes to who works for all', async () => {
    const district = await member(test, ['clerk'], { organisation: 'main', districts: ['500103'] });
    const as = (line: string, body?: unknown) =>
      test.ask(line.replace(' ', ' /api/v1/staff'), { token: district.token, ...(body === undefined ? {} : { body }) });
    const { programmes } = (await as('GET /programmes')).json();
    expect(programmes.map(({ id, editable }: { id: string; editable: boolean }) => [id, editable])).toEqual([
      ['demo-event', false],
      ['demo-screening', false],
      ['demo-team', false],
    ]);
    expect((await as('PUT /programmes/demo-event', example('PUT /programmes/{id}'))).statusCode).toBe(404);
    expect((await as('POST /programmes', example('POST /programmes'))).statusCode).toBe(201);
    expect((await as('POST /programmes', { ...example('POST /programmes'), adcode: '500101' })).json().code).toBe(
      'scope-too-wide',
    );
    const { sessions } = (await as('GET /sessions')).json();
    expect(new Set(sessions.map(({ adcode }: { adcode: string }) => adcode))).toEqual(new Set(['500103']));
    expect((await as('POST /sessions', { ...example('POST /sessions'), adcode: '500101' })).json().errors).toEqual([
      { pointer: '/adcode', code: 'outside' },
    ]);
    const { title, place, note, opensAt, closesAt, cancelUntil, startsAt, endsAt } = (
      await as('GET /sessions/demo-event-lecture')
    ).json();
    const away = { title, place, note, opensAt, closesAt, cancelUntil, startsAt, endsAt, adcode: '500101', seen: 1 };
    expect((await as('PUT /sessions/demo-event-lecture', away)).json().errors).toEqual([
      { pointer: '/adcode', code: 'outside' },
    ]);
  });
});

/** A district's quota under a rush, on both engines, and what people are told of it. */
import { defined } from '@yugong/domain/narrow';
import { consents, startService, type TestService } from './support/service';
import {
  fill,
  postgresEngine,
  programme,
  sessionRow,
  signUpCommand,
  sqliteEngine,
  type StorePlace,
} from './support/stores';
import { quotasColumn } from '../../server/src/storage/rows';
import { statement, type Store } from '../../server/src/kernel/store';

const quotas = quotasColumn({ quotas: [{ adcode: '500103', places: 3 }] });

describe.each([sqliteEngine(), postgresEngine()])('$name', (engine) => {
  let place: StorePlace;
  let stores: Store[];
  let test: TestService;
  beforeAll(async () => {
    await engine.start();
    place = await engine.place();
    // Two processes, where the engine lets them have the data.
    stores = [await place.open()];
    if (engine.name === 'postgres') stores.push(await place.open());
    const databaseUrl = engine.name === 'postgres' ? (await engine.place()).at : null;
    test = await startService({ config: { databaseUrl } });
  });
  afterAll(async () => {
    await test.close();
    await Promise.all(stores.map((store) => store.close()));
    await engine.stop();
  });

  it('is not passed by a rush on two sessions, each from a process of its own', async () => {
    const first = defined(stores[0]);
    const held: number[] = [];
    // Often, because the moment in which it could be passed is short.
    for (let round = 0; round < 12; round += 1) {
      const of = (session: 'a' | 'b') => `s${round}${session}`;
      const both = (['a', 'b'] as const).map((one) =>
        sessionRow({ id: of(one), programme_id: `p${round}`, capacity: 20 }),
      );
      await fill(first, [programme({ id: `p${round}`, quotas })], both);
      const outcomes = await Promise.all(
        Array.from({ length: 24 }, (_, n) => {
          const store = defined(stores[n % stores.length]);
          return store.submit(signUpCommand(`p${round}-${n}`, of(n % 2 ? 'a' : 'b')));
        }),
      );
      const said = outcomes.map((one) => (one.result === 'refused' ? one.refusal : one.result));
      expect(said.filter((one) => one !== 'booked' && one !== 'quota-full')).toEqual([]);
      held.push(said.filter((one) => one === 'booked').length);
    }
    expect(held).toEqual(held.map(() => 3));
  });

  it('is told with the sessions of the district, and as the answer to a sign-up', async () => {
    await test.reset();
    const { store } = test.service;
    await store.write([
      statement(
        store.read
          .updateTable('programmes')
          .set({ quotas: quotasColumn({ quotas: [{ adcode: '500103', places: 1 }] }) })
          .where('id', '=', 'demo-event'),
      ),
    ]);
    const body = (n: number) => ({
      person: { name: '演示人', phone: `1990000000${n}` },
      consents: consents('registration'),
    });
    const token = await test.login();
    const ask = (n: number) =>
      test.ask('POST /api/v1/sessions/demo-event-lecture/registrations', { token, body: body(n) });
    const lecture = async () => (await test.ask('GET /api/v1/sessions/demo-event-lecture')).json();
    expect(await lecture()).toMatchObject({ state: 'open', seatsLeft: 1 });
    expect((await ask(1)).statusCode).toBe(201);
    expect(await lecture()).toMatchObject({ state: 'full', districtFull: true, seatsLeft: 0, capacity: 2 });
    const answer = await ask(2);
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'quota-full']);
    const { sessions } = (await test.ask('GET /api/v1/sessions?programme=demo-event')).json();
    const states = sessions.map(({ id, state, districtFull }: Record<string, unknown>) => [id, state, districtFull]);
    expect(states).toEqual([
      ['demo-event-badminton', 'open', undefined],
      ['demo-event-lecture', 'full', true],
    ]);
  });
});

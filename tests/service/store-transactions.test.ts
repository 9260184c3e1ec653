/** What both engines promise about transactions, the audit trail and sharing. */
import type { Outcome } from '@yugong/domain/registration';
import { brokenLink } from '../../server/src/storage/audit';
import { statement, type Store } from '../../server/src/kernel/store';
import {
  auditKey,
  fill,
  postgresEngine,
  programme,
  sessionRow,
  signUpCommand,
  sqliteEngine,
  type StorePlace,
} from './support/stores';

describe.each([sqliteEngine(), postgresEngine()])('$name', (engine) => {
  let place: StorePlace;
  let store: Store;
  let now: number;
  beforeAll(() => engine.start(), 30_000);
  afterAll(() => engine.stop(), 30_000);
  beforeEach(async () => {
    now = Date.now();
    place = await engine.place();
    store = await place.open({ now: () => now });
  });
  afterEach(() => store.close());

  const rows = () => store.read.selectFrom('registrations').selectAll().orderBy('place').execute();
  const counters = () => store.read.selectFrom('sessions').select(['held', 'waiting']).executeTakeFirstOrThrow();

  it('undoes only the command that breaks its batch', async () => {
    await fill(store, [programme()], [sessionRow({ capacity: 9 })]);
    const broken = signUpCommand('b');
    broken.load = { sealed: 'x', consents: null as unknown as string };
    const results = await Promise.allSettled(
      [signUpCommand('a'), broken, signUpCommand('c')].map((one) => store.submit(one)),
    );
    expect(results.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await rows()).map((row) => row.account_id)).toEqual(['account-a', 'account-c']);
    expect(await counters()).toEqual({ held: 2, waiting: 0 });
  });

  it('writes all of a transaction or nothing', async () => {
    const add = (id: string) =>
      statement(
        store.read
          .insertInto('meta')
          .values({ name: id, value: '' })
          .onConflict((c) => c.doNothing()),
        1,
      );
    const entry = { actor: 'test', action: 'test', subject: null, detail: {} };
    expect(await store.write([add('one')], [entry])).toEqual({ done: true, changes: [1] });
    expect(await store.write([add('two'), add('one')], [entry])).toEqual({ done: false, at: 1 });
    const names = await store.read.selectFrom('meta').select('name').execute();
    expect(names.map(({ name }) => name).filter((name) => ['one', 'two'].includes(name))).toEqual(['one']);
    expect(await store.read.selectFrom('audit').select('seq').execute()).toHaveLength(1);
  });

  it('links each entry of the audit to the one before', async () => {
    await fill(store, [programme()], [sessionRow({ capacity: 20 })]);
    await Promise.all(Array.from({ length: 20 }, (_, n) => store.submit(signUpCommand(`person${n}`))));
    const trail = await store.read.selectFrom('audit').selectAll().execute();
    expect(trail).toHaveLength(20);
    expect(brokenLink(auditKey, trail)).toBeNull();
    const forged = trail.map((row) => (row.seq === 7 ? { ...row, actor: 'nobody' } : row));
    expect(brokenLink(auditKey, forged)?.seq).toBe(7);
    expect(
      brokenLink(
        auditKey,
        trail.filter((row) => row.seq !== 7),
      )?.seq,
    ).toBe(8);
  });

  it('counts hits by window', async () => {
    const hit = () => store.hit({ bucket: 'b', window: 1000 });
    expect(await Promise.all([hit(), hit(), hit()]).then((counts) => Math.max(...counts))).toBe(3);
    now += 1001;
    expect(await hit()).toBe(1);
  });

  it('turns commands away when too many wait', async () => {
    await store.close();
    store = await place.open({ maxQueue: 3 });
    await fill(store, [programme()], [sessionRow()]);
    const results = await Promise.allSettled(Array.from({ length: 9 }, (_, n) => store.submit(signUpCommand(`p${n}`))));
    expect(
      results.filter((one) => one.status === 'rejected').map((one) => (one as PromiseRejectedResult).reason.kind),
    ).toEqual(Array(6).fill('busy'));
  });

  if (engine.name === 'sqlite') {
    it('lets no second process at the same file', async () => {
      await expect(place.open()).rejects.toThrow('另一个进程');
    });
  } else {
    it('is shared by any number of processes', async () => {
      // Small batches, so that the processes meet again and again.
      const sessions = ['s1', 's2'].map((id) => sessionRow({ id, capacity: 30, waitlist_size: 0 }));
      await fill(store, [programme({ limit_per_person: 1 })], sessions);
      const others = await Promise.all([1, 2, 3].map(() => place.open({ maxBatch: 2 })));
      const stores = [store, ...others];
      const outcomes = await Promise.all(
        Array.from({ length: 400 }, (_, n) => stores[n % 4]?.submit(signUpCommand(`p${n % 150}`, `s${(n % 2) + 1}`))),
      );
      expect((outcomes as Outcome[]).filter(({ result }) => result === 'booked')).toHaveLength(60);
      const people = await store.read.selectFrom('registrations').select('limit_key').execute();
      expect(new Set(people.map((row) => row.limit_key)).size).toBe(60);
      await Promise.all(stores.slice(1).map((one) => one.close()));
    });
  }
});

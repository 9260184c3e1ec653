/**
 * A database that is there and doesn't answer: a locked row holds up nobody but its own session, silence is told as
 * silence (503, to be tried again) and ends with the database's, a full disk isn't ready.
 *
 * Nothing here is measured by the clock. Who is held up is told by the order of answers: the lock is still held when
 * everybody else has theirs. The only figure is a deadline for being back, three times what is promised, since the
 * machine is shared; before, there was no being back at all.
 */
import { Client } from 'pg';
import { fill, postgresEngine, programme, sessionRow, signUpCommand } from './support/stores';
import { canMount, smallDisk } from './support/small-disk';
import { startProxy, type SilenceableProxy } from './support/proxy';
import { eventBody, startService, type TestService } from './support/service';
import { openSqlite, prepare } from '../../server/src/storage/sqlite';
import { openDatabase } from '../../server/src/storage/sqlite/database';
import { databaseFile } from '../../server/src/storage/sqlite/folder';
import { statement } from '../../server/src/kernel/store';
import { auditKey } from './support/stores';

/** Three times the five seconds that are promised. */
const BACK_WITHIN = 15_000;
const onDisk = canMount() ? it : it.skip;

describe('PostgreSQL', () => {
  const engine = postgresEngine();
  beforeAll(() => engine.start(), 30_000);
  afterAll(() => engine.stop(), 30_000);

  const holdingLock = async (at: string, sql: string, work: () => Promise<void>): Promise<void> => {
    const holder = new Client({ connectionString: at });
    await holder.connect();
    await holder.query('begin');
    await holder.query(sql);
    try {
      await work();
    } finally {
      await holder.query('rollback');
      await holder.end();
    }
  };

  it('signs people up to every session but the one whose row somebody holds, and to that one afterwards', async () => {
    const place = await engine.place();
    const store = await place.open();
    const others = Array.from({ length: 20 }, (_, n) => `other${n}`);
    const sessions = ['s1', ...others].map((id) => sessionRow({ id, capacity: 50 }));
    await fill(store, [programme({ people_limit: null })], sessions);
    const answered: string[] = [];
    const signUp = async (person: string, session: string) => {
      const outcome = await store.submit(signUpCommand(person, session));
      answered.push(session);
      return outcome;
    };
    let waiting: Promise<unknown>[] = [];
    await holdingLock(place.at, "select 1 from sessions where id = 's1' for update", async () => {
      waiting = Array.from({ length: 30 }, (_, n) => signUp(`waiting${n}`, 's1'));
      await Promise.all(others.map((session, n) => signUp(`together${n}`, session)));
      for (const [n, session] of others.entries()) await signUp(`after${n}`, session);
      expect(answered).toEqual(expect.not.arrayContaining(['s1']));
    });
    expect(await Promise.all(waiting)).toEqual(waiting.map(() => expect.objectContaining({ result: 'booked' })));
    const { held } = await store.read
      .selectFrom('sessions')
      .select('held')
      .where('id', '=', 's1')
      .executeTakeFirstOrThrow();
    expect(held).toBe(30);
    await store.close();
  });

  it('answers busy to those who wait for a lock that nobody gives back', async () => {
    const place = await engine.place();
    const store = await place.open();
    await fill(store, [programme()], [sessionRow()]);
    await holdingLock(place.at, "select 1 from sessions where id = 's1' for update", async () => {
      await expect(store.submit(signUpCommand('a'))).rejects.toMatchObject({ kind: 'busy' });
    });
    expect(await store.submit(signUpCommand('a'))).toMatchObject({ result: 'booked' });
    await store.close();
  });

  it('writes what is audited while another such write waits for a locked row', async () => {
    const place = await engine.place();
    const store = await place.open();
    await fill(store, [programme()], [sessionRow()]);
    const write = (name: string) =>
      store.write(
        [statement(store.read.updateTable('programmes').set({ title: name }).where('id', '=', name))],
        [{ actor: 'service', action: 'test', subject: name, detail: {} }],
      );
    await holdingLock(place.at, "select 1 from programmes where id = 'p1' for update", async () => {
      const answered: string[] = [];
      const held = write('p1').then(
        () => answered.push('held'),
        () => answered.push('refused'),
      );
      for (let n = 0; n < 20; n += 1) await write(`nobody${n}`);
      answered.push('others');
      await held;
      expect(answered[0]).toBe('others');
    });
    const { count } = await store.read
      .selectFrom('audit')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(20);
    await store.close();
  });

  describe('behind a line that falls silent', () => {
    let proxy: SilenceableProxy;
    let test: TestService;
    const REGISTER = 'POST /api/v1/sessions/demo-event-badminton/registrations';
    beforeEach(async () => {
      const { at } = await engine.place();
      proxy = await startProxy(at);
      test = await startService({ config: { databaseUrl: proxy.url } });
    });
    afterEach(async () => {
      proxy.silence();
      await proxy.stop();
      await test.close();
    });
    const refusal = (answer: { statusCode: number; headers: Record<string, unknown> }) => [
      answer.statusCode,
      answer.headers['retry-after'] !== undefined,
    ];

    it('answers 503 with a time to come back, says that it is not ready, and is back soon after', async () => {
      const token = await test.login();
      const signUp = (n: number) => test.ask(REGISTER, { token, key: `k${n}`, body: eventBody(n) });
      expect((await signUp(1)).statusCode).toBe(201);
      proxy.silence();
      const [ready, read, one, written] = await Promise.all([
        test.ask('GET /readyz'),
        test.ask('GET /api/v1/sessions'),
        test.ask('GET /api/v1/sessions/demo-event-badminton'),
        signUp(2),
      ]);
      for (const answer of [ready, read, one, written]) expect(refusal(answer)).toEqual([503, true]);
      // A commit that is sent when the line is dead, and its connection with it, is in nobody's way afterwards.
      const lost = signUp(2);
      await new Promise((resolve) => setTimeout(resolve, 100));
      proxy.speak();
      const until = performance.now() + BACK_WITHIN;
      const backBy = async (ask: () => Promise<{ statusCode: number }>, code: number) => {
        for (;;) {
          const { statusCode } = await ask();
          if (statusCode === code || performance.now() > until) return statusCode;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      };
      expect(await backBy(() => test.ask('GET /readyz'), 200)).toBe(200);
      expect(await backBy(() => signUp(2), 201)).toBe(201);
      expect(await backBy(() => test.ask('GET /api/v1/sessions'), 200)).toBe(200);
      await lost;
      const mine = await test.ask('GET /api/v1/me/registrations', { token });
      expect(mine.json<{ registrations: unknown[] }>().registrations).toHaveLength(2);
    });

    it('says that it is not ready where only the connection that signs people up is dead', async () => {
      expect((await test.ask('GET /readyz')).statusCode).toBe(200);
      // Everything that is open now is dead; what is opened from now on works.
      proxy.silence();
      proxy.speak();
      const answers = await Promise.all([test.ask('GET /readyz'), test.ask('GET /readyz')]);
      expect(answers.map(({ statusCode }) => statusCode)).not.toEqual([200, 200]);
      expect((await test.ask('GET /readyz')).statusCode).toBe(200);
    });
  });

  it('answers reads with 503 while the server is dead', async () => {
    const { at } = await engine.place();
    const test = await startService({ config: { databaseUrl: at } });
    await engine.server().kill();
    for (const path of ['/api/v1/sessions', '/api/v1/programmes', '/api/v1/sessions/demo-event-badminton']) {
      const answer = await test.ask(`GET ${path}`);
      expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '2']);
    }
    await engine.server().restart();
    const until = performance.now() + BACK_WITHIN;
    let answer = await test.ask('GET /readyz');
    while (answer.statusCode !== 200 && performance.now() < until) answer = await test.ask('GET /readyz');
    expect(answer.statusCode).toBe(200);
    expect((await test.ask('GET /api/v1/sessions')).statusCode).toBe(200);
    await test.close();
  });

  onDisk('is not ready while its disk is full, and ready once there is room', async () => {
    const disk = smallDisk(24);
    if (!disk) return;
    const { at } = await engine.place();
    disk.giveToOwnerOf(engine.server().dataDir);
    const admin = new Client({ connectionString: at });
    await admin.connect();
    await admin.query(`create tablespace small location '${disk.folder}'`);
    await admin.query('create database small tablespace small');
    const url = new URL(at);
    url.pathname = '/small';
    const test = await startService({ config: { databaseUrl: url.href } });
    expect((await test.ask('GET /readyz')).statusCode).toBe(200);
    disk.fill();
    const full = await test.ask('GET /readyz');
    expect([full.statusCode, full.json<{ code: string }>().code]).toEqual([503, 'storage-full']);
    expect((await test.ask('GET /api/v1/sessions')).statusCode).toBe(200);
    disk.empty();
    expect((await test.ask('GET /readyz')).statusCode).toBe(200);
    await test.close();
    await admin.query('drop database small with (force)');
    await admin.query('drop tablespace small');
    await admin.end();
    disk.unmount();
  });
});

onDisk('SQLite is not ready on a full disk, though its log has room that was used before', async () => {
  const disk = smallDisk(12);
  if (!disk) return;
  const { lock } = await prepare(disk.folder, () => Promise.resolve());
  const store = await openSqlite(disk.folder, lock, { auditKey });
  await fill(store, [programme()], [sessionRow()]);
  for (let n = 0; n < 20; n += 1) await store.submit(signUpCommand(`person${n}`));
  // Everything in the log is in the database now: the next commit begins at the log's start, where it needs no room.
  const other = openDatabase(databaseFile(disk.folder));
  other.exec('pragma wal_checkpoint(restart)');
  other.close();
  await store.check();
  disk.fill();
  await expect(store.check()).rejects.toMatchObject({ kind: 'full' });
  disk.empty();
  await store.check();
  await store.close();
  disk.unmount();
});

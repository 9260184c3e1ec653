/** What both engines promise about places, word for word. */
import { randomBytes } from 'node:crypto';
import type { Outcome, RegistrationStatus } from '@yugong/domain/registration';
import { afterWakingTime } from '@yugong/domain/notice';
import { DAY, MINUTE } from '@yugong/domain/time';
import type { Store } from '../../server/src/kernel/store';
import {
  fill,
  postgresEngine,
  programme,
  sessionRow,
  signUpCommand,
  sqliteEngine,
  type StorePlace,
} from './support/stores';

const engines = [sqliteEngine(), postgresEngine()];

describe.each(engines)('$name', (engine) => {
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

  const rows = (session = 's1') =>
    store.read.selectFrom('registrations').selectAll().where('session_id', '=', session).orderBy('place').execute();
  const counters = async (session = 's1') =>
    store.read.selectFrom('sessions').select(['held', 'waiting']).where('id', '=', session).executeTakeFirstOrThrow();
  const count = (outcomes: Outcome[], result: Outcome['result']) => outcomes.filter((o) => o.result === result).length;
  const about = (outcome: Outcome, person: string) => ({
    key: randomBytes(9).toString('hex'),
    fingerprint: 'f',
    registrationId: 'registrationId' in outcome ? outcome.registrationId : '',
    sessionId: 'sessionId' in outcome ? outcome.sessionId : '',
    accountId: `account-${person}`,
    by: 'owner' as const,
  });
  const cancel = (outcome: Outcome, person: string) =>
    store.submit({ command: { type: 'cancel', ...about(outcome, person) } });

  it('gives the last seats once, however many ask at once', async () => {
    await fill(store, [programme()], [sessionRow({ capacity: 10, waitlist_size: 5 })]);
    const outcomes = await Promise.all(Array.from({ length: 64 }, (_, n) => store.submit(signUpCommand(`person${n}`))));
    expect(['booked', 'waitlist', 'refused'].map((r) => count(outcomes, r as Outcome['result']))).toEqual([10, 5, 49]);
    expect(await counters()).toEqual({ held: 10, waiting: 5 });
    expect((await rows()).map((row) => row.status)).toEqual([
      ...Array(10).fill('booked'),
      ...Array(5).fill('waitlist'),
    ]);
  });

  it('keeps one of 32 duplicates, and one of 32 sendings of the same key', async () => {
    await fill(store, [programme()], [sessionRow({ capacity: 50 })]);
    const duplicates = await Promise.all(Array.from({ length: 32 }, () => store.submit(signUpCommand('twin'))));
    expect([count(duplicates, 'booked'), count(duplicates, 'exists')]).toEqual([1, 31]);
    const one = signUpCommand('other', 's1', 'same-key');
    const resent = await Promise.all(Array.from({ length: 32 }, () => store.submit(one)));
    expect(new Set(resent.map((o) => JSON.stringify(o))).size).toBe(1);
    expect(await rows()).toHaveLength(2);
  });

  it('answers a key the same after a restart, and refuses it for another question', async () => {
    await fill(store, [programme()], [sessionRow()]);
    const first = await store.submit(signUpCommand('a', 's1', 'key'));
    await store.close();
    store = await place.open({ now: () => now });
    expect(await store.submit(signUpCommand('a', 's1', 'key'))).toEqual(first);
    expect(await store.submit(signUpCommand('b', 's1', 'key'))).toEqual({ result: 'refused', refusal: 'key-reused' });
  });

  it('promotes the first in line in the transaction that frees the place', async () => {
    await fill(store, [programme()], [sessionRow({ capacity: 1 })]);
    const [a] = [
      await store.submit(signUpCommand('a')),
      await store.submit(signUpCommand('b')),
      await store.submit(signUpCommand('c')),
    ];
    await cancel(a as Outcome, 'a');
    expect((await rows()).map((row) => row.status)).toEqual<RegistrationStatus[]>(['cancelled', 'booked', 'waitlist']);
    expect(await counters()).toEqual({ held: 1, waiting: 1 });
    expect(await store.read.selectFrom('notices').select(['kind', 'account_id']).execute()).toEqual([
      { kind: 'promoted', account_id: 'account-b' },
    ]);
  });

  it('survives cancelling against registering', async () => {
    await fill(store, [programme()], [sessionRow({ capacity: 5, waitlist_size: 100 })]);
    const people = Array.from({ length: 40 }, (_, n) => `person${n}`);
    await Promise.all(
      people.map(async (person) => {
        const outcome = await store.submit(signUpCommand(person));
        if (Number(person.slice(6)) % 2) await cancel(outcome, person);
      }),
    );
    const all = await rows();
    const active = all.filter((row) => row.status !== 'cancelled');
    expect(active).toHaveLength(20);
    expect(active.map((row) => row.status)).toEqual([...Array(5).fill('booked'), ...Array(15).fill('waitlist')]);
  });

  it('moves, gives the old place to the line, and lets the person come back', async () => {
    await fill(store, [programme()], [sessionRow({ capacity: 1 }), sessionRow({ id: 's2', capacity: 1 })]);
    const a = await store.submit(signUpCommand('a'));
    await store.submit(signUpCommand('b'));
    const move = { type: 'move' as const, ...about(a, 'a'), toSessionId: 's2', toActiveKey: 's2|a' };
    expect(await store.submit({ command: move })).toMatchObject({ result: 'moved', sessionId: 's2' });
    expect((await rows()).map((row) => [row.account_id, row.status])).toEqual([['account-b', 'booked']]);
    expect((await rows('s2')).map((row) => [row.account_id, row.sealed])).toEqual([['account-a', 'sealed-a']]);
    expect(await store.submit(signUpCommand('a'))).toMatchObject({ result: 'waitlist' });
  });

  it('cancels and registers again in one breath', async () => {
    await fill(store, [programme({ limit_per_person: 1 })], [sessionRow({ capacity: 1 })]);
    const a = await store.submit(signUpCommand('a'));
    const [, again] = await Promise.all([cancel(a, 'a'), store.submit(signUpCommand('a'))]);
    expect(again).toMatchObject({ result: 'booked' });
    expect((await rows()).map((row) => row.status)).toEqual(['cancelled', 'booked']);
  });

  it('lets delivered offers lapse and passes them on, and none that was not delivered', async () => {
    const one = sessionRow({ capacity: 1, starts_at: now + 3 * DAY, ends_at: now + 4 * DAY }, now);
    await fill(store, [programme({ offer_minutes: 10 })], [one]);
    const a = await store.submit(signUpCommand('a'));
    await store.submit(signUpCommand('b'));
    await store.submit(signUpCommand('c'));
    await cancel(a, 'a');
    const standing = async () => {
      await store.submit({ command: { type: 'expire', key: null, fingerprint: '', sessionId: 's1' } });
      return (await rows()).map((row) => [row.status, row.offer_until !== null, row.cancel_cause]);
    };
    now += DAY / 2;
    const offered = [
      ['cancelled', false, 'owner'],
      ['waitlist', true, null],
      ['waitlist', false, null],
    ];
    expect(await standing()).toEqual(offered);
    const [, b] = await rows();
    const deliver = { ...about(a, 'b'), type: 'deliver' as const, registrationId: b?.id ?? '', key: null };
    await store.submit({ command: deliver });
    const until = (await rows())[1]?.offer_until ?? 0;
    expect(until).toBe(afterWakingTime(now, 10 * MINUTE));
    const offers = store.read.selectFrom('notices').select('deadline').where('kind', '=', 'offered');
    expect(await offers.execute()).toEqual([{ deadline: until }]);
    now = until - 1;
    expect(await standing()).toEqual(offered);
    now += 1;
    expect((await standing())[1]).toEqual(['cancelled', false, 'lapsed']);
  });

  it('corrects whom a registration is for, with its keys, its sealed text and the old one in the trail', async () => {
    await fill(store, [programme({ limit_per_person: 1 })], [sessionRow({ capacity: 3 }), sessionRow({ id: 's2' })]);
    const a = await store.submit(signUpCommand('a'));
    const correct = {
      ...about(a, 'a'),
      type: 'correct' as const,
      by: 'staff' as const,
      staff: 'clerk',
      toActiveKey: 's1|b',
      limitKey: 'p1|b',
      phoneKey: 'p1|phone-b',
      sealed: 'sealed-b',
      ownPhone: true,
      before: 'sealed-a',
    };
    expect(await store.submit({ command: correct })).toMatchObject({ result: 'corrected' });
    expect(await rows()).toMatchObject([{ sealed: 'sealed-b', own_phone: 1 }]);
    const later = { ...correct, key: 'later', sealed: 'sealed-b-again', ownPhone: false, before: 'sealed-b' };
    await store.submit({ command: later });
    // The first sent again is answered and writes nothing over what was corrected since.
    expect(await store.submit({ command: correct })).toMatchObject({ result: 'corrected' });
    expect(await rows()).toMatchObject([
      {
        sealed: 'sealed-b-again',
        own_phone: null,
        active_key: 's1|b',
        limit_key: 'p1|b',
        person_key: 'p1|b',
        phone_key: 'p1|phone-b',
      },
    ]);
    expect(await store.submit(signUpCommand('b'))).toMatchObject({ result: 'held' });
    expect(await store.submit(signUpCommand('b', 's2'))).toMatchObject({ result: 'held' });
    expect(await store.submit(signUpCommand('a', 's2'))).toMatchObject({ result: 'booked' });
    const trail = await store.read
      .selectFrom('audit')
      .select('detail')
      .where('action', '=', 'registration.corrected')
      .orderBy('at')
      .orderBy('seq')
      .execute();
    expect(trail.map(({ detail }) => JSON.parse(detail).before)).toEqual(['sealed-a', 'sealed-b']);
  });

  it('books who was displaced first, however long others wait', async () => {
    await fill(store, [programme({ offer_minutes: 10 })], [sessionRow({ capacity: 2, waitlist_size: 9 })]);
    const [a, b] = [await store.submit(signUpCommand('a')), await store.submit(signUpCommand('b'))];
    const c = await store.submit(signUpCommand('c'));
    const admit = { type: 'admit' as const, ...about(c, 'c'), by: 'staff' as const, as: 'booked' as const };
    await store.submit(signUpCommand('d'));
    await store.submit({ command: { ...admit, addSeat: true } });
    const size = { type: 'adjust' as const, key: null, fingerprint: '', sessionId: 's1', waitlistSize: 9 };
    for (const gone of [c, b])
      await store.submit({
        command: {
          ...size,
          capacity: gone === c ? 2 : 1,
          displace: 'registrationId' in gone ? [gone.registrationId] : [],
        },
      });
    const standing = async () => (await rows()).map((row) => `${row.account_id.slice(-1)} ${row.status}`).sort();
    await cancel(a, 'a');
    expect(await standing()).toEqual(['a cancelled', 'b booked', 'c waitlist', 'd waitlist']);
    await cancel(b, 'b');
    expect(await standing()).toEqual(['a cancelled', 'b cancelled', 'c booked', 'd waitlist']);
  });

  it('holds a programme’s limit over its sessions at once', async () => {
    const sessions = ['s1', 's2', 's3', 's4'].map((id) => sessionRow({ id, capacity: 9 }));
    await fill(store, [programme({ limit_per_person: 2 })], sessions);
    const outcomes = await Promise.all(sessions.map(({ id }) => store.submit(signUpCommand('a', id))));
    expect([count(outcomes, 'booked'), count(outcomes, 'refused')]).toEqual([2, 2]);
  });
});

/** A database from before offers had to be delivered: running offers keep their deadlines, and causes are found. */
import { HOUR } from '@yugong/domain/time';
import { statement } from '../../server/src/kernel/store';
import { fill, postgresEngine, programme, sessionRow, signUpCommand, sqliteEngine } from './support/stores';

const MIGRATION = '0024-offers-and-causes';
const COLUMNS = ['pass_on_from', 'displaced_at', 'cancel_cause'];

describe.each([sqliteEngine(), postgresEngine()])('$name', (engine) => {
  beforeAll(() => engine.start(), 30_000);
  afterAll(() => engine.stop(), 30_000);

  it('opens with its running offers, their deadlines, and the causes that the trail tells', async () => {
    const now = Date.now();
    const place = await engine.place();
    const before = await place.open({ now: () => now });
    await fill(before, [programme()], [sessionRow({ capacity: 1, waitlist_size: 5 }, now)]);
    const ids: string[] = [];
    for (const who of ['a', 'b', 'c', 'd']) {
      const outcome = await before.submit(signUpCommand(who));
      ids.push('registrationId' in outcome ? outcome.registrationId : '');
    }
    const about = (n: number, by: 'owner' | 'staff') => ({
      key: null,
      fingerprint: '',
      registrationId: ids[n] ?? '',
      sessionId: 's1',
      accountId: `account-${'abcd'[n]}`,
      by,
    });
    await before.submit({ command: { type: 'cancel', ...about(2, 'owner') } });
    await before.submit({ command: { type: 'cancel', ...about(3, 'staff'), staff: 'clerk' } });
    // As the release before wrote it: an offer is a deadline, and there is nothing else.
    const until = now + HOUR;
    const offered = before.read.updateTable('registrations').set({ offer_until: until });
    const run = (sql: string) => ({ sql, parameters: [] });
    await before.write([
      statement(offered.where('id', '=', ids[1] ?? ''), 1),
      run(`update sessions set next_offer_at = ${until}, held = 2, capacity = 2, waiting = 0`),
      run('drop index registrations_displaced'),
      run('drop index registrations_undelivered'),
      ...COLUMNS.map((column) => run(`alter table registrations drop column ${column}`)),
      run(`delete from kysely_migration where name = '${MIGRATION}'`),
    ]);
    await before.close();

    let clock = now;
    const store = await place.open({ now: () => clock });
    const rows = async () =>
      (await store.read.selectFrom('registrations').selectAll().orderBy('place').execute()).map(
        ({ status, offer_until, pass_on_from, cancel_cause }) => [status, offer_until, pass_on_from, cancel_cause],
      );
    const gone = [
      ['cancelled', null, null, 'owner'],
      ['cancelled', null, null, 'union'],
    ];
    expect(await rows()).toEqual([['booked', null, null, null], ['waitlist', until, null, null], ...gone]);
    clock = until;
    await store.submit({ command: { type: 'expire', key: null, fingerprint: '', sessionId: 's1' } });
    expect((await rows())[1]).toEqual(['cancelled', null, null, 'lapsed']);
    await store.close();
  });
});

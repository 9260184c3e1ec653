/** What staff write down for each other: by whom and when, sealed, and never the worker's to see. On both engines. */
import type { RosterWire } from '@yugong/domain/roster/wire';
import type { StaffNotesWire } from '@yugong/domain/staff-note/wire';
import { DAY } from '@yugong/domain/time';
import { statement } from '../../../server/src/kernel/store';
import { sweepData } from '../../../server/src/maintenance';
import { postgresEngine } from '../support/stores';
import { consents, eventBody, startService, type TestService } from '../support/service';
import { engines, member, type TestMember } from './support';

const SESSION = 'demo-event-badminton';
const NOTE = '演示备注：下午两点后方便接电话。';
const postgres = postgresEngine();
beforeAll(() => postgres.start(), 30_000);
afterAll(() => postgres.stop(), 30_000);

describe.each(engines)('on %s', (engine) => {
  let test: TestService;
  let clerk: TestMember;
  let token: string;
  let registration: string;
  let request: string;
  beforeAll(async () => {
    test = await startService({ config: engine === 'postgres' ? { databaseUrl: (await postgres.place()).at } : {} });
    Object.assign(test.service.limits, { writes: 1e9, logins: 1e9 });
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.reset();
    clerk = await member(test, ['clerk', 'lawyer'], { organisation: 'main', districts: null });
    token = await test.login();
    const signedUp = await test.ask(`POST /api/v1/sessions/${SESSION}/registrations`, { token, body: eventBody(1) });
    registration = signedUp.json<{ id: string }>().id;
    const asked = { topic: 'pay', name: '演示人', phone: '19900000001', text: '两个月没有发工资', adcode: '500103' };
    const sent = await test.ask('POST /api/v1/legal-aid', {
      token,
      body: { ...asked, consents: consents('legal-aid') },
    });
    request = sent.json<{ id: string }>().id;
  });

  const ask = (line: string, body?: unknown, key?: string) =>
    test.ask(line.replace(' ', ' /api/v1/staff'), {
      token: clerk.token,
      ...(body === undefined ? {} : { body }),
      ...(key === undefined ? {} : { key }),
    });
  const rows = () => test.service.store.read.selectFrom('staff_notes').selectAll().execute();
  const places = (): string[] => [`/registrations/${registration}/notes`, `/legal-aid/${request}/notes`];

  it('keeps notes with who wrote them and when, once a key, sealed and audited', async () => {
    for (const place of places()) {
      await ask(`POST ${place}`, { text: NOTE }, `once-${place}`);
      const again = (await ask(`POST ${place}`, { text: NOTE }, `once-${place}`)).json<StaffNotesWire>();
      expect(again.notes).toMatchObject([{ by: '演示人', at: expect.any(String), text: NOTE }]);
      test.clock.now += 1000;
      await ask(`POST ${place}`, { text: '演示：第二条' });
      const read = (await ask(`GET ${place}`)).json<StaffNotesWire>();
      expect(read.notes.map(({ text }) => text)).toEqual([NOTE, '演示：第二条']);
    }
    expect(JSON.stringify(await rows())).not.toContain('演示');
    const audit = await test.service.store.read
      .selectFrom('audit')
      .select(['action', 'subject', 'detail'])
      .where('action', 'like', 'note.%')
      .execute();
    expect(audit.filter(({ action }) => action === 'note.seen').map(({ subject }) => subject)).toEqual([
      registration,
      request,
    ]);
    expect(audit.filter(({ action }) => action === 'note.added')).toHaveLength(4);
    expect(JSON.stringify(audit)).not.toContain('演示');
    const roster = (await ask(`POST /sessions/${SESSION}/roster`, {})).json<RosterWire>();
    expect(roster.rows).toMatchObject([{ registrationId: registration, notes: 2 }]);
  });

  it('shows none of it to whose it is, nor to whoever only checks people in', async () => {
    for (const place of places()) await ask(`POST ${place}`, { text: NOTE });
    for (const line of [
      'GET /api/v1/me/export',
      'GET /api/v1/me/registrations',
      `GET /api/v1/me/registrations/${registration}`,
      'GET /api/v1/me/legal-aid',
      'GET /api/v1/me/notices',
    ])
      expect([line, (await test.ask(line, { token })).body]).toEqual([line, expect.not.stringContaining('演示备注')]);
    const nurse = await member(test, ['check-in'], { organisation: 'main', districts: null });
    const refused = await test.ask(`GET /api/v1/staff${places()[0]}`, { token: nurse.token });
    expect(refused.json().code).toBe('staff-forbidden');
  });

  it('goes with her account, with her consent, and with what it is about', async () => {
    const note = async () => {
      for (const place of places()) await ask(`POST ${place}`, { text: NOTE });
    };
    await note();
    await test.ask('POST /api/v1/me/consents/legal-aid/withdraw', { token });
    expect((await rows()).map(({ subject }) => subject)).toEqual(['registration']);
    await test.ask('POST /api/v1/me/consents/registration/withdraw', { token });
    expect(await rows()).toEqual([]);
    await ask(`POST ${places()[0]}`, { text: NOTE });
    expect(await rows()).toHaveLength(1);
    await test.ask('DELETE /api/v1/me', { token });
    expect(await rows()).toEqual([]);
    expect((await ask(`POST ${places()[0]}`, { text: NOTE })).json().code).toBe('not-active');
  });

  it('goes with whoever’s place it was, and with whose it is now', async () => {
    const { store } = test.service;
    const other = await test.login();
    const { id } = (
      await test.ask(`POST /api/v1/sessions/${SESSION}/registrations`, { token: other, body: eventBody(2) })
    ).json<{ id: string }>();
    const accountOf = async (of: string) =>
      (await store.read.selectFrom('registrations').select('account_id').where('id', '=', of).executeTakeFirstOrThrow())
        .account_id;
    const mine = await accountOf(registration);
    const theirs = await accountOf(id);
    await ask(`POST ${places()[0]}`, { text: NOTE });
    await ask(`POST /registrations/${id}/notes`, { text: NOTE });
    // Both places are handed over to the other account, as a settled claim does it.
    const hand = (of: string, to: string) =>
      store.write([statement(store.read.updateTable('registrations').set({ account_id: to }).where('id', '=', of), 1)]);
    await hand(registration, theirs);
    await hand(id, mine);
    expect((await ask(`GET ${places()[0]}`)).json<StaffNotesWire>().notes).toMatchObject([{ text: NOTE }]);
    await test.ask('DELETE /api/v1/me', { token });
    // One was hers when it was written, and the other is about a place that is hers by now.
    expect(await rows()).toEqual([]);
  });

  it('goes 180 days after the session, and two years after the request was closed', async () => {
    for (const place of places()) await ask(`POST ${place}`, { text: NOTE });
    await ask(`POST /legal-aid/${request}/close`, {});
    test.clock.now += 220 * DAY;
    await sweepData(test.service);
    expect((await rows()).map(({ subject }) => subject)).toEqual(['legal-aid']);
    test.clock.now += 731 * DAY;
    await sweepData(test.service);
    expect(await rows()).toEqual([]);
  });

  it('is not read of a request that was withdrawn, and gone with one that was deleted', async () => {
    await ask(`POST ${places()[1]}`, { text: NOTE });
    await test.ask(`POST /api/v1/me/legal-aid/${request}/withdraw`, { token });
    expect(await rows()).toHaveLength(1);
    expect((await ask(`GET ${places()[1]}`)).json().code).toBe('not-found');
    await test.ask(`DELETE /api/v1/me/legal-aid/${request}`, { token });
    expect(await rows()).toEqual([]);
  });
});

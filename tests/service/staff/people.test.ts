/** One person over all sessions, by what lists show of her: never by hidden digits, never beyond the scope. */
import type { ShownPeopleWire } from '@yugong/domain/roster/wire';
import { DAY, MINUTE } from '@yugong/domain/time';
import { statement } from '../../../server/src/kernel/store';
import { postgresEngine } from '../support/stores';
import { eventBody, startService, type TestService } from '../support/service';
import { engines, member, type TestMember } from './support';

const [LECTURE, BADMINTON] = ['demo-event-lecture', 'demo-event-badminton'];
const postgres = postgresEngine();
beforeAll(() => postgres.start(), 30_000);
afterAll(() => postgres.stop(), 30_000);

describe.each(engines)('on %s', (engine) => {
  let test: TestService;
  beforeAll(async () => {
    test = await startService({ config: engine === 'postgres' ? { databaseUrl: (await postgres.place()).at } : {} });
    Object.assign(test.service.limits, { writes: 1e9, logins: 1e9 });
  });
  afterAll(() => test.close());
  beforeEach(() => test.reset());

  const signUp = async (session: string, name: string, phone: string): Promise<void> => {
    const body = { ...eventBody(1), person: { name, phone } };
    // Two of one moment would stand in either order.
    test.clock.now += MINUTE;
    await test.ask(`POST /api/v1/sessions/${session}/registrations`, { token: await test.login(), body });
  };
  const find = async (q: string, who?: TestMember) => {
    const { token } = who ?? (await member(test, ['clerk']));
    const answer = await test.ask('POST /api/v1/staff/people/shown', { token, body: { q } });
    return answer.statusCode === 200
      ? answer.json<ShownPeopleWire>().rows.map(({ name, phone, sessionTitle }) => `${name} ${phone} ${sessionTitle}`)
      : answer.statusCode;
  };

  it('finds her in every session by surname and last four, and nobody by what is hidden', async () => {
    await signUp(LECTURE, '王演示', '19900002206');
    await signUp(BADMINTON, '王演示', '19900002206');
    await signUp(BADMINTON, '李演示', '19900012206');
    const both = ['王＊＊ 199****2206 羽毛球友谊赛（演示）', '王＊＊ 199****2206 劳动合同讲座（演示）'];
    expect(await find('王 2206')).toEqual(both);
    // She is asked for by her whole name; only its first character is shown.
    expect(await find('王演示 2206')).toEqual(both);
    // 0000 and 0001 are hidden digits of theirs.
    for (const hidden of ['王 0000', '0001', '示 2206']) expect(await find(hidden)).toEqual([]);
    expect(await find('19900002206')).toBe(422);
    expect(await find('王')).toBe(422);
    expect(await find('206')).toBe(422);
  });

  it('stays within the scope, and within a month of what is over, and is written down', async () => {
    await signUp(LECTURE, '王演示', '19900002206');
    const far = await member(test, ['clerk'], { organisation: 'main', districts: ['500107'] });
    expect(await find('王 2206', far)).toEqual([]);
    expect(await find('王 2206', await member(test, ['check-in']))).toBe(403);
    const { store, now } = test.service;
    const entries = await store.read
      .selectFrom('audit')
      .select('detail')
      .where('action', '=', 'people.searched')
      .where('actor', '=', `staff:${far.id}`)
      .execute();
    expect(entries.map(({ detail }) => JSON.parse(detail))).toEqual([{ by: 'shown', rows: 0 }]);
    const past = store.read
      .updateTable('sessions')
      .set({ ends_at: now() - 31 * DAY })
      .where('id', '=', LECTURE);
    await store.write([statement(past, 1)]);
    expect(await find('王 2206')).toEqual([]);
  });
});

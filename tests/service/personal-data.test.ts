/** What each table is declared to do with personal data (server/src/kernel/personal-data.ts), held against what is done. */
import { defined } from '@yugong/domain/narrow';
import { personalData, type PersonalData } from '../../server/src/kernel/personal-data';
import type { Tables } from '../../server/src/kernel/schema';
import { screeningBody, startService, consents, type TestService } from './support/service';

const declared = Object.entries(personalData) as [keyof Tables, PersonalData][];
const ofWorkers = declared.flatMap(([table, data]) => (data.holds === 'worker' ? [{ table, data }] : []));

describe('personal data', () => {
  let test: TestService;
  let token: string;
  beforeAll(async () => {
    test = await startService();
    await test.reset();
    token = await test.login();
    await test.ask('POST /api/v1/sessions/demo-screening-1/registrations', { token, body: screeningBody(1) });
    await test.ask('POST /api/v1/legal-aid', {
      token,
      body: {
        topic: 'pay',
        name: '演示人',
        phone: '19900000001',
        text: '演示：拖欠工资。',
        consents: consents('legal-aid'),
      },
    });
    const complaint = { kind: 'call-back', text: '演示：想问补贴。', phone: '19900000001', callAt: 'morning' };
    const sent = await test.ask('POST /api/v1/complaints', { token, body: complaint });
    await test.ask(`POST /api/v1/me/complaints/${sent.json<{ id: string }>().id}/messages`, {
      token,
      body: { text: '演示：再补一句。' },
    });
    const { stations } = test.service.content.base();
    await test.ask(`POST /api/v1/stations/${stations[0]?.id}/reports`, {
      token,
      body: { kind: 'locked', note: '演示备注' },
    });
  });
  afterAll(() => test.close());

  const rowsOf = (table: keyof Tables) => test.service.store.read.selectFrom(table).selectAll().execute();

  it('is declared of every table that there is', async () => {
    const tables = (await test.service.store.read.introspection.getTables()).map(({ name }) => name);
    const known = tables.filter((name) => !name.startsWith('kysely_'));
    expect(declared.map(([table]) => table).sort()).toEqual(expect.arrayContaining(known.sort()));
    expect(known.length).toBe(declared.length);
  });

  it('is in what she takes along, where the table says so', async () => {
    const exported = (await test.ask('GET /api/v1/me/export', { token })).json<Record<string, unknown>>();
    const names = ofWorkers.flatMap(({ data }) => (data.exportedAs === null ? [] : [data.exportedAs]));
    expect(Object.keys(exported)).toEqual(expect.arrayContaining(names));
    expect(JSON.stringify(exported)).toContain('演示备注');
  });

  it('is gone with her account as each table says', async () => {
    const account = defined((await rowsOf('accounts'))[0]);
    expect((await test.ask('DELETE /api/v1/me', { token })).statusCode).toBe(204);
    for (const { table, data } of ofWorkers) {
      const rows = await rowsOf(table);
      if (data.onErasure === 'deleted') expect([table, rows]).toEqual([table, []]);
      else if (table !== 'audit') expect([table, JSON.stringify(rows)]).not.toContain(account.id);
      expect(JSON.stringify(rows)).not.toMatch(/演示|1990000/);
    }
  });
});

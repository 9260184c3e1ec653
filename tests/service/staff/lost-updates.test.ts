/**
 * Two members of staff look at the same thing, and both change it. Whoever comes second is told and nothing is lost: over
 * every PUT of the staff's, so that a new one that doesn't say what it replaces is noticed.
 */
import { defined } from '@yugong/domain/narrow';
import type { StaffCandidatesWire } from '@yugong/domain/station-candidate/staff-wire';
import { proposeCandidates } from '../../../server/src/stations/candidates';
import type { DraftWire } from '@yugong/domain/publication/wire';
import type { RecordPlanSaved } from '@yugong/domain/publication/staff-wire';
import { HOUR, isoAt } from '@yugong/domain/time';
import { statement } from '../../../server/src/kernel/store';
import { postgresEngine } from '../support/stores';
import { consents, eventBody, startService, type TestService } from '../support/service';
import { engines, member, type TestMember } from './support';

const postgres = postgresEngine();
beforeAll(() => postgres.start(), 30_000);
afterAll(() => postgres.stop(), 30_000);

interface Described {
  operationId: string;
  requestBody?: { content: Record<string, { schema: { required?: string[] }; example: Record<string, unknown> }> };
}

/** What a body says that it replaces, where it isn't `seen`. */
const SEEN_BY: Record<string, string> = {
  // Whoever changes a password has to know the one that there is.
  staffPassword: 'password',
  // Its `seen` is the version of the record that the plan is for.
  staffEditPlan: 'seenPlan',
};

/** Each PUT about something that somebody else has changed since: the path, and what it was when it was looked at. */
interface Changed {
  path: string;
  body?: Record<string, unknown>;
  seen: unknown;
  /** What there is now, as the refusal says it. */
  current: unknown;
}

const SESSION = 'demo-event-badminton';

describe.each(engines)('on %s', (engine) => {
  let test: TestService;
  let chief: TestMember;
  beforeAll(async () => {
    test = await startService({ config: engine === 'postgres' ? { databaseUrl: (await postgres.place()).at } : {} });
    Object.assign(test.service.limits, { writes: 1e9 });
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.reset();
    chief = await member(test, ['administrator', 'editor', 'lawyer', 'clerk', 'check-in']);
  });

  const ask = (line: string, body?: unknown, key?: string) =>
    test.ask(line.replace(' ', ' /api/v1/staff'), {
      token: chief.token,
      ...(body === undefined ? {} : { body }),
      ...(key === undefined ? {} : { key }),
    });

  async function puts(): Promise<Map<string, { path: string; example: Record<string, unknown>; required: string[] }>> {
    const { paths } = (await test.ask('GET /api/v1/openapi.json')).json<{
      paths: Record<string, Record<string, Described>>;
    }>();
    return new Map(
      Object.entries(paths)
        .filter(([path]) => path.startsWith('/api/v1/staff/'))
        .flatMap(([path, { put }]) => {
          const json = put?.requestBody?.content['application/json'];
          return put
            ? [[put.operationId, { path, example: json?.example ?? {}, required: json?.schema.required ?? [] }]]
            : [];
        }),
    );
  }

  it('has no PUT that doesn’t say what it replaces', async () => {
    const silent = [...(await puts())].filter(([id, { required }]) => !required.includes(SEEN_BY[id] ?? 'seen'));
    expect(silent.map(([id]) => id)).toEqual([]);
  });

  /** Nobody is checked in before the day of a session. */
  async function beginSoon(): Promise<void> {
    const { store } = test.service;
    const times = { starts_at: test.clock.now + HOUR, ends_at: test.clock.now + 2 * HOUR };
    await store.write([statement(store.read.updateTable('sessions').set(times).where('id', '=', SESSION), 1)]);
  }

  /** One of everything that can be changed, each looked at by one and then changed by another. */
  async function changed(): Promise<Record<string, Changed>> {
    const worker = await test.login();
    const signUp = async (n: number, session = SESSION): Promise<string> =>
      (
        await test.ask(`POST /api/v1/sessions/${session}/registrations`, {
          token: await test.login(),
          body: eventBody(n),
        })
      ).json<{ id: string }>().id;
    const station = defined(test.service.content.dataset().stations[0]?.id);
    const account = await member(test, ['clerk'], { organisation: 'main', districts: ['500103'] });
    const example = async (id: string): Promise<Record<string, unknown>> => defined((await puts()).get(id)).example;
    const lastVersion = async (line: string, id: string) => {
      const done = await ask(line, await example(id));
      expect([line, done.statusCode]).toEqual([line, 200]);
      return { path: line.split(' ')[1] ?? '', seen: 1, current: 2 };
    };
    const legal = { topic: 'pay', name: '演示人', phone: '19900000001', text: '例子', consents: consents('legal-aid') };
    const request = (await test.ask('POST /api/v1/legal-aid', { token: worker, body: legal })).json<{ id: string }>();
    await ask(`PUT /legal-aid/${request.id}/assignee`, { assignee: chief.id, seen: null });
    const template = (await ask('POST /legal-aid/templates', { title: '例', topic: null, text: '例' })).json<{
      id: string;
    }>();
    const reason = (await ask('POST /cancellation-templates', { title: '例', text: '例' })).json<{ id: string }>();
    const report = (
      await test.ask(`POST /api/v1/stations/${station}/reports`, { token: worker, body: { kind: 'no-water' } })
    ).json<{ id: string }>();
    await ask(`PUT /station-reports/${report.id}`, { to: 'confirmed', reply: '去看', seen: 'received' });
    await ask(`PUT /stations/${station}/verification`, { date: '2026-11-01', by: '示例', seen: null });
    const opened = (await ask(`GET /stations/${station}`)).json<{ form: object }>();
    const text = '# 通讯（示例）\n## 一周动态\n◆11月14日，某区总工会开班。\n';
    const draft = (await ask('POST /content/drafts', { text, issueDate: '2026-11-20' })).json<DraftWire>();
    const entry = defined(draft.entries.find(({ id }) => id === 'news-3'));
    const record = { ...entry.record, title: '某区总工会开班（示例）' };
    const edited = await ask(`PUT /content/drafts/${draft.id}/entries/news-3`, { record, seen: entry.recordVersion });
    const now = defined(edited.json<DraftWire>().entries.find(({ id }) => id === 'news-3'));
    const { organisations } = (await ask('GET /organisations')).json<{
      organisations: { id: string; title: string }[];
    }>();
    const union = defined(organisations.find(({ id }) => id === 'main'));
    await ask('PUT /organisations/main', { title: '改过的名字', seen: union.title });
    const half = {
      collection: 'news',
      record: { id: '', title: '写了一半' },
      seen: null,
      publishAt: null,
      expiresAt: null,
    };
    const plan = defined((await ask('POST /content/plans', half)).json<RecordPlanSaved>().plan);
    const planned = { ...half, record: { ...plan.record, title: '又写了一点' } };
    await ask(`PUT /content/plans/${plan.id}`, { ...planned, seenPlan: 1 });
    const hotline = defined(test.service.content.dataset().hotlines[0]);
    const here = await signUp(1);
    await beginSoon();
    await ask(`PUT /registrations/${here}/attendance`, { to: 'checked-in', seen: 'booked' });
    const moved = await signUp(2);
    await ask(`PUT /registrations/${moved}/session`, { sessionId: 'demo-event-lecture', seen: SESSION });
    const corrected = await signUp(3);
    const versionOf = async (id: string): Promise<string> => {
      const { rows } = (await ask(`POST /sessions/${SESSION}/roster`, {})).json<{
        rows: { registrationId: string; personVersion: string }[];
      }>();
      return defined(rows.find(({ registrationId }) => registrationId === id)).personVersion;
    };
    const before = await versionOf(corrected);
    await ask(`PUT /registrations/${corrected}/person`, { person: { name: '演示更' }, seen: before });
    await proposeCandidates(test.service, {
      by: 'visit:link',
      candidates: [
        {
          stationId: station,
          proposal: { field: 'anyoneMayEnter', value: 'yes' },
          origin: { by: 'visit', link: 'link', seenAt: '2026-11-30T10:00:00.000+08:00', accuracy: null },
          doubts: [],
          key: 'seen-before',
        },
      ],
    });
    const candidate = defined((await ask('GET /station-candidates')).json<StaffCandidatesWire>().candidates[0]);
    const stationNow = defined(candidate.station).version;
    const squatted = await signUp(4);
    const held = (
      await test.ask(`POST /api/v1/sessions/${SESSION}/registrations`, { token: worker, body: eventBody(4) })
    ).json<{ id: string }>();
    return {
      staffEditSession: await lastVersion(`PUT /sessions/${SESSION}`, 'staffEditSession'),
      staffPublishSession: { path: `/sessions/${SESSION}/publication`, seen: null, current: isoAt(0) },
      staffResize: {
        ...(await lastVersion(`PUT /sessions/${SESSION}/size`, 'staffResize')),
        seen: { capacity: 16, waitlistSize: 8 },
        current: { capacity: 20, waitlistSize: 8 },
      },
      staffEditProgramme: await lastVersion('PUT /programmes/demo-event', 'staffEditProgramme'),
      staffEditAccount: await lastVersion(`PUT /accounts/${account.id}`, 'staffEditAccount'),
      staffEditTemplate: await lastVersion(`PUT /legal-aid/templates/${template.id}`, 'staffEditTemplate'),
      staffEditCancellationTemplate: await lastVersion(
        `PUT /cancellation-templates/${reason.id}`,
        'staffEditCancellationTemplate',
      ),
      staffEditPlan: { path: `/content/plans/${plan.id}`, body: planned, seen: 1, current: 2 },
      staffRenameOrganisation: {
        path: '/organisations/main',
        body: { title: '再改的名字' },
        seen: '原来的名字',
        current: '改过的名字',
      },
      staffAssign: { path: `/legal-aid/${request.id}/assignee`, seen: null, current: chief.id },
      staffMoveReport: { path: `/station-reports/${report.id}`, seen: 'received', current: 'confirmed' },
      staffAnswerReports: {
        path: '/station-reports',
        body: { ids: [report.id], to: 'declined', reply: '例子' },
        seen: { [report.id]: 'received' },
        current: { [report.id]: 'confirmed' },
      },
      staffVerifyStation: { path: `/stations/${station}/verification`, seen: null, current: '2026-11-01' },
      staffDecideCandidate: {
        path: `/station-candidates/${candidate.id}`,
        body: { decision: 'accept' },
        seen: 'AAAA',
        current: stationNow,
      },
      staffAcceptCandidates: {
        path: '/station-candidates',
        body: { ids: [candidate.id] },
        seen: { [candidate.id]: 'AAAA' },
        current: { [candidate.id]: stationNow },
      },
      staffEditEntry: {
        path: `/content/drafts/${draft.id}/entries/news-3`,
        body: { record },
        seen: entry.recordVersion,
        current: now.recordVersion,
      },
      staffAttend: { path: `/registrations/${here}/attendance`, seen: 'booked', current: 'checked-in' },
      staffMove: { path: `/registrations/${moved}/session`, seen: SESSION, current: 'demo-event-lecture' },
      staffCorrectPerson: {
        path: `/registrations/${corrected}/person`,
        seen: before,
        current: await versionOf(corrected),
      },
      staffAnswerOffer: { path: `/registrations/${squatted}/offer`, seen: '2026-11-30T12:00:00+08:00', current: null },
      staffAdmit: { path: `/registrations/${squatted}/seat`, seen: '2026-11-30T12:00:00+08:00', current: null },
      staffSettleHeld: { path: `/held/${held.id}`, seen: null, current: squatted },
      // Its answer says what is at fault rather than failing, as it does for every other fault of a record.
      staffPublishRecord: {
        path: '/content/records/hotlines',
        body: { record: hotline, preview: false },
        seen: 'AAAA',
        current: undefined,
      },
      staffPublishStation: {
        path: '/stations',
        body: { id: station, form: opened.form, preview: false },
        seen: 'AAAA',
        current: undefined,
      },
    };
  }

  it('refuses what was looked at before somebody else changed it, and says what there is now', async () => {
    const all = await puts();
    const cases = await changed();
    // Flags of a sign-up are about others; their test is in hoarding.test.ts.
    const untried = [...all.keys()].filter(
      (id) => !(id in cases) && id !== 'staffPassword' && id !== 'staffMarkChecked',
    );
    expect(untried).toEqual([]);
    for (const [id, { path, body, seen, current }] of Object.entries(cases)) {
      const asked = { ...(body ?? all.get(id)?.example), [SEEN_BY[id] ?? 'seen']: seen };
      const answer = await ask(`PUT ${path}`, asked);
      if (id === 'staffPublishRecord' || id === 'staffPublishStation') {
        expect(answer.json()).toMatchObject({
          done: false,
          faults: [{ message: expect.stringContaining('别人刚发布过') }],
        });
        continue;
      }
      expect([id, answer.statusCode, answer.json().code, answer.json().current]).toEqual([id, 409, 'stale', current]);
    }
  });

  it('loses neither of two clerks’ changes to a session, and takes the second once she has seen the first', async () => {
    const session = (await ask(`GET /sessions/${SESSION}`)).json();
    const { title, place, adcode, note, opensAt, closesAt, cancelUntil, startsAt, endsAt, version } = session;
    const read = { title, place, adcode, note, opensAt, closesAt, cancelUntil, startsAt, endsAt, seen: version };
    expect((await ask(`PUT /sessions/${SESSION}`, { ...read, place: '三楼' })).statusCode).toBe(200);
    const second = await ask(`PUT /sessions/${SESSION}`, { ...read, title: '改了名字' });
    expect([second.statusCode, second.json().current]).toEqual([409, version + 1]);
    expect((await ask(`GET /sessions/${SESSION}`)).json()).toMatchObject({ place: '三楼', title });
    const merged = { ...read, place: '三楼', title: '改了名字', seen: version + 1 };
    expect((await ask(`PUT /sessions/${SESSION}`, merged)).json()).toMatchObject({ place: '三楼', title: '改了名字' });
    // Opening and closing sign-up changes times that the form has, too.
    await ask(`POST /sessions/${SESSION}/close`);
    expect((await ask(`PUT /sessions/${SESSION}`, { ...merged, seen: version + 2 })).statusCode).toBe(409);
  });

  it('gives who lost the answer the same one again, and doesn’t take her for a second person', async () => {
    const { staffEditProgramme } = Object.fromEntries(await puts());
    const body = defined(staffEditProgramme).example;
    for (let tries = 0; tries < 2; tries += 1)
      expect((await ask('PUT /programmes/demo-event', body, 'same-key')).json()).toMatchObject({ version: 2 });
    const token = await test.login();
    const { id } = (
      await test.ask(`POST /api/v1/sessions/${SESSION}/registrations`, { token, body: eventBody(9) })
    ).json();
    await beginSoon();
    for (let tries = 0; tries < 2; tries += 1) {
      const came = await ask(`PUT /registrations/${id}/attendance`, { to: 'checked-in', seen: 'booked' }, 'same-came');
      expect(came.json()).toMatchObject({ status: 'checked-in' });
    }
  });
});

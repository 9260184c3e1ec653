/**
 * Every route of the staff's, as every role, about things that belong to somebody else: another district's, or another
 * organisation's in the same district. Nothing of them is told, nothing of them is changed.
 */
import { dayAt } from '@yugong/domain/calendar';
import { defined } from '@yugong/domain/narrow';
import { roles, type Role, type Scope } from '@yugong/domain/staff-account';
import { HOUR } from '@yugong/domain/time';
import { statement } from '../../../server/src/kernel/store';
import { runJobs } from '../../../server/src/staff/jobs/runner';
import { proposeCandidates } from '../../../server/src/stations/candidates';
import { postgresEngine, programme, sessionRow } from '../support/stores';
import { madeOnSiteList } from '../support/on-site';
import { consents, eventBody, startService, type TestService } from '../support/service';
import { changedNotice, engines, everywhere, member, type TestMember } from './support';

const postgres = postgresEngine();
beforeAll(() => postgres.start(), 30_000);
afterAll(() => postgres.stop(), 30_000);

const MARK = '别人家的';

interface Described {
  operationId: string;
  requestBody?: { content: Record<string, { example: unknown }> };
}
interface Route {
  method: string;
  path: string;
  one: Described;
}

/** What belongs to whom; `foreign` is where the asker doesn't work. */
const worlds: { name: string; mine: Scope; foreign: { organisation: string; adcode: string } }[] = [
  {
    name: 'another district',
    mine: { organisation: 'main', districts: ['500103'] },
    foreign: { organisation: 'main', adcode: '500101' },
  },
  {
    name: 'another organisation',
    mine: { organisation: 'main', districts: ['500103'] },
    foreign: { organisation: 'other', adcode: '500103' },
  },
];

/**
 * Every operation of the staff's: the status that names something of another union's has, or what it is where it names
 * nothing: it lists (`list`), or it is about one's own or about what it makes (`own`).
 */
const OPERATIONS: Record<string, number | 'list' | 'own'> = {
  staffLogin: 'own',
  staffSetup: 'own',
  staffLogout: 'own',
  staffMe: 'own',
  staffPassword: 'own',
  staffStepUp: 'own',
  staffTodo: 'list',
  staffAlerts: 'list',
  staffReadAlert: 404,
  staffSignIns: 'list',
  // Ends none but one's own; the rows say that nobody else's ended.
  staffEndSignIn: 204,
  staffOrganisations: 'list',
  staffAddOrganisation: 403,
  // Nothing beyond one's own union, and nobody's who works for some districts.
  staffRenameOrganisation: 404,
  staffAccounts: 'list',
  // Of the first union, as the example has it.
  staffInvite: 403,
  staffEditAccount: 404,
  staffResetAccount: 404,
  staffAccountSignIns: 404,
  staffEndSignIns: 404,
  staffUnlockAccount: 404,
  staffCallList: 'list',
  staffRevealPhone: 404,
  staffRecordCall: 404,
  staffConfirmations: 404,
  staffConfirmedPeople: 404,
  staffSmsUsage: 'list',
  staffDoor: 404,
  staffCheckIn: 404,
  staffWalkIn: 404,
  staffDraft: 'own',
  staffDrafts: 'list',
  staffDraftRead: 404,
  staffEditEntry: 404,
  staffPublish: 404,
  // Every union's, so no single one's.
  staffPublishHolidays: 403,
  // What everybody reads in the app; its correction is no single union's.
  staffRecords: 200,
  staffPublishRecord: 403,
  staffTakeDownRecord: 404,
  // What everybody could read in the app.
  staffRecordHistory: 200,
  staffRestoreRecord: 404,
  staffRecordPlans: 'list',
  staffPlanRecord: 'own',
  staffUploadPicture: 'own',
  staffPicture: 404,
  staffEditPlan: 404,
  staffDropPlan: 404,
  staffVersions: 'list',
  staffUndo: 404,
  staffFigures: 'list',
  staffFiguresFile: 'list',
  staffAudit: 'list',
  staffAuditFile: 'list',
  staffHeld: 'list',
  staffRevealHeld: 404,
  staffSettleHeld: 404,
  staffJobs: 'list',
  staffJob: 404,
  staffJobFile: 404,
  staffQueue: 'list',
  staffLawyers: 'list',
  staffTemplates: 'list',
  staffAddTemplate: 'own',
  staffEditTemplate: 404,
  staffRemoveTemplate: 404,
  staffCase: 404,
  staffAssign: 404,
  staffAnswer: 404,
  staffClose: 404,
  staffReopen: 404,
  staffNoteLetter: 404,
  staffComplaints: 'list',
  staffComplaint: 404,
  staffAnswerComplaint: 404,
  staffCloseComplaint: 404,
  staffOutcomes: 404,
  staffSetOutcomes: 404,
  staffUntold: 'list',
  staffRecalls: 'list',
  staffFollowUp: 404,
  staffProgrammes: 'list',
  staffProgramme: 404,
  staffAddProgramme: 403,
  staffEditProgramme: 404,
  staffRoster: 404,
  staffAddRegistration: 404,
  staffNoShows: 404,
  staffReveal: 404,
  staffMarkChecked: 404,
  staffMove: 404,
  staffAttend: 404,
  staffCancelRegistration: 404,
  staffCancelSeveral: 404,
  staffMessageSeveral: 404,
  staffRegistrationNotes: 404,
  staffNoteRegistration: 404,
  staffRequestNotes: 404,
  staffNoteRequest: 404,
  staffAnswerOffer: 404,
  staffAdmit: 404,
  staffCorrectPerson: 404,
  staffPeople: 'list',
  staffShownPeople: 'list',
  staffCancelSession: 404,
  staffCancellationTemplates: 'list',
  staffAddCancellationTemplate: 'own',
  staffEditCancellationTemplate: 404,
  staffRemoveCancellationTemplate: 404,
  staffExportRoster: 404,
  staffImportSessions: 404,
  staffSessionTemplate: 'own',
  staffSessions: 'list',
  staffSession: 404,
  // Forms: the programme is a fault of the field, as one that isn't there.
  staffCheckSession: 200,
  staffAddSession: 422,
  staffEditSession: 404,
  staffOpenSession: 404,
  staffCloseSession: 404,
  staffResize: 404,
  staffPublishSession: 404,
  staffDeleteSession: 404,
  staffSessionFilters: 'list',
  staffKeepSessionFilter: 'own',
  staffDropSessionFilter: 404,
  staffReports: 'list',
  staffMoveReport: 404,
  staffAnswerReports: 404,
  staffVerifyStation: 404,
  staffStations: 'list',
  staffReadHours: 'own',
  staffStationVersions: 'list',
  staffUndoStations: 404,
  // The example is in one's own district.
  staffPublishStation: 'own',
  staffStation: 404,
  staffStationMiniCode: 404,
  staffTakeDownStation: 404,
  staffStationHistory: 404,
  staffRestoreStation: 404,
  staffImportStations: 'own',
  staffExportStations: 'own',
  staffStationCandidates: 'list',
  staffAcceptCandidates: 404,
  staffDecideCandidate: 404,
  staffGeocodeStations: 'own',
  staffStationTemplate: 'own',
  staffOnSiteLists: 'list',
  // The station is a fault of the field, as one that isn't there.
  staffMakeOnSiteList: 422,
  staffOnSiteList: 404,
  staffOnSiteLink: 404,
  staffRevokeOnSiteList: 404,
  staffDecideOnSiteChecks: 404,
  staffOnSitePhoto: 404,
};

describe.each(engines)('on %s', (engine) => {
  let test: TestService;
  let routes: Route[];
  beforeAll(async () => {
    test = await startService({ config: engine === 'postgres' ? { databaseUrl: (await postgres.place()).at } : {} });
    Object.assign(test.service.limits, { writes: 1e9 });
    const { paths } = (await test.ask('GET /api/v1/openapi.json')).json<{
      paths: Record<string, Record<string, Described>>;
    }>();
    routes = Object.entries(paths).flatMap(([path, item]) =>
      path.startsWith('/api/v1/staff/')
        ? Object.entries(item).map(([method, one]) => ({ method: method.toUpperCase(), path, one }))
        : [],
    );
  });
  afterAll(() => test.close());

  /** A session with somebody in it, a request, a report, a template, a job and an account, all foreign. */
  async function settle({ organisation, adcode }: { organisation: string; adcode: string }) {
    const { store } = test.service;
    const { read } = store;
    const soon = test.clock.now;
    await store.write([
      statement(
        read
          .insertInto('organisations')
          .values({ id: 'other', title: '别的工会', created_at: 0 })
          .onConflict((c) => c.doNothing()),
      ),
      statement(
        read
          .insertInto('programmes')
          .values(programme({ id: 'foreign-programme', title: `${MARK}项目`, organisation, adcode })),
      ),
      statement(
        read.insertInto('sessions').values({
          ...sessionRow(
            {
              id: 'foreign-session',
              programme_id: 'foreign-programme',
              title: `${MARK}场次`,
              place: MARK,
              organisation,
              adcode,
              capacity: 5,
            },
            soon,
          ),
          starts_at: soon + HOUR,
          closes_at: soon + HOUR,
        }),
      ),
    ]);
    const token = await test.login();
    const registration = (
      await test.ask('POST /api/v1/sessions/foreign-session/registrations', { token, body: eventBody(77) })
    ).json<{ id: string }>().id;
    const held = (
      await test.ask('POST /api/v1/sessions/foreign-session/registrations', {
        token: await test.login(),
        body: eventBody(77),
      })
    ).json<{ id: string }>().id;
    const asked = {
      topic: 'pay',
      name: '演示人',
      phone: '19900000077',
      text: MARK,
      adcode,
      consents: consents('legal-aid'),
    };
    const request = (await test.ask('POST /api/v1/legal-aid', { token, body: asked })).json<{ id: string }>().id;
    const complained = { kind: 'complaint', text: MARK, adcode };
    const complaint = (await test.ask('POST /api/v1/complaints', { token, body: complained })).json<{ id: string }>()
      .id;
    const chief = await member(test, ['administrator'], { organisation, districts: [adcode] });
    const boss = await member(test, ['administrator'], everywhere);
    const stations = test.service.content.dataset().stations;
    const station =
      stations.find((one) => one.adcode === adcode && (adcode !== '500103' || organisation !== 'main')) ??
      stations.find((one) => one.adcode !== '500103');
    if (organisation !== 'main')
      await store.write([
        statement(
          read
            .insertInto('record_owners')
            .values({ collection: 'stations', record_id: defined(station?.id), organisation }),
        ),
      ]);
    await test.ask(`POST /api/v1/stations/${station?.id}/reports`, { token, body: { kind: 'no-water', note: MARK } });
    await store.write([
      statement(read.updateTable('legal_aid').set({ organisation }).where('id', '=', request)),
      statement(read.updateTable('complaints').set({ organisation }).where('id', '=', complaint)),
    ]);
    const as = (line: string, body?: unknown) =>
      test.ask(line.replace(' ', ' /api/v1/staff'), { token: chief.token, ...(body === undefined ? {} : { body }) });
    const job = (await as('POST /sessions/foreign-session/export', { reason: 'call', fields: [] })).json<{
      jobId: string;
    }>().jobId;
    const template = (await as('POST /legal-aid/templates', { title: MARK, topic: null, text: MARK })).json<{
      id: string;
    }>().id;
    const cancellation = (await as('POST /cancellation-templates', { title: MARK, text: MARK })).json<{ id: string }>()
      .id;
    const editor = await member(test, ['editor'], { organisation, districts: null });
    const pasted = { text: `# ${MARK}通讯\n## 一周动态\n◆11月14日，某区总工会开班。\n`, issueDate: '2026-11-20' };
    const draft = (await test.ask('POST /api/v1/staff/content/drafts', { token: editor.token, body: pasted })).json<{
      id: string;
    }>().id;
    const half = { id: '', title: MARK };
    const body = { collection: 'news', record: half, seen: null, publishAt: null, expiresAt: null };
    const { plan } = (await test.ask('POST /api/v1/staff/content/plans', { token: editor.token, body })).json<{
      plan: { id: string };
    }>();
    const { signIns } = (await as('GET /me/sign-ins')).json<{ signIns: { id: string }[] }>();
    const [report] = await read.selectFrom('station_reports').select('id').execute();
    await proposeCandidates(test.service, {
      by: 'visit:link',
      candidates: [
        {
          stationId: defined(station?.id),
          proposal: { field: 'openNow', value: { isOpen: true, remark: MARK } },
          origin: { by: 'visit', link: 'link', seenAt: '2026-11-30T10:00:00.000+08:00', accuracy: null },
          doubts: [],
          key: MARK,
        },
      ],
    });
    const stationId = defined(station?.id);
    const onSite = await madeOnSiteList(test.service, {
      organisation,
      title: MARK,
      by: chief.id,
      stations: [stationId],
      checked: [stationId],
    });
    const [candidate] = await read.selectFrom('station_candidates').select('id').execute();
    return {
      registration,
      held,
      editor,
      notice: await changedNotice(test, registration, 'foreign-session'),
      request,
      complaint,
      chief,
      boss,
      station: defined(station?.id),
      job,
      template,
      cancellation,
      draft,
      plan: plan.id,
      signIn: defined(signIns[0]?.id),
      report: defined(report?.id),
      candidate: defined(candidate?.id),
      onSiteList: onSite.id,
      onSiteCheck: defined(onSite.checks[0]),
    };
  }
  type Foreign = Awaited<ReturnType<typeof settle>>;

  const idFor = (
    path: string,
    {
      registration,
      held,
      notice,
      request,
      complaint,
      chief,
      station,
      job,
      template,
      cancellation,
      draft,
      plan,
      signIn,
      report,
      candidate,
      onSiteList,
      onSiteCheck,
    }: Foreign,
  ): string => {
    const of: [string, string][] = [
      ['/legal-aid/templates/', template],
      ['/cancellation-templates/', cancellation],
      ['/drafts/', draft],
      ['/plans/', plan],
      ['/me/sign-ins/', signIn],
      ['/sessions/', 'foreign-session'],
      ['/programmes/', 'foreign-programme'],
      ['/registrations/', registration],
      ['/call-list/', notice],
      ['/held/', held],
      ['/accounts/', chief.id],
      ['/legal-aid/', request],
      ['/complaints/', complaint],
      ['/station-reports/', report],
      ['/station-candidates/', candidate],
      ['/on-site-lists/', onSiteList],
      ['/on-site-checks/', onSiteCheck],
      ['/stations/', station],
      ['/jobs/', job],
    ];
    return of.find(([part]) => path.includes(part))?.[1] ?? 'nothing';
  };

  /** An example with every reference turned to what is foreign. */
  function turned(value: unknown, foreign: Foreign, name = ''): unknown {
    if (Array.isArray(value))
      return name === 'ids' ? [foreign.registration] : value.map((one) => turned(one, foreign, name));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, turned(one, foreign, key)]));
    return (
      (
        {
          programmeId: 'foreign-programme',
          sessionId: 'foreign-session',
          registrationId: foreign.registration,
        } as Record<string, unknown>
      )[name] ?? value
    );
  }

  /** News that isn't the asker's: what its union published last, or the first union's. */
  const foreignNews = (): string => defined(test.service.content.dataset().news.at(-1)?.id);

  const ask = ({ method, path, one }: Route, who: TestMember, foreign: Foreign, version = 1) => {
    const query = path.endsWith('/figures')
      ? '?month=2026-11&kind=event'
      : path.endsWith('/figures/file')
        ? '?month=2026-11&kind=event&format=csv'
        : '';
    const url =
      path
        .replace(/\{entry\}/, 'news-3')
        .replace(/\{collection\}/, path.includes('{record}') ? 'news' : 'hotlines')
        .replace(/\{record\}/, foreignNews())
        .replace(/\{version\}/, String(version))
        .replace(/\{way\}/, 'unconfirmed')
        .replace(/\{\w+\}/, idFor(path, foreign)) + query;
    const example = one.requestBody?.content['application/json']?.example;
    return test.ask(`${method} ${url}`, {
      token: who.token,
      ...(example === undefined ? {} : { body: bodyOf(one.operationId, turned(example, foreign), foreign) }),
    });
  };
  const bodyOf = (operation: string, body: unknown, { report, candidate }: Foreign): unknown => {
    if (operation === 'staffAcceptCandidates') return { ids: [candidate], seen: {} };
    return operation === 'staffAnswerReports' ? { ids: [report], to: 'declined', reply: '例子', seen: {} } : body;
  };

  const foreignRows = async ({
    chief,
    registration,
    held,
    request,
    complaint,
    report,
    job,
    template,
    draft,
    plan,
    signIn,
  }: Foreign) => {
    const { read } = test.service.store;
    return JSON.stringify([
      await read.selectFrom('sessions').selectAll().where('id', '=', 'foreign-session').execute(),
      await read.selectFrom('programmes').selectAll().where('id', '=', 'foreign-programme').execute(),
      await read
        .selectFrom('registrations')
        .selectAll()
        .where('session_id', '=', 'foreign-session')
        .orderBy('id')
        .execute(),
      await read.selectFrom('registrations').selectAll().where('id', '=', registration).execute(),
      await read.selectFrom('held_registrations').selectAll().where('id', '=', held).execute(),
      await read.selectFrom('legal_aid').selectAll().where('id', '=', request).execute(),
      await read.selectFrom('legal_aid_messages').selectAll().execute(),
      await read.selectFrom('complaints').selectAll().where('id', '=', complaint).execute(),
      await read.selectFrom('complaint_messages').selectAll().execute(),
      await read.selectFrom('legal_aid_templates').selectAll().where('id', '=', template).execute(),
      await read.selectFrom('content_drafts').selectAll().where('id', '=', draft).execute(),
      await read.selectFrom('record_plans').selectAll().where('id', '=', plan).execute(),
      await read.selectFrom('station_reports').selectAll().where('id', '=', report).execute(),
      await read.selectFrom('station_candidates').selectAll().execute(),
      await read.selectFrom('staff').selectAll().where('id', '=', chief.id).execute(),
      await read.selectFrom('staff_sign_ins').select(['id', 'revoked_at']).where('id', '=', signIn).execute(),
      await read.selectFrom('staff_jobs').selectAll().where('id', '=', job).execute(),
      await read.selectFrom('check_ins').selectAll().execute(),
      await read.selectFrom('outcomes').selectAll().execute(),
      await read.selectFrom('content_versions').selectAll().execute(),
    ]);
  };

  it('keeps one union’s drafts from the editors of another, and shows them to its own and to who works for all', async () => {
    await test.reset();
    const { draft } = await settle({ organisation: 'other', adcode: '500103' });
    const statusFor = async (organisation: string | null) => {
      const { token } = await member(test, ['editor'], { organisation, districts: null });
      const get = (path: string) => test.ask(`GET /api/v1/staff/content/drafts${path}`, { token });
      return [(await get(`/${draft}`)).statusCode, (await get('')).body.includes(draft)];
    };
    expect(await statusFor('main')).toEqual([404, false]);
    expect(await statusFor('other')).toEqual([200, true]);
    expect(await statusFor(null)).toEqual([200, true]);
  });

  describe('of one union and a member of another, who has every role and every district', () => {
    const third: Scope = { organisation: 'third', districts: null };
    const everyRole = () => member(test, [...roles], third);
    const as = (who: TestMember, line: string, body?: unknown) =>
      test.ask(line.replace(' ', ' /api/v1/staff'), { token: who.token, ...(body === undefined ? {} : { body }) });

    /** Of the union `other`, with its newsletter published. */
    async function published() {
      await test.reset();
      const { store, content } = test.service;
      await store.write([
        statement(store.read.deleteFrom('content_versions')),
        statement(store.read.deleteFrom('content_publications')),
      ]);
      await content.refresh({ now: true });
      const foreign = await settle({ organisation: 'other', adcode: '500103' });
      const { version } = (
        await as(foreign.editor, `POST /content/drafts/${foreign.draft}/publish`, { entries: ['news-3'], seen: {} })
      ).json<{ version: number | null }>();
      return { foreign, version: defined(version) };
    }

    it('answers each operation as if the other union had nothing', async () => {
      const { foreign, version } = await published();
      expect(routes.map(({ one }) => one.operationId).sort()).toEqual(Object.keys(OPERATIONS).sort());
      const before = await foreignRows(foreign);
      const wrong: string[] = [];
      for (const route of routes) {
        const id = route.one.operationId;
        const expected = defined(OPERATIONS[id]);
        const answer = await ask(route, await everyRole(), foreign, version);
        const isAsExpected = typeof expected === 'string' || answer.statusCode === expected;
        if (!isAsExpected || answer.statusCode >= 500)
          wrong.push(`${id} ${answer.statusCode} ${answer.body.slice(0, 120)}`);
        // One that names something has to be in the table with the status of that.
        if (typeof expected === 'string' && /\{/.test(route.path)) wrong.push(`${id} names something`);
        for (const secret of [MARK, foreign.registration, foreign.request, foreign.report, foreign.job, '19900000077'])
          if (answer.body.includes(secret) && id !== 'staffDraft' && id !== 'staffRecordHistory')
            wrong.push(`${id} tells`);
      }
      expect(wrong).toEqual([]);
      expect(await foreignRows(foreign)).toBe(before);
    });

    it('keeps records from being overwritten, exported and undone, and leaves them to their own', async () => {
      const { foreign, version } = await published();
      const who = await everyRole();
      const pasted = { text: `# 通讯\n## 一周动态\n◆11月14日，某区总工会开班。\n`, issueDate: '2026-11-20' };
      const draft = (await as(who, 'POST /content/drafts', pasted)).json<{
        id: string;
        entries: { id: string; record: { id: string }; recordVersion: string }[];
      }>();
      const { record, recordVersion } = defined(draft.entries.find(({ id }) => id === 'news-3'));
      const publish = { entries: ['news-3'], seen: {} };
      expect((await as(who, `POST /content/drafts/${draft.id}/publish`, publish)).json()).toMatchObject({
        done: false,
        version: null,
        faults: [{ record: record.id }],
      });
      const edited = await as(who, `PUT /content/drafts/${draft.id}/entries/news-3`, { record, seen: recordVersion });
      expect(edited.json()).toMatchObject({ code: 'invalid', errors: [{ pointer: '/record/id', code: 'outside' }] });
      const stationsOf = async (one: TestMember) => {
        const { jobId } = (await as(one, 'POST /stations/export')).json<{ jobId: string }>();
        await runJobs(test.service);
        return (await as(one, `GET /jobs/${jobId}`)).json<{ result: { rows: number } }>().result.rows;
      };
      const clerk = (organisation: string | null) => member(test, [...roles], { organisation, districts: null });
      const all = test.service.content.dataset().stations.length;
      expect([
        await stationsOf(who),
        await stationsOf(await clerk('other')),
        await stationsOf(await clerk('main')),
        await stationsOf(await clerk(null)),
      ]).toEqual([0, 1, all - 1, all]);
      const first = await clerk('main');
      const today = dayAt(test.clock.now);
      const seen = test.service.content.dataset().stations.find(({ id }) => id === foreign.station)?.verifiedAt ?? null;
      const verified = (one: TestMember) =>
        as(one, `PUT /stations/${foreign.station}/verification`, { date: today, by: '演示区总工会', seen });
      expect([(await verified(first)).statusCode, (await verified(await clerk('other'))).statusCode]).toEqual([
        404, 200,
      ]);
      const move = (one: TestMember) =>
        as(one, `PUT /station-reports/${foreign.report}`, { to: 'confirmed', seen: 'received' });
      expect([(await move(first)).statusCode, (await move(await clerk('other'))).statusCode]).toEqual([404, 200]);
      const undo = (one: TestMember) => as(one, `POST /content/versions/${version}/undo`, {});
      expect([(await undo(first)).statusCode, (await undo(await clerk('other'))).statusCode]).toEqual([404, 200]);
    });
  });

  describe.each(worlds)('$name', ({ mine, foreign: place }) => {
    it.each(roles.map((role) => [role] as [Role]))('is not there for a %s, whatever is asked', async (role) => {
      await test.reset();
      const foreign = await settle(place);
      const before = await foreignRows(foreign);
      const told: Record<string, number> = {};
      // An organisation's templates and drafts are all its districts'.
      const isOwn = (path: string) => place.organisation === 'main' && /templates|drafts|plans/.test(path);
      for (const route of routes.filter(({ path }) => !/staff\/(login|setup)$/.test(path) && !isOwn(path))) {
        // Anew each time: some routes sign out.
        const who = await member(test, [role], mine);
        const answer = await ask(route, who, foreign);
        told[`${route.method} ${route.path.slice('/api/v1/staff/'.length)}`] = answer.statusCode;
        const about = `${route.method} ${route.path} ${answer.statusCode} ${answer.body.slice(0, 200)}`;
        if (answer.statusCode >= 500) throw new Error(`failed: ${about}`);
        for (const secret of [
          MARK,
          foreign.registration,
          foreign.held,
          foreign.request,
          foreign.chief.id,
          foreign.job,
          '19900000077',
        ])
          if (answer.body.includes(secret)) throw new Error(`told: ${about}`);
        if (answer.statusCode < 400 && route.path.includes('{id}') && !route.path.includes('/me/sign-ins/'))
          throw new Error(`answered: ${about}`);
      }
      expect(await foreignRows(foreign)).toBe(before);
      // Not everything is refused: it is the scope that keeps these away.
      expect(told['GET me']).toBe(200);
      if (role === 'administrator')
        expect([told['GET sessions/{id}'], told['GET sessions'], told['GET figures']]).toEqual([404, 200, 200]);
    });

    it('is there for who works for all', async () => {
      await test.reset();
      const foreign = await settle(place);
      // A mini-program's code is WeChat's, whom nobody asks here.
      const reads = routes.filter(
        ({ method, path }) =>
          method === 'GET' && path.includes('{id}') && !/content|templates|jobs|sign-ins|mini-code/.test(path),
      );
      expect(reads.length).toBeGreaterThan(4);
      for (const route of reads) {
        const answer = await ask(route, foreign.boss, foreign);
        if (answer.statusCode !== 200)
          throw new Error(`${route.method} ${route.path} ${answer.statusCode} ${answer.body}`);
      }
    });
  });
});

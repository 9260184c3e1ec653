/** Every body in the description of the staff's API has an example, and each works as it stands. */
import { defined } from '@yugong/domain/narrow';
import type { RecordPlanSaved } from '@yugong/domain/publication/staff-wire';
import type { DraftWire, PublishedWire } from '@yugong/domain/publication/wire';
import { startService, type TestService } from '../support/service';
import { consents, eventBody } from '../support/service';
import { changedNotice, member, type TestMember } from './support';

interface Described {
  operationId: string;
  summary: string;
  parameters: { name: string; example?: string }[];
  requestBody?: { content: Record<string, { example: unknown }> };
}

const STAFF = '/api/v1/staff';
/** Those that need a secret that no document has, or somebody real: understood all the same, and refused for that. */
const REFUSED: Record<string, string> = {
  staffLogin: 'staff-login-failed',
  staffSetup: 'staff-login-failed',
  staffPassword: 'staff-login-failed',
  staffStepUp: 'staff-login-failed',
  staffReveal: 'not-found',
  staffWalkIn: 'not-found',
  staffCancelSeveral: 'not-found',
  staffMessageSeveral: 'not-found',
  // The demo's are public already.
  staffPublishSession: 'stale',
  staffAnswerReports: 'not-found',
  staffAcceptCandidates: 'not-found',
  staffDecideCandidate: 'not-found',
  // The stations are one's own, and the day isn't over.
  staffMakeOnSiteList: 'invalid',
  staffDecideOnSiteChecks: 'not-found',
  staffSetOutcomes: 'not-found',
  staffAnswerOffer: 'not-active',
  staffAdmit: 'not-active',
  // What it replaces is known by a digest of it.
  staffEditEntry: 'stale',
  staffCorrectPerson: 'stale',
};
/** Ends what others need. */
const LAST = ['staffCancelSession'];

let test: TestService;
let chief: TestMember;
beforeAll(async () => {
  test = await startService();
  chief = await member(test, ['administrator', 'editor', 'lawyer', 'clerk', 'check-in']);
});
afterAll(() => test.close());

const ask = (line: string, body?: unknown, token = chief.token) =>
  test.ask(line, { token, ...(body === undefined ? {} : { body }) });

/** One of everything that a path may name. */
async function world(): Promise<Record<string, string>> {
  const worker = await test.login();
  const idOf = async (line: string, body: unknown, token?: string): Promise<string> =>
    (await ask(line, body, token)).json<{ id: string }>().id;
  const station = defined(test.service.content.dataset().stations[0]?.id);
  const legal = { topic: 'pay', name: '演示人', phone: '19900000001', text: '例子', consents: consents('legal-aid') };
  const draft = { text: '# 通讯（示例）\n## 一周动态\n◆11月14日，某区总工会开班。\n', issueDate: '2026-11-20' };
  const account = await member(test, ['clerk']);
  const registration = await idOf('POST /api/v1/sessions/demo-event-badminton/registrations', eventBody(7), worker);
  const notice = await changedNotice(test, registration, 'demo-event-badminton');
  const other = await test.login();
  const drafted = (await ask(`POST ${STAFF}/content/drafts`, draft)).json<DraftWire>().id;
  const published = await ask(`POST ${STAFF}/content/drafts/${drafted}/publish`, { entries: ['news-3'], seen: {} });
  const checked = await ask(
    `PUT ${STAFF}/stations/${defined(test.service.content.dataset().stations[1]?.id)}/verification`,
    {
      date: '2026-11-01',
      by: '示例区总工会',
      seen: null,
    },
  );
  const record = { id: '', title: '写了一半（示例）' };
  const half = { collection: 'news', record, seen: null, publishAt: null, expiresAt: null };
  return {
    held: await idOf('POST /api/v1/sessions/demo-event-badminton/registrations', eventBody(7), other),
    registrations: registration,
    noticeId: notice,
    'legal-aid': await idOf('POST /api/v1/legal-aid', legal, worker),
    complaints: await idOf('POST /api/v1/complaints', { kind: 'complaint', text: '例子', page: null }, worker),
    templates: await idOf(`POST ${STAFF}/legal-aid/templates`, { title: '例子', topic: null, text: '例子' }),
    'cancellation-templates': await idOf(`POST ${STAFF}/cancellation-templates`, { title: '例子', text: '例子' }),
    'station-reports': await idOf(`POST /api/v1/stations/${station}/reports`, { kind: 'no-water' }, worker),
    stations: station,
    drafts: drafted,
    versions: String(published.json<PublishedWire>().version),
    'staffUndoStations version': String(checked.json<PublishedWire>().version),
    plans: defined((await ask(`POST ${STAFF}/content/plans`, half)).json<RecordPlanSaved>().plan).id,
    record: defined(test.service.content.dataset().hotlines[0]?.id),
    accounts: account.id,
    entry: 'news-3',
    records: 'hotlines',
  };
}

it('tells every operation in Chinese, and every body works as it stands', async () => {
  const there = await world();
  const { paths } = (await test.ask('GET /api/v1/openapi.json')).json<{
    paths: Record<string, Record<string, Described>>;
  }>();
  const operations = Object.entries(paths)
    .filter(([path]) => path.startsWith(`${STAFF}/`))
    .flatMap(([path, item]) => Object.entries(item).map(([method, one]) => ({ path, method, one })));
  for (const { one } of operations) expect(one.summary).toMatch(/[\u4e00-\u9fff]/);
  const bodies = operations
    .filter(({ one }) => one.requestBody)
    .sort((a, b) => LAST.indexOf(a.one.operationId) - LAST.indexOf(b.one.operationId));
  expect(bodies.length).toBeGreaterThan(25);
  const wrong: string[] = [];
  for (const { path, method, one } of bodies) {
    const example = one.requestBody?.content['application/json']?.example;
    if (example === undefined) {
      wrong.push(`${one.operationId} has no example`);
      continue;
    }
    const named = (whole: string, name: string, at: number): string => {
      const given = one.parameters.find((parameter) => parameter.name === name)?.example;
      const before = whole.slice(0, at).split('/').at(-2) ?? '';
      return given ?? there[`${one.operationId} ${name}`] ?? there[name] ?? there[before] ?? name;
    };
    const url = path.replace(/\{(\w+)\}/g, (_, name: string, at: number) => named(path, name, at));
    const answer = await ask(`${method.toUpperCase()} ${url}`, example);
    const { code = '', errors = [] } = answer.statusCode < 300 ? {} : answer.json<{ code: string; errors: object[] }>();
    if (code !== (REFUSED[one.operationId] ?? ''))
      wrong.push(`${one.operationId} ${url}: ${answer.statusCode} ${code} ${JSON.stringify(errors)}`);
  }
  expect(wrong).toEqual([]);
});

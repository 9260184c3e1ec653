/**
 * What an editor whose session was stolen, or a page of another site, sends to the console's side of the service: the
 * attacker's own client over a real socket, with any header it likes.
 */
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import * as v from 'valibot';
import { defined } from '@yugong/domain/narrow';
import { readJson } from '@yugong/domain/narrow/json';
import { editedCollections, EditedRecordsWire } from '@yugong/domain/publication/staff-wire';
import { DraftWire } from '@yugong/domain/publication/wire';
import { portOf } from '../../../scripts/lib/port';
import { allOperations } from '../../../server/src/api';
import { startService, type TestService } from '../support/service';
import { member } from './support';

let test: TestService;
let port: number;
let session: string;
beforeAll(async () => {
  test = await startService();
  Object.assign(test.service.limits, { writes: 1e9, logins: 1e9 });
  ({ token: session } = await member(test, ['administrator', 'editor', 'clerk']));
  await test.app.listen({ host: '127.0.0.1', port: 0 });
  port = portOf(test.app.server);
}, 60_000);
afterAll(() => test.close());

interface Answer {
  status: number;
  text: string;
}

/** Sends as a browser does that was signed in to the console: with its cookie. */
const send = (line: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const [method = '', path = ''] = line.split(' ');
    const sent = request(
      {
        port,
        method,
        path,
        headers: {
          cookie: `yugong_staff=${session}`,
          'idempotency-key': randomBytes(9).toString('hex'),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (piece: string) => (text += piece));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      },
    );
    sent.on('error', reject).end(body === undefined ? undefined : JSON.stringify(body));
  });

/** Everything that phones can read of content, and how often something was published. */
async function published(): Promise<string> {
  const { dataset } = test.service.content;
  const versions = await test.service.store.read.selectFrom('content_publications').selectAll().execute();
  return JSON.stringify([dataset(), versions]);
}

const Faults = v.object({ done: v.boolean(), faults: v.array(v.object({ field: v.string() })) });

const HOSTILE_TITLES: [string, string][] = [
  ['turned by a right-to-left override', '通知\u202eexe.gpj'],
  ['turned by an isolate', '通知\u2066abc\u2069'],
  ['with a mark of direction', '通知\u200f'],
  ['with a character without width', '工\u200b会'],
  ['with a soft hyphen', '工\u00ad会'],
  ['with a blank that is a letter', '工\u3164会'],
  ['with words in unseen tags', '工会\u{e0061}\u{e0062}'],
  ['of two lines', '通知\n请点这里'],
  ['with an escape', '通知\u001b[31m'],
  ['of 30,000 characters', '字'.repeat(30_000)],
];
const HOSTILE_ADDRESSES: [string, string][] = [
  ['that names a user', 'https://gov.cn@evil.example/'],
  ['that names a user and a password', 'https://www.gov.cn:443@evil.example/'],
  ['that names a user behind a third slash', 'https:///gov.cn@evil.example/'],
  ['that names a user behind a slash of the other kind', 'https://\\gov.cn@evil.example/'],
  ['that names a user and has a line break', 'https://gov.cn\n@evil.example/'],
  ['with a direction control', 'https://gov.cn/\u202egpj.exe'],
  ['that is a script', 'javascript:alert(1)//https://gov.cn'],
  ['of 30,000 characters', `https://gov.cn/${'a'.repeat(30_000)}`],
];

describe('another site’s page', () => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
  ];

  it('has no write of the console’s done with the cookie, whatever it is', async () => {
    const writes = allOperations(test.service).filter(({ auth, method }) => auth === 'staff' && method !== 'GET');
    expect(writes.length).toBeGreaterThan(40);
    const before = await published();
    const taken: string[] = [];
    for (const { id, method, path, example, params } of writes) {
      const url = path.replace(/\{\w+\}/g, () => (params === undefined ? '' : 'x'));
      for (const headers of foreign) {
        const { status, text } = await send(`${method} ${url}`, example, headers);
        if (status !== 403 || !text.includes('staff-cross-site')) taken.push(`${id} ${JSON.stringify(headers)}`);
      }
    }
    expect(taken).toEqual([]);
    expect(await published()).toBe(before);
  });

  it('isn’t the console’s own, which is let through', async () => {
    const own = { origin: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}` };
    expect((await send('POST /api/v1/staff/content/versions/99/undo', {}, own)).status).toBe(404);
  });
});

describe.each(editedCollections)('a record of %s', (collection) => {
  const path = `/api/v1/staff/content/records/${collection}`;
  async function faultsOf(change: (record: Record<string, unknown>) => Record<string, unknown>): Promise<string[]> {
    const { records } = readJson(EditedRecordsWire, (await send(`GET ${path}`)).text);
    const { record, version } = defined(records[0]);
    const before = await published();
    const { status, text } = await send(`PUT ${path}`, { record: change(record), seen: version, preview: false });
    expect(status).toBe(200);
    const { done, faults } = readJson(Faults, text);
    expect([done, await published()]).toEqual([false, before]);
    return faults.map(({ field }) => field);
  }

  it.each(HOSTILE_TITLES)('isn’t published with a title %s', async (_what, title) => {
    expect(await faultsOf((record) => ({ ...record, title }))).toContain('title');
  });

  it.each(HOSTILE_ADDRESSES)('isn’t published with an address %s', async (_what, url) => {
    const { text } = await send(`GET ${path}`);
    const { source } = v.parse(
      v.looseObject({ source: v.looseObject({}) }),
      readJson(EditedRecordsWire, text).records[0]?.record,
    );
    expect(await faultsOf((record) => ({ ...record, source: { ...source, url } }))).toContain('source.url');
  });
});

describe('a year of public holidays', () => {
  const year = (change: object) => ({
    year: 2098,
    notice: '关于2098年部分节假日安排的通知（示例）',
    url: 'https://www.gov.cn/zhengce/',
    published: '2026-11-01',
    days: [{ date: '2098-01-01', name: '元旦', off: true }],
    ...change,
  });
  const refused = async (change: object) => {
    const before = await published();
    const { status, text } = await send('POST /api/v1/staff/content/holidays', year(change));
    expect(status === 422 || !readJson(Faults, text).done).toBe(true);
    expect(await published()).toBe(before);
  };

  it.each(HOSTILE_TITLES)('isn’t published after a notice with a title %s', async (_what, notice) =>
    refused({ notice }),
  );
  it.each(HOSTILE_ADDRESSES)('isn’t published with an address %s', async (_what, url) => refused({ url }));
});

describe('a pasted newsletter', () => {
  const text = '# 重庆工会通讯（示例）\n## 一周动态\n◆11月14日，示例区总工会举办示例技能比武，一百人参加了这场比武。\n';
  const paste = async (pasted: string) =>
    readJson(
      DraftWire,
      (await send('POST /api/v1/staff/content/drafts', { text: pasted, issueDate: '2026-11-20' })).text,
    );

  it.each(HOSTILE_TITLES)('has no entry corrected to a title %s', async (_what, title) => {
    const { id, entries } = await paste(text);
    const { id: entry, record, recordVersion: seen } = defined(entries[0]);
    const answer = await send(`PUT /api/v1/staff/content/drafts/${id}/entries/${entry}`, {
      record: { ...record, title },
      seen,
    });
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('/record/title')]);
  });

  it('brings no unseen character into what phones read, wherever it stands in the text', async () => {
    const { id, entries } = await paste(text.replace('示例技能', '示例\u202e技\u200b能'));
    await send(`POST /api/v1/staff/content/drafts/${id}/publish`, { entries: entries.map((one) => one.id) });
    expect(await published()).not.toMatch(/[\u200b\u202e]/);
  });
});

describe('sessions and programmes', () => {
  const example = (id: string): object =>
    v.parse(v.looseObject({}), defined(allOperations(test.service).find((one) => one.id === id)).example);

  it.each(HOSTILE_TITLES)('take no title %s', async (_what, title) => {
    for (const [id, line] of [
      ['staffAddSession', 'POST /api/v1/staff/sessions'],
      ['staffAddProgramme', 'POST /api/v1/staff/programmes'],
    ] as const) {
      const { status, text } = await send(line, { ...example(id), title });
      expect([id, status, text]).toEqual([id, 422, expect.stringContaining('/title')]);
    }
  });
});

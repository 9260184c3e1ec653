/**
 * One attack or import that `scripts/bench/attacks.ts` measures sign-ups beside, for as long as it isn't ended:
 * `attack-client NAME ADDRESS STAFF-TOKEN`. Prints `begun`, and what the answers were when it is asked to stop.
 */
import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import * as v from 'valibot';
import { currentConsent } from '@yugong/domain/consent';
import { defined, isOneOf } from '@yugong/domain/narrow';
import { readJson } from '@yugong/domain/narrow/json';
import { blankRows, cellAtTheEnd } from '../../tests/service/support/hostile-workbooks';
import { attackNames, type AttackName } from './attack-names';

const [name, address = '', staff = ''] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true });
const statuses = new Map<number, number>();

interface Asked {
  token?: string | undefined;
  body?: unknown;
  headers?: Record<string, string>;
}

/** Asks and reads the whole answer, as cheaply as this machine lets it. */
const ask = (line: string, { token, body, headers = {} }: Asked = {}): Promise<string> =>
  new Promise((resolve, reject) => {
    const [method = 'GET', path = '/'] = line.split(' ');
    const payload = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
    const sent = request(
      address + path,
      {
        agent,
        method,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(method === 'GET' ? {} : { 'idempotency-key': randomBytes(12).toString('hex') }),
          ...(payload ? { 'content-type': 'application/json', 'content-length': payload.length } : {}),
          ...headers,
        },
      },
      (answer) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('end', () => {
          const status = answer.statusCode ?? 0;
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          resolve(Buffer.concat(pieces).toString());
        });
      },
    );
    sent.on('error', reject).end(payload);
  });

const login = async (): Promise<string> =>
  readJson(v.object({ token: v.string() }), await ask('POST /api/v1/login/device')).token;
const logins = (count: number): Promise<string[]> => Promise.all(Array.from({ length: count }, login));

/** So many who do the same over and over, each beginning anew when it has its answer. */
async function endlessly(count: number, once: (who: number) => Promise<unknown>): Promise<void> {
  const one = async (who: number): Promise<void> => {
    for (;;) await once(who);
  };
  await Promise.all(Array.from({ length: count }, (_, who) => one(who)));
}

const consents = (purpose: 'registration' | 'legal-aid') => [{ purpose, version: currentConsent(purpose).version }];
const phone = (): string => `198${String(randomBytes(4).readUInt32BE() % 1e8).padStart(8, '0')}`;

const Job = v.object({ jobId: v.string() });
const JobState = v.object({ state: v.string() });

/** Imports a list again and again, one job after the other as the console does it. */
const imports = (file: { name: string; data: Buffer }) =>
  endlessly(1, async () => {
    const body = { file: { name: file.name, data: file.data.toString('base64') }, write: false, skipBad: true };
    const { jobId } = readJson(Job, await ask('POST /api/v1/staff/stations/import', { token: staff, body }));
    for (let state = 'queued'; isOneOf(['queued', 'running'], state);) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      ({ state } = readJson(JobState, await ask(`GET /api/v1/staff/jobs/${jobId}`, { token: staff })));
    }
  });

const attacks: Record<AttackName, () => Promise<void>> = {
  'documents of 10,000 lines, twenty accounts': async () => {
    const tokens = await logins(20);
    const body = { text: `${'法\n'.repeat(9_999)}法` };
    await endlessly(20, (who) => ask('POST /api/v1/legal-aid/document', { token: tokens[who], body }));
  },
  'calendar feed, ten connections': () => endlessly(10, () => ask('GET /api/v1/calendar.ics')),
  'own registrations, a hundred of them': async () => {
    const token = await login();
    for (let n = 0; n < 100; n += 1)
      await ask(`POST /api/v1/sessions/s${n % 50}/registrations`, {
        token,
        body: { person: { name: '压测人', phone: phone() }, consents: consents('registration') },
      });
    await endlessly(10, () => ask('GET /api/v1/me/registrations', { token }));
  },
  'wrong staff passwords, eight at once': () =>
    endlessly(8, () =>
      ask('POST /api/v1/staff/login', {
        body: { username: `u${randomBytes(4).toString('hex')}`, password: randomBytes(9).toString('hex') },
      }),
    ),
  'anonymous logins and hoarding, twenty at once': () =>
    endlessly(20, async (who) => {
      const token = await login();
      for (let n = 0; n < 5; n += 1)
        await ask(`POST /api/v1/sessions/s${who}/registrations`, {
          token,
          body: { person: { name: '压测人', phone: phone() }, consents: consents('registration') },
        });
    }),
  'urgent requests, three accounts': async () => {
    const tokens = await logins(3);
    const due = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    await endlessly(6, (who) =>
      ask('POST /api/v1/legal-aid', {
        token: tokens[who % 3],
        body: {
          topic: 'pay',
          name: '压测人',
          phone: phone(),
          text: '两个月没有发工资',
          dueDay: due,
          consents: consents('legal-aid'),
        },
      }),
    );
  },
  'newsletters of 400,000 characters': () =>
    endlessly(2, () =>
      ask('POST /api/v1/staff/content/drafts', {
        token: staff,
        body: { text: `${'字'.repeat(39)}\n`.repeat(9_999), issueDate: '2026-11-20' },
      }),
    ),
  'a workbook with one cell at the end': () => imports({ name: 'attack.xlsx', data: cellAtTheEnd() }),
  'a workbook of 260,000 blank rows': () => imports({ name: 'blank.xlsx', data: blankRows(260_000) }),
  'import of 5,000 stations': () => {
    const rows = Array.from({ length: 5_000 }, (_, n) => `压测驿站${n},工会驿站,渝中区,大阳沟街道,某某路 ${n} 号`);
    const data = Buffer.from(['名称,类型,区县,街道,地址', ...rows].join('\n'));
    return imports({ name: 'stations.csv', data });
  },
};

process.on('SIGTERM', () => {
  console.log(JSON.stringify({ statuses: Object.fromEntries(statuses) }));
  process.exit(0);
});
if (!isOneOf(attackNames, name)) throw new Error(`no attack of the name ${name ?? ''}`);
void defined(attacks[name])();
console.log(JSON.stringify({ begun: name }));

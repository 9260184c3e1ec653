/** A thousand invented people use everything that takes personal data, and do everything wrong that puts it into a log. */
import { defined } from '@yugong/domain/narrow';
import type { Config } from '../../../server/src/config';
import { statement } from '../../../server/src/kernel/store';
import { consents, screeningBody, startService, type TestService } from '../../service/support/service';

export interface Canary {
  name: string;
  phone: string;
  residentId: string;
  text: string;
  token: string;
}

/** Rare names and digits, so that a hit is a leak and nothing else. */
function canary(n: number): Omit<Canary, 'token'> {
  const { residentId } = screeningBody(n).person;
  const phone = `199${String((n * 7_654_321 + 13_572_468) % 100_000_000).padStart(8, '0')}`;
  const rare = String.fromCodePoint(0x4e00 + ((n * 7919) % 20_000), 0x4e00 + ((n * 104_729) % 20_000));
  return { name: `鷇${rare}`, phone, residentId, text: `只有我知道的事${rare}${n}` };
}

export interface Flock {
  test: TestService;
  canaries: Canary[];
  /** What the service logged. */
  log: string[];
}

const AT_ONCE = 25;

/** Starts a service and lets `count` people use it. */
export async function releaseCanaries(count: number, config: Partial<Config>): Promise<Flock> {
  const log: string[] = [];
  const stream = { write: (line: string) => void log.push(line) };
  const test = await startService({ config, app: { log: { stream } }, limits: { writes: 1e9, logins: 1e9 } });
  await test.reset();
  const { read } = test.service.store;
  const room = read
    .updateTable('sessions')
    .set({ capacity: count })
    .where('id', 'in', ['demo-screening-1', 'demo-team-basketball']);
  await test.service.store.write([statement(room)]);
  const station = defined(test.service.content.dataset().stations[0]?.id);
  const canaries: Canary[] = [];
  for (let n = 0; n < count; n += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - n) }, (_, k) => n + k);
    canaries.push(...(await Promise.all(some.map((one) => use(test, one, station)))));
  }
  return { test, canaries, log };
}

async function use(test: TestService, n: number, station: string): Promise<Canary> {
  const token = await test.login();
  const { name, phone, residentId, text } = canary(n);
  const person = { name, phone, residentId };
  const url = 'POST /api/v1/sessions/demo-screening-1/registrations';
  const signUp = { person, consents: consents('registration', 'health') };
  expect((await test.ask(url, { token, body: signUp })).statusCode).toBe(201);
  const team = {
    person: { name, phone },
    team: { members: [`${name}甲`, `${name}乙`] },
    consents: consents('registration', 'team'),
  };
  const teams = 'POST /api/v1/sessions/demo-team-basketball/registrations';
  expect((await test.ask(teams, { token, body: team })).statusCode).toBe(201);
  const aid = { topic: 'pay', name, phone, text, consents: consents('legal-aid') };
  const { id } = (await test.ask('POST /api/v1/legal-aid', { token, body: aid })).json<{ id: string }>();
  const said = await test.ask(`POST /api/v1/me/legal-aid/${id}/messages`, { token, body: { text: `又：${text}` } });
  const reported = await test.ask(`POST /api/v1/stations/${station}/reports`, {
    token,
    body: { kind: 'locked', note: text },
  });
  expect([said.statusCode, reported.statusCode]).toEqual([201, 201]);
  // Everything that goes wrong is logged somewhere.
  await test.ask(url, { token, body: { ...signUp, [name]: phone } });
  await test.ask(url, { token, body: { ...signUp, person: { ...person, residentId: `${residentId}${name}` } } });
  await test.ask(teams, { token, body: { ...team, team: { members: [`${name}1`, phone], [name]: phone } } });
  await test.ask(`GET /api/v1/sessions?kind=${phone}`, { token });
  await test.ask(`GET /api/v1/${encodeURIComponent(name)}/${residentId}`, { token });
  return { name, phone, residentId, text, token };
}

/** All of them delete their accounts. */
export async function letGo(test: TestService, canaries: Canary[]): Promise<void> {
  for (let n = 0; n < canaries.length; n += AT_ONCE) {
    const some = canaries.slice(n, n + AT_ONCE).map(({ token }) => test.ask('DELETE /api/v1/me', { token }));
    for (const { statusCode } of await Promise.all(some)) expect(statusCode).toBe(204);
  }
}

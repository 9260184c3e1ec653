/** People who sign up through both processes of the service, each asking with the same key until there is an answer. */
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import { currentConsent } from '@yugong/domain/consent';
import { defined } from '@yugong/domain/narrow';
import { readJson } from '@yugong/domain/narrow/json';
import { HOUR } from '@yugong/domain/time';
import { ADDRESS, portsOf, SERVICES, type ClusterLayout } from '../layout';
import { query } from './database';

/** So many ask at once; each rests a moment after an answer, so that the machine keeps room for the cluster. */
const WORKERS = 12;
const REST = 40;
/** Accounts that the sign-ups are shared out to, so that none meets its limit of writes a minute. */
const ACCOUNTS = 150;
/** Every so many people ask a second time, with another key. */
const DOUBLES = 5;
const ANSWER_WITHIN = 10_000;
/** One session fills up and has a waiting list; the others have room for as many as come. */
const SMALL = { capacity: 40, waitlist: 20 };
const ROOMY = { capacity: 100_000, waitlist: 0 };

export interface SignUp {
  person: number;
  session: string;
  status: number;
  id: string | undefined;
  answeredAt: number;
}

const Answer = v.object({ id: v.optional(v.string()) });
const consents = [{ purpose: 'registration', version: currentConsent('registration').version }];

/** Logs accounts in on the first process that answers. */
export async function logInAccounts(layout: ClusterLayout): Promise<string[]> {
  const url = `http://${ADDRESS}:${portsOf(layout).service(1)}/api/v1/login/device`;
  const one = async (): Promise<string> => {
    const response = await fetch(url, { method: 'POST', signal: AbortSignal.timeout(ANSWER_WITHIN) });
    return readJson(v.object({ token: v.string() }), await response.text()).token;
  };
  return Promise.all(Array.from({ length: ACCOUNTS }, one));
}

/** Makes the sessions of a round. @returns their ids */
export async function makeSessions(layout: ClusterLayout, round: string): Promise<string[]> {
  const now = Date.now();
  await query(
    layout,
    `insert into programmes (id, kind, title, summary, organiser, limit_per_person, offer_minutes, people_limit, proof, fields, consents, demo)
      values ($1, 'event', '演练', '', '', null, null, null, 0, '["name","phone"]', '["registration"]', 1)`,
    [round],
  );
  const sessions = [SMALL, ROOMY, ROOMY, ROOMY].map((size, n) => ({ id: `${round}-${n}`, ...size }));
  for (const { id, capacity, waitlist } of sessions)
    await query(
      layout,
      `insert into sessions (id, programme_id, kind, title, place, adcode, note, state, capacity, waitlist_size, opens_at,
        closes_at, cancel_until, starts_at, ends_at, held, waiting, next_place, next_offer_at, demo)
        values ($1, $2, 'event', '演练', '', '500103', null, 'open', $3, $4, $5, $6, $6, $7, $8, 0, 0, 1, null, 1)`,
      [id, round, capacity, waitlist, now - HOUR, now + HOUR, now + 2 * HOUR, now + 3 * HOUR],
    );
  return sessions.map(({ id }) => id);
}

/** Both processes of the service, each by its own address. */
export const processesOf = (layout: ClusterLayout): string[] =>
  SERVICES.map((n) => `http://${ADDRESS}:${portsOf(layout).service(n)}`);

/** The address in front of both. */
export const frontOf = (layout: ClusterLayout): string => `http://${ADDRESS}:${portsOf(layout).web}`;

export class SignUpLoad {
  /** Everybody who has an answer, in the order of the answers. */
  readonly answered: SignUp[] = [];
  /** Requests that got none, or one that leaves open what happened: each is asked again. */
  unanswered = 0;
  private readonly workers: Promise<void>[];
  private isOver = false;
  private serial = 0;

  constructor(
    private readonly urls: readonly string[],
    private readonly sessions: readonly string[],
    private readonly tokens: readonly string[],
  ) {
    this.workers = Array.from({ length: WORKERS }, () => this.work());
  }

  /** Takes nobody new, and waits until everybody who asked has an answer. */
  async stop(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.workers);
  }

  private async work(): Promise<void> {
    while (!this.isOver) {
      const n = (this.serial += 1);
      // Whoever comes twice has the same account and the same session.
      const person = n % DOUBLES === 0 ? n - 1 : n;
      await this.signUp(person, defined(this.sessions[person % this.sessions.length]));
      await wait(REST);
    }
  }

  private async signUp(person: number, session: string): Promise<void> {
    const key = randomBytes(9).toString('hex');
    for (let tries = person; ; tries += 1) {
      const answer = await this.ask(person, session, key, defined(this.urls[tries % this.urls.length]));
      if (answer) {
        this.answered.push({ person, session, answeredAt: Date.now(), ...answer });
        return;
      }
      this.unanswered += 1;
      await wait(250);
    }
  }

  private async ask(
    person: number,
    session: string,
    key: string,
    url: string,
  ): Promise<{ status: number; id: string | undefined } | null> {
    try {
      const response = await fetch(`${url}/api/v1/sessions/${session}/registrations`, {
        method: 'POST',
        signal: AbortSignal.timeout(ANSWER_WITHIN),
        headers: {
          authorization: `Bearer ${defined(this.tokens[person % this.tokens.length])}`,
          'idempotency-key': key,
          'content-type': 'application/json',
        },
        body: JSON.stringify({
          person: { name: '演示人', phone: `199${String(person).padStart(8, '0')}` },
          consents,
        }),
      });
      const text = await response.text();
      // Too many at once is a no for now; what a 5xx leaves open is asked again.
      if (response.status >= 500 || response.status === 429) return null;
      return { status: response.status, id: readJson(Answer, text).id };
    } catch {
      return null;
    }
  }
}

export interface Tally {
  acknowledged: number;
  lost: number;
  doubled: number;
  oversold: number;
}

/** Holds what people were told against what the database has. */
export async function tallyOf(
  layout: ClusterLayout,
  sessions: readonly string[],
  answered: readonly SignUp[],
): Promise<Tally> {
  const rows = await query<{ id: string; session_id: string; status: string }>(
    layout,
    'select id, session_id, status from registrations where session_id = any($1)',
    [sessions],
  );
  const stored = new Map(rows.map((row) => [row.id, row]));
  const promised = answered.filter(({ status, id }) => status < 300 && id !== undefined);
  const isThere = ({ id, session, status }: SignUp): boolean => {
    const row = stored.get(id ?? '');
    return row?.session_id === session && (status !== 201 || row.status === 'booked');
  };
  const ids = new Map<string, Set<string | undefined>>();
  for (const { person, session, id } of promised)
    ids.set(`${session} ${person}`, (ids.get(`${session} ${person}`) ?? new Set()).add(id));
  const told = new Set(promised.map(({ id }) => id));
  const counts = await query<{ over: number }>(
    layout,
    `select greatest(count(r.id) - s.capacity, 0)::int + abs(count(r.id) - s.held)::int as over
      from sessions s left join registrations r on r.session_id = s.id and r.status = 'booked'
      where s.id = any($1) group by s.id`,
    [sessions],
  );
  return {
    acknowledged: promised.length,
    lost: new Set(promised.filter((one) => !isThere(one)).map(({ id }) => id)).size,
    // Two registrations of one person, and one that nobody was told of, since everybody has an answer by now.
    doubled: [...ids.values()].filter((one) => one.size > 1).length + rows.filter(({ id }) => !told.has(id)).length,
    oversold: counts.reduce((sum, { over }) => sum + over, 0),
  };
}

/** The longest time in which nobody got an answer, from `since` on, in seconds. */
export function longestSilence(answered: readonly SignUp[], since: number): number {
  const times = [since, ...answered.map(({ answeredAt }) => answeredAt).filter((at) => at > since)].sort(
    (a, b) => a - b,
  );
  return Math.max(0, ...times.slice(1).map((at, n) => at - defined(times[n]))) / 1000;
}

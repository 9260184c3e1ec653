/**
 * What the bench asks: the service on an engine, or one of its floors. Prints its address.
 *
 * `noop` checks the body and answers. `handler` does a sign-up's cryptography as well, in a bare Fastify. `floor` is the
 * service itself, whose sign-ups are answered without a database. `attacked` is the service with the limits that it
 * ships with, and prints a member of staff's token as well.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fastify from 'fastify';
import * as v from 'valibot';
import { buildService } from '../../server/src/app';
import { readConfig } from '../../server/src/config';
import { keyed, newId } from '../../server/src/crypto/ids';
import { seal } from '../../server/src/crypto/sealing';
import { openService } from '../../server/src/service';
import { member } from '../../tests/service/staff/support';
import { statement, type Store } from '../../server/src/kernel/store';
import { RegistrationRequest } from '@yugong/domain/registration/request';
import { HOUR } from '@yugong/domain/time';

export const SESSIONS = 50;
/** Seats of each session; those that find none wait. */
const SEATS = Number(process.env.BENCH_SEATS ?? 10_000_000);
const WAITING = process.env.BENCH_SEATS ? 10_000_000 : 0;

interface Started {
  address: string;
  /** A member of staff's token, who may do everything; absent where there are none. */
  staff?: string;
  /** Its folder, with the database where that is SQLite. */
  dataDir?: string;
}

/** A bare Fastify that checks the body and answers; with the hashes and ciphers of a sign-up where it is the handler. */
async function bare({ crypto }: { crypto: boolean }): Promise<Started> {
  const app = fastify();
  const [blind, account] = [randomBytes(32), randomBytes(32)];
  app.post('/api/v1/login/device', () => ({ token: 'x' }));
  app.post('/api/v1/sessions/:id/registrations', (request, reply) => {
    const body = v.parse(RegistrationRequest, request.body);
    const now = Date.now();
    const id = newId(now);
    if (crypto) {
      // Token, limit, key, question, person in session and programme; the account's key and the person's data.
      for (let n = 0; n < 6; n += 1) keyed(blind, 'floor', id, String(n), n === 3 ? JSON.stringify(body) : '');
      seal(account, account, id);
      seal(account, JSON.stringify(body.person), id);
    }
    return reply.code(201).send({
      id,
      sessionId: 's0',
      programmeId: 'bench',
      status: 'booked',
      ahead: 0,
      offerUntil: null,
      createdAt: now,
      updatedAt: now,
      mine: true,
    });
  });
  return { address: await app.listen({ host: '127.0.0.1', port: 0 }) };
}

/** Has a place for everybody and keeps nothing: what the service costs without its database. */
const withoutDatabase = (store: Store): Store => ({
  ...store,
  submit: ({ command }) => {
    if (command.type !== 'register') return store.submit({ command });
    const { registrationId, sessionId } = command;
    return Promise.resolve({ result: 'booked', registrationId, sessionId, status: 'booked', ahead: 0, at: Date.now() });
  },
});

async function service(
  databaseUrl: string | null,
  { maxBatch, isFloor, isAttacked }: { maxBatch?: number; isFloor?: boolean; isAttacked?: boolean } = {},
): Promise<Started> {
  const dataDir = mkdtempSync(path.join(process.env.BENCH_DATA ?? tmpdir(), 'yugong-bench-'));
  const config = {
    ...readConfig({}),
    dataDir,
    databaseUrl,
    demo: false,
    secret: `k1:${randomBytes(32).toString('base64')}`,
  };
  const one = await openService(config, {
    ...(isAttacked ? {} : { limits: { writes: 1e12, logins: 1e12 } }),
    ...(maxBatch ? { maxBatch } : {}),
  });
  const { read } = one.store;
  const now = Date.now();
  await one.store.write([
    statement(
      read.insertInto('programmes').values({
        id: 'bench',
        kind: 'event',
        title: '',
        summary: '',
        organiser: '',
        limit_per_person: 9,
        offer_minutes: null,
        people_limit: null,
        proof: 0,
        fields: '["name","phone"]',
        sex: null,
        age_min: null,
        age_max: null,
        consents: '["registration"]',
        demo: 1,
        rules: null,
        quotas: null,
        team_min: null,
        team_max: null,
        family: null,
      }),
    ),
    ...Array.from({ length: SESSIONS }, (_, n) =>
      statement(
        read.insertInto('sessions').values({
          id: `s${n}`,
          programme_id: 'bench',
          kind: 'event',
          title: '',
          place: '',
          adcode: '500103',
          note: null,
          state: 'open',
          capacity: SEATS,
          waitlist_size: WAITING,
          opens_at: now - HOUR,
          closes_at: now + HOUR,
          cancel_until: now + HOUR,
          starts_at: now + 2 * HOUR,
          ends_at: now + 3 * HOUR,
          held: 0,
          waiting: 0,
          next_place: 1,
          next_offer_at: null,
          demo: 1,
        }),
      ),
    ),
  ]);
  const app = await buildService(isFloor ? { ...one, store: withoutDatabase(one.store) } : one);
  const { token: staff } = await member({ service: one }, ['administrator', 'editor', 'clerk']);
  return { address: await app.listen({ host: '127.0.0.1', port: 0 }), staff, dataDir };
}

const [kind = '', url = ''] = process.argv.slice(2);
const starts: Record<string, () => Promise<Started>> = {
  noop: () => bare({ crypto: false }),
  handler: () => bare({ crypto: true }),
  floor: () => service(null, { isFloor: true }),
  sqlite: () => service(null),
  'sqlite-single': () => service(null, { maxBatch: 1 }),
  postgres: () => service(url),
  'postgres-single': () => service(url, { maxBatch: 1 }),
  'attacked-sqlite': () => service(null, { isAttacked: true }),
  'attacked-postgres': () => service(url, { isAttacked: true }),
};

void starts[kind]?.().then((started) => console.log(JSON.stringify(started)));
process.on('SIGINT', () => process.exit(0));
setInterval(() => console.log(JSON.stringify({ rss: process.memoryUsage().rss })), 500).unref();

import * as v from 'valibot';
import type { Purpose } from '../../../src/domain/consent';
import { initialsOf, maskPhone, maskResidentId } from '../../../src/domain/identity';
import type { Command, Outcome, Refusal } from '../../../src/domain/registration';
import type { ProblemCode } from '../../../src/domain/problem';
import {
  IdParams,
  MoveRequest,
  PassWire,
  RegistrationDetailWire,
  RegistrationRequest,
  RegistrationWire,
  SignUpWire,
} from '../../../src/domain/registration/wire';
import { newId } from '../crypto/ids';
import { registrationExample } from '../demo/examples';
import type { RegistrationRow } from '../storage/schema';
import { hasPass, passOf } from '../services/passes';
import {
  activeKey,
  checkConsents,
  checkPerson,
  findSession,
  limitKey,
  ownRegistration,
  registrationWire,
  rulesOf,
  sealPerson,
  unsealPerson,
} from '../services/registrations';
import { iso } from './answers';
import { fingerprintOf, storedKey } from './once';
import { operation, type Context } from './operation';
import { ApiProblem } from './problem';
import { sessionWire } from './sessions';

/** The engine's no, as a problem. */
const REFUSALS: Record<Refusal, ProblemCode> = {
  'not-found': 'not-found',
  'session-cancelled': 'session-cancelled',
  'not-open-yet': 'session-not-open',
  closed: 'session-closed',
  full: 'session-full',
  'limit-reached': 'limit-reached',
  'too-late': 'too-late',
  'not-active': 'not-active',
  'already-registered': 'already-registered',
  'other-programme': 'other-programme',
  'below-taken': 'invalid',
  'key-reused': 'idempotency-key-reused',
  stale: 'busy',
};

type Granted = Exclude<Outcome, { result: 'refused' }>;

function granted(outcome: Outcome): Granted {
  if (outcome.result === 'refused') throw new ApiProblem(REFUSALS[outcome.refusal]);
  return outcome;
}

/** Asks about an own row; where it was moved between looking and locking, looks again. */
async function askAbout(context: Context<{ id: string }, unknown, unknown>, make: (row: RegistrationRow) => Command) {
  const { service, account, params } = context;
  for (let tries = 1; ; tries += 1) {
    const row = await ownRegistration(service, account, params.id);
    const outcome = await service.store.submit({ command: make(row) });
    if (outcome.result !== 'refused' || outcome.refusal !== 'stale' || tries === 4) return granted(outcome);
  }
}

const current = async (context: Context<{ id: string }, unknown, unknown>) =>
  registrationWire(context.service, await ownRegistration(context.service, context.account, context.params.id));

async function detail({ service, account }: Context<unknown, unknown, unknown>, row: RegistrationRow) {
  const found = await findSession(service, row.session_id);
  if (!found) throw new ApiProblem('not-found');
  const person = unsealPerson(account, row);
  const consents = JSON.parse(row.consents) as { purpose: string; version: string; hash: string; at: number }[];
  return {
    ...(await registrationWire(service, row)),
    session: sessionWire(found.session, service.now()),
    person: person && {
      name: person.name,
      phone: maskPhone(person.phone),
      residentId: person.residentId === undefined ? null : maskResidentId(person.residentId),
    },
    consents: consents.map((one) => ({ ...one, at: iso(one.at) })),
  };
}

const own = { tag: 'registrations', auth: 'account', params: IdParams } as const;

export const registrationOperations = (now: number) => [
  operation({
    ...own,
    method: 'POST',
    path: '/api/v1/sessions/{id}/registrations',
    id: 'register',
    summary: '报名一场',
    paramExamples: { id: 'demo-screening-1' },
    body: RegistrationRequest,
    example: registrationExample(now),
    answers: {
      200: { description: '这个人已经报过这一场', schema: SignUpWire },
      201: { description: '报上了', schema: SignUpWire },
      202: { description: '满了，已排进候补', schema: SignUpWire },
    },
    problems: [
      'unauthorized', 'consent-missing', 'not-found', 'session-full', 'session-closed', 'session-not-open',
      'session-cancelled', 'limit-reached', 'invalid', 'idempotency-key-reused', 'too-many-requests', 'busy',
      'unavailable',
    ], // prettier-ignore
    handle: async (context) => {
      const { service, account, body, params, reply } = context;
      const found = await rulesOf(service, params.id);
      if (!found) throw new ApiProblem('not-found');
      checkPerson(found, body.person);
      const at = service.now();
      const consents = checkConsents(JSON.parse(found.programme.consents) as Purpose[], body.consents, at);
      const registrationId = newId(at);
      const outcome = granted(
        await service.store.submit({
          command: {
            type: 'register',
            key: storedKey(context),
            fingerprint: fingerprintOf(context, body),
            registrationId,
            sessionId: params.id,
            accountId: account.id,
            activeKey: activeKey(service, params.id, body.person),
            limitKey: limitKey(service, found.programme.id, body.person),
          },
          load: { sealed: sealPerson(account, registrationId, body.person), consents },
        }),
      );
      if (outcome.result === 'exists') {
        if (!outcome.mine) return reply.code(200).send({ sessionId: outcome.sessionId, mine: false });
        const row = await ownRegistration(service, account, outcome.registrationId);
        return reply.code(200).send({ ...(await registrationWire(service, row)), mine: true });
      }
      if (!('at' in outcome)) throw new ApiProblem('internal');
      // A retry is answered like the first time, whatever became of the place since: GET tells.
      const { registrationId: id, sessionId, status, ahead, at: decided } = outcome;
      const answer = { id, sessionId, programmeId: found.programme.id, status, ahead, offerUntil: null };
      const times = { createdAt: iso(decided), updatedAt: iso(decided) };
      return reply.code(outcome.result === 'booked' ? 201 : 202).send({ ...answer, ...times, mine: true });
    },
  }),
  operation({
    method: 'GET',
    tag: 'registrations',
    auth: 'account',
    path: '/api/v1/me/registrations',
    id: 'listRegistrations',
    summary: '我的报名，新的在前',
    answers: {
      200: { description: '我的报名', schema: v.object({ registrations: v.array(RegistrationDetailWire) }) },
    },
    problems: ['unauthorized'],
    handle: async (context) => {
      const rows = await context.service.store.read
        .selectFrom('registrations')
        .selectAll()
        .where('account_id', '=', context.account.id)
        .orderBy('created_at', 'desc')
        .limit(200)
        .execute();
      return { registrations: await Promise.all(rows.map((row) => detail(context, row))) };
    },
  }),
  operation({
    ...own,
    method: 'GET',
    path: '/api/v1/me/registrations/{id}',
    id: 'getRegistration',
    summary: '我的一个报名',
    answers: { 200: { description: '报名', schema: RegistrationDetailWire } },
    problems: ['unauthorized', 'not-found'],
    handle: async (context) =>
      detail(context, await ownRegistration(context.service, context.account, context.params.id)),
  }),
  operation({
    ...own,
    method: 'GET',
    path: '/api/v1/me/registrations/{id}/pass',
    id: 'getPass',
    summary: '到场出示的凭证',
    answers: { 200: { description: '凭证：code 画成二维码，只对这个人、这一场有效', schema: PassWire } },
    problems: ['unauthorized', 'not-found', 'no-pass'],
    handle: async ({ service, account, params }) => {
      const row = await ownRegistration(service, account, params.id);
      const person = unsealPerson(account, row);
      const found = await findSession(service, row.session_id);
      if (!hasPass(row) || !person || !found) throw new ApiProblem('no-pass');
      const session = sessionWire(found.session, service.now());
      return { code: passOf(service, row), initials: initialsOf(person.name), status: row.status, session };
    },
  }),
  operation({
    ...own,
    method: 'PUT',
    path: '/api/v1/me/registrations/{id}',
    id: 'moveRegistration',
    summary: '改到同一项目的另一场；候补有名额时，用原来的场次确认',
    body: MoveRequest,
    example: { sessionId: 'demo-screening-2' },
    answers: { 200: { description: '现在的报名', schema: RegistrationWire } },
    problems: [
      'unauthorized', 'not-found', 'session-full', 'session-closed', 'session-not-open', 'session-cancelled',
      'too-late', 'not-active', 'already-registered', 'other-programme', 'invalid', 'idempotency-key-reused',
    ], // prettier-ignore
    handle: async (context) => {
      const { service, account, body } = context;
      await askAbout(context, (row) => {
        const person = unsealPerson(account, row);
        if (!person) throw new ApiProblem('not-active');
        return {
          type: 'move',
          key: storedKey(context),
          fingerprint: fingerprintOf(context, body),
          registrationId: row.id,
          sessionId: row.session_id,
          accountId: account.id,
          by: 'owner',
          toSessionId: body.sessionId,
          toActiveKey: activeKey(service, body.sessionId, person),
        };
      });
      return current(context);
    },
  }),
  operation({
    ...own,
    method: 'DELETE',
    path: '/api/v1/me/registrations/{id}',
    id: 'cancelRegistration',
    summary: '取消报名，名额马上给候补的第一位',
    answers: { 200: { description: '已取消', schema: RegistrationWire } },
    problems: ['unauthorized', 'not-found', 'too-late', 'not-active', 'idempotency-key-reused'],
    handle: async (context) => {
      await askAbout(context, (row) => ({
        type: 'cancel',
        key: storedKey(context),
        fingerprint: fingerprintOf(context, null),
        registrationId: row.id,
        sessionId: row.session_id,
        accountId: context.account.id,
        by: 'owner',
      }));
      return current(context);
    },
  }),
];

import { initialsOf } from '@yugong/domain/identity';
import { maskPerson } from '@yugong/domain/person';
import { maskFamily, type Command } from '@yugong/domain/registration';
import { PassWire, RegistrationWire } from '@yugong/domain/registration/wire';
import { RegistrationDetailWire, RegistrationListWire } from '@yugong/domain/registration/detail';
import { MoveRequest } from '@yugong/domain/registration/request';
import { IdParams } from '@yugong/domain/wire';
import { isoAt } from '@yugong/domain/time';
import type { RegistrationRow } from '../kernel/schema';
import {
  historyOf,
  activeKey,
  deviceKey,
  findSession,
  limitKey,
  ownPhoneColumn,
  ownRegistration,
  phoneKey,
  readPerson,
  registrationWire,
  registrationWires,
  sealPerson,
} from '../services/registrations';
import { heldId, heldOf, holdSignUp } from '../services/held';
import { hasPass, passOf } from '../services/passes';
import { remindersOf } from '../reminders/ask';
import { dueOffersOf } from '../services/due-reminders';
import { fingerprintOf, storedKey } from '../kernel/idempotent-write';
import { operation, type OperationContext } from '../kernel/operation';
import { mapInTurns } from '../kernel/turns';
import { throwIfRefused } from '../services/outcomes';
import { ApiProblem } from '../kernel/problem';
import { sessionsById, sessionWire } from '../services/sessions';
import { signUpOperation } from './sign-up';

/** Asks about an own row; where it was moved between looking and locking, looks again. */
async function askAbout(
  context: OperationContext<{ id: string }, unknown, unknown>,
  make: (row: RegistrationRow) => Command,
) {
  const { service, account, params } = context;
  for (let tries = 1; ; tries += 1) {
    const row = await ownRegistration(service, account, params.id);
    const outcome = await service.store.submit({ command: make(row) });
    if (outcome.result !== 'refused' || outcome.refusal !== 'stale' || tries === 4) return throwIfRefused(outcome);
  }
}

/**
 * Somebody wants to move to a session in which another account has a place for the same person: staff see it as they see a
 * sign-up for her, and the registration stays where it is.
 */
async function holdMove(context: OperationContext<{ id: string }, unknown, unknown>, sessionId: string): Promise<void> {
  const { service, account, params, request } = context;
  const row = await ownRegistration(service, account, params.id);
  const { person, team, family } = readPerson(account, row, request.log);
  if (!person) throw new ApiProblem('not-active');
  const held = {
    accountId: account.id,
    sessionId,
    activeKey: activeKey(service, sessionId, person),
    limitKey: limitKey(service, row.programme_id, person),
    phoneKey: phoneKey(service, row.programme_id, person),
    deviceKey: deviceKey(service, row.programme_id, request),
  };
  await holdSignUp(service, held, {
    programme_id: row.programme_id,
    sealed: sealPerson(account, heldId(service, held), { person, team, family }),
    own_phone: ownPhoneColumn({ person, family }),
    consents: row.consents,
    number_key: row.number_key,
    cause: 'claim',
    proof_until: null,
    registration_id: null,
  });
}

const current = async (context: OperationContext<{ id: string }, unknown, unknown>) =>
  registrationWire(context.service, await ownRegistration(context.service, context.account, context.params.id));

/** What their owner reads of registrations, in the order of the rows: a query a table, however many there are. */
async function details(
  { service, account, request }: OperationContext<unknown, unknown, unknown>,
  rows: readonly RegistrationRow[],
) {
  const now = service.now();
  const [wires, sessions] = await Promise.all([registrationWires(service, rows), sessionsById(service, rows)]);
  const reminders = await remindersOf(service, rows, sessions);
  const due = await dueOffersOf(service, account, rows, sessions);
  const wireOf = new Map(wires.map((wire) => [wire.id, wire]));
  const found = await mapInTurns(rows, (row) => {
    const wire = wireOf.get(row.id);
    const session = sessions.get(row.session_id);
    if (!wire || !session) return [];
    const { person, team, family, unreadable } = readPerson(account, row, request.log);
    const consents = JSON.parse(row.consents) as { purpose: string; version: string; hash: string; at: number }[];
    return [
      {
        ...wire,
        session: sessionWire(session, now),
        // A person reads their own name in full; the rest needn't be read to be recognised.
        person: person && { ...maskPerson(person), name: person.name },
        team,
        family: maskFamily(family),
        ...(unreadable ? { unreadable } : {}),
        reminder: reminders.get(row.id) ?? null,
        due: due.get(row.id) ?? null,
        consents: consents.map((one) => ({ ...one, at: isoAt(one.at) })),
      },
    ];
  });
  return found.flat();
}

const own = { tag: 'registrations', auth: 'account', params: IdParams } as const;

export const registrationOperations = (now: number) => [
  signUpOperation(now),
  operation({
    method: 'GET',
    tag: 'registrations',
    auth: 'account',
    path: '/api/v1/me/registrations',
    id: 'listRegistrations',
    summary: '我的报名，新的在前',
    answers: {
      200: { description: '我的报名；held 里是要等工会核对的', schema: RegistrationListWire },
    },
    problems: ['unauthorized'],
    handle: async (context) => {
      const rows = await context.service.store.read
        .selectFrom('registrations')
        .selectAll()
        .where('account_id', '=', context.account.id)
        .where('awaits_proof', '=', 0)
        .orderBy('created_at', 'desc')
        .limit(200)
        .execute();
      return {
        registrations: await details(context, rows),
        held: await heldOf(context.service, context.account, context.request.log),
      };
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
    handle: async (context) => {
      const { service, account, params } = context;
      const row = await ownRegistration(service, account, params.id);
      const [detail] = await details(context, [row]);
      if (!detail) throw new ApiProblem('not-found');
      return { ...detail, history: await historyOf(service, row.id) };
    },
  }),
  operation({
    ...own,
    method: 'GET',
    path: '/api/v1/me/registrations/{id}/pass',
    id: 'getPass',
    summary: '到场出示的凭证',
    answers: { 200: { description: '凭证：code 画成二维码，只对这个人、这一场有效', schema: PassWire } },
    problems: ['unauthorized', 'not-found', 'no-pass'],
    handle: async ({ service, account, params, request }) => {
      const row = await ownRegistration(service, account, params.id);
      const { person, family } = readPerson(account, row, request.log);
      const found = await findSession(service, row.session_id);
      if (!hasPass(row) || !person || !found) throw new ApiProblem('no-pass');
      const session = sessionWire(found.session, service.now());
      const signedUpBy = family?.relation ?? null;
      return { code: passOf(service, row), initials: initialsOf(person.name), signedUpBy, status: row.status, session };
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
      'unauthorized',
      'not-found',
      'session-full',
      'quota-full',
      'session-closed',
      'session-not-open',
      'session-cancelled',
      'too-late',
      'not-active',
      'already-registered',
      'move-held',
      'other-programme',
      'limit-reached',
      'people-limit-reached',
      'invalid',
      'idempotency-key-reused',
    ],
    handle: async (context) => {
      const { service, account, body } = context;
      const outcome = await askAbout(context, (row) => {
        const { person } = readPerson(account, row, context.request.log);
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
      if (outcome.result === 'held') {
        await holdMove(context, body.sessionId);
        throw new ApiProblem('move-held');
      }
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

import type { Purpose } from '@yugong/domain/consent/wire';
import { familyConsents, PROOF_TIME, type Register } from '@yugong/domain/registration';
import { SignUpWire } from '@yugong/domain/registration/detail';
import { RegistrationRequest } from '@yugong/domain/registration/request';
import { IdParams } from '@yugong/domain/wire';
import { isoAt } from '@yugong/domain/time';
import { newId } from '../crypto/ids';
import { familyExample, registrationExample, teamExample } from '../demo/examples';
import {
  activeKey,
  deviceKey,
  numberKey,
  checkConsents,
  checkPerson,
  limitKey,
  ownPhoneColumn,
  ownRegistration,
  phoneKey,
  registrationWire,
  cachedSession,
  sealPerson,
} from '../services/registrations';
import { heldAnswer, heldId, holdSignUp } from '../services/held';
import { proofWays } from '../services/proof-ways';
import { fingerprintOf, storedKey } from '../kernel/idempotent-write';
import { operation } from '../kernel/operation';
import { throwIfRefused } from '../services/outcomes';
import { ApiProblem } from '../kernel/problem';

export const signUpOperation = (now: number) =>
  operation({
    tag: 'registrations',
    auth: 'account',
    params: IdParams,
    method: 'POST',
    path: '/api/v1/sessions/{id}/registrations',
    id: 'register',
    summary: '报名一场；项目按队报名的，带上队员，一队占一个名额；帮家人报名的，带上 family',
    paramExamples: { id: 'demo-screening-1' },
    body: RegistrationRequest,
    example: registrationExample(now),
    moreExamples: [teamExample, familyExample(now)],
    answers: {
      200: { description: '这个账号已经替这个人报过这一场', schema: SignUpWire },
      201: { description: '报上了', schema: SignUpWire },
      202: {
        description: '满了，已排进候补；status 是 held 的还不算数：有 proof 的要先验证手机号，没有的要等工会核对',
        schema: SignUpWire,
      },
    },
    problems: [
      'unauthorized',
      'consent-missing',
      'not-found',
      'session-full',
      'quota-full',
      'session-closed',
      'session-not-open',
      'session-cancelled',
      'limit-reached',
      'people-limit-reached',
      'proof-unavailable',
      'invalid',
      'idempotency-key-reused',
      'too-many-requests',
      'busy',
      'unavailable',
    ],
    handle: async (context) => {
      const { service, account, body, params, reply, request } = context;
      const found = await cachedSession(service, params.id);
      if (!found) throw new ApiProblem('not-found');
      checkPerson(found, body);
      const at = service.now();
      const needed = body.family ? [...familyConsents] : (JSON.parse(found.programme.consents) as Purpose[]);
      const consents = checkConsents(service, needed, body.consents);
      const registrationId = newId(at);
      const ways = found.programme.proof === 1 ? proofWays(service) : [];
      if (found.programme.proof === 1 && ways.length === 0) throw new ApiProblem('proof-unavailable');
      const proveBy = ways.length > 0 ? at + PROOF_TIME : undefined;
      const numberKeyOf = numberKey(service, found.programme.id, body.person);
      const command: Register = {
        type: 'register',
        key: storedKey(context),
        fingerprint: fingerprintOf(context, body),
        registrationId,
        sessionId: params.id,
        accountId: account.id,
        activeKey: activeKey(service, params.id, body.person),
        limitKey: limitKey(service, found.programme.id, body.person),
        phoneKey: phoneKey(service, found.programme.id, body.person),
        deviceKey: deviceKey(service, found.programme.id, request),
        ...(proveBy === undefined ? {} : { proveBy }),
      };
      const outcome = throwIfRefused(
        await service.store.submit({
          command,
          load: {
            sealed: sealPerson(account, registrationId, body),
            consents,
            own_phone: ownPhoneColumn(body),
            numberKey: numberKeyOf,
          },
        }),
      );
      if (outcome.result === 'held' || outcome.result === 'reserved') {
        const row = await holdSignUp(service, command, {
          programme_id: found.programme.id,
          sealed: sealPerson(account, heldId(service, command), body),
          own_phone: ownPhoneColumn(body),
          consents,
          number_key: numberKeyOf,
          cause: outcome.result === 'held' ? (outcome.cause ?? 'claim') : 'proof',
          proof_until: proveBy ?? null,
          registration_id: outcome.result === 'reserved' ? outcome.registrationId : null,
        });
        return reply.code(202).send(heldAnswer(service, row, body.person));
      }
      if (outcome.result === 'exists') {
        const row = await ownRegistration(service, account, outcome.registrationId);
        return reply.code(200).send({ ...(await registrationWire(service, row)), mine: true });
      }
      if (!('at' in outcome)) throw new ApiProblem('internal');
      // A retry is answered like the first time, whatever became of the place since: GET tells.
      const { registrationId: id, sessionId, status, ahead, at: decided } = outcome;
      const answer = { id, sessionId, programmeId: found.programme.id, status, ahead, offerUntil: null };
      const turn = { offerBegun: true, displaced: false };
      const times = { createdAt: isoAt(decided), updatedAt: isoAt(decided) };
      return reply.code(outcome.result === 'booked' ? 201 : 202).send({ ...answer, ...turn, ...times, mine: true });
    },
  });

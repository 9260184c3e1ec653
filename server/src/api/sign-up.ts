import type { Purpose } from '@yugong/domain/consent';
import type { Register } from '@yugong/domain/registration';
import { RegistrationRequest, SignUpWire } from '@yugong/domain/registration/wire';
import { IdParams } from '@yugong/domain/wire';
import { isoAt } from '@yugong/domain/time';
import { newId } from '../crypto/ids';
import { registrationExample, teamExample } from '../demo/examples';
import {
  activeKey,
  checkConsents,
  checkPerson,
  limitKey,
  ownRegistration,
  phoneKey,
  registrationWire,
  cachedSession,
  sealPerson,
} from '../services/registrations';
import { heldId, holdForStaff } from '../services/held';
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
    summary: '报名一场；项目按队报名的，带上队员，一队占一个名额',
    paramExamples: { id: 'demo-screening-1' },
    body: RegistrationRequest,
    example: registrationExample(now),
    moreExamples: [teamExample],
    answers: {
      200: { description: '这个账号已经替这个人报过这一场', schema: SignUpWire },
      201: { description: '报上了', schema: SignUpWire },
      202: { description: '满了，已排进候补；status 是 held 的，要等工会核对是谁报的', schema: SignUpWire },
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
      'invalid',
      'idempotency-key-reused',
      'too-many-requests',
      'busy',
      'unavailable',
    ],
    handle: async (context) => {
      const { service, account, body, params, reply } = context;
      const found = await cachedSession(service, params.id);
      if (!found) throw new ApiProblem('not-found');
      checkPerson(found, body);
      const at = service.now();
      const consents = checkConsents(JSON.parse(found.programme.consents) as Purpose[], body.consents, at);
      const registrationId = newId(at);
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
      };
      const outcome = throwIfRefused(
        await service.store.submit({
          command,
          load: { sealed: sealPerson(account, registrationId, body.person, body.team), consents },
        }),
      );
      if (outcome.result === 'held') {
        const sealed = sealPerson(account, heldId(service, command), body.person, body.team);
        const row = await holdForStaff(service, command, { programmeId: found.programme.id, sealed, consents });
        const createdAt = isoAt(Number(row.created_at));
        return reply.code(202).send({
          ...{ id: row.id, sessionId: row.session_id, programmeId: row.programme_id, status: 'held', ahead: 0 },
          ...{ offerUntil: null, createdAt, updatedAt: createdAt, mine: false },
        });
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

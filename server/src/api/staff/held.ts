import * as v from 'valibot';
import { HeldCasesWire, HeldDecision, HeldPersonWire, HeldRevealRequest } from '@yugong/domain/registration/staff-wire';
import { IdParams, WireId } from '@yugong/domain/wire';
import { heldCases, revealAsker, settleHeld } from '../../staff/data/held';
import { ApiProblem } from '../../kernel/problem';
import { staffOperation } from './operation';

const clerk = { may: ['roster'] } as const;

/** Sign-ups for somebody for whom another account has a place already. */
export const heldOperations = [
  staffOperation({
    ...clerk,
    method: 'GET',
    path: '/held',
    id: 'staffHeld',
    summary: '要核对的报名：另一个账号已经替这个人报过',
    query: v.strictObject({ session: v.optional(WireId) }),
    answers: { 200: { description: '等得久的在前，打码', schema: HeldCasesWire } },
    problems: ['invalid'],
    handle: async ({ query, request, ...context }) => ({
      held: await heldCases(context, { sessionId: query.session }, request.log),
    }),
  }),
  staffOperation({
    ...clerk,
    method: 'POST',
    path: '/held/{id}/reveal',
    id: 'staffRevealHeld',
    summary: '看是谁在报，好打电话核对；要选原因，会留下记录',
    params: IdParams,
    body: HeldRevealRequest,
    example: { reason: 'call' },
    answers: { 200: { description: '姓名和手机号；由家人代报的，另有家人的号码', schema: HeldPersonWire } },
    problems: ['invalid', 'not-found'],
    handle: ({ params, body, request, ...context }) => {
      if (body.reason === 'other' && body.note === undefined)
        throw new ApiProblem('invalid', [{ pointer: '/note', code: 'required' }]);
      return revealAsker(context, params.id, body, request.log);
    },
  }),
  staffOperation({
    ...clerk,
    method: 'PUT',
    path: '/held/{id}',
    id: 'staffSettleHeld',
    summary: '放行（名额归现在报的账号）或退回（原来的不变）；要写原因，会留下记录',
    params: IdParams,
    body: HeldDecision,
    example: { decision: 'return', reason: '本人说没有换手机', seen: null },
    answers: { 204: { description: '已核对' } },
    problems: [
      'invalid',
      'not-found',
      'stale',
      'session-full',
      'quota-full',
      'session-closed',
      'session-cancelled',
      'limit-reached',
      'busy',
    ],
    handle: async ({ params, body, reply, ...context }) => {
      await settleHeld(context, params.id, body);
      return reply.code(204).send();
    },
  }),
];

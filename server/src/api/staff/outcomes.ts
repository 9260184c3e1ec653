import {
  OutcomesRequest,
  OutcomesSetWire,
  OutcomesWire,
  RecallsWire,
  UntoldQuery,
  UntoldWire,
} from '@yugong/domain/screening-outcome/wire';
import { FollowUpWire } from '@yugong/domain/screening-outcome/follow-up';
import { IdParams } from '@yugong/domain/wire';
import {
  openRecalls,
  outcomesOf,
  programmeFollowUp,
  setOutcomes,
  pendingNotification,
} from '../../staff/outcomes/outcomes';
import { staffOperation } from './operation';

const clerk = { may: ['outcomes'] } as const;
const session = { ...clerk, params: IdParams, paramExamples: { id: 'demo-screening-1' } };

export const outcomeOperations = [
  staffOperation({
    ...session,
    method: 'GET',
    path: '/sessions/{id}/outcomes',
    id: 'staffOutcomes',
    summary: '到场的人后来怎么样；没有任何检查结果',
    answers: { 200: { description: '打码', schema: OutcomesWire } },
    problems: ['not-found'],
    handle: ({ params, request, ...context }) => outcomesOf(context, params.id, request.log),
  }),
  staffOperation({
    ...session,
    method: 'POST',
    path: '/sessions/{id}/outcomes',
    id: 'staffSetOutcomes',
    summary: '记下几个人：做完了没有、通知了没有、有没有请回来、有没有说过可以帮忙',
    body: OutcomesRequest,
    example: { ids: ['00000000000000000000000000'], set: { attendance: 'full', notified: true } },
    answers: { 200: { description: '记了几个；没到场的不记', schema: OutcomesSetWire } },
    problems: ['invalid', 'not-found'],
    handle: async ({ params, body, ...context }) => ({ changed: await setOutcomes(context, params.id, body) }),
  }),
  staffOperation({
    ...clerk,
    method: 'GET',
    path: '/outcomes/untold',
    id: 'staffUntold',
    summary: '还有人没收到结果通知的场次；all=1 时另有九十天内都通知了的',
    query: UntoldQuery,
    answers: { 200: { description: '等得最久的在前', schema: UntoldWire } },
    problems: ['invalid'],
    handle: ({ query, ...context }) => pendingNotification(context, { all: query.all !== undefined }),
  }),
  staffOperation({
    ...clerk,
    method: 'GET',
    path: '/outcomes/recalls',
    id: 'staffRecalls',
    summary: '请她再来、还不知道来没来的人；没有任何检查结果，看过会留下记录',
    answers: { 200: { description: '打码，约定日期早的在前', schema: RecallsWire } },
    handle: ({ request, ...context }) => openRecalls(context, request.log),
  }),
  staffOperation({
    ...clerk,
    method: 'GET',
    path: '/programmes/{id}/follow-up',
    id: 'staffFollowUp',
    summary: '一个项目的筛、诊、治：通知了多少，请回来多少，来了多少；人数太少的不显示，没有任何检查结果',
    params: IdParams,
    paramExamples: { id: 'demo-screening' },
    answers: { 200: { description: '自己范围内已结束的场次，合在一起', schema: FollowUpWire } },
    problems: ['not-found'],
    handle: ({ params, ...context }) => programmeFollowUp(context, params.id),
  }),
];

import * as v from 'valibot';
import {
  CallListWire,
  CallRequest,
  ConfirmedPeopleParams,
  ConfirmedPeopleQuery,
  ConfirmedPeopleWire,
  ConfirmationsWire,
  PhoneWire,
  SmsUsageWire,
} from '@yugong/domain/notice/staff-wire';
import { IdParams, WireId } from '@yugong/domain/wire';
import { callList, recordCall, revealPhone } from '../../staff/data/call-list';
import { confirmationsOf, confirmedPeople } from '../../staff/data/confirmations';
import { smsUsageOf } from '../../staff/data/notices';
import { staffOperation } from './operation';

const clerk = { may: ['roster'] } as const;
const one = { ...clerk, params: v.strictObject({ noticeId: WireId }) };

export const callListOperations = [
  staffOperation({
    ...clerk,
    method: 'GET',
    path: '/call-list',
    id: 'staffCallList',
    summary: '待电话联系：到时间还没有已读、送达回执或打通，事情还作数的人',
    answers: { 200: { description: '等得最久的在前，打码', schema: CallListWire } },
    handle: ({ request, ...context }) => callList(context, request.log),
  }),
  staffOperation({
    ...one,
    method: 'POST',
    path: '/call-list/{noticeId}/phone',
    id: 'staffRevealPhone',
    summary: '看一个人的手机号，用来打电话；会留下记录',
    answers: { 200: { description: '只有号码；由家人代报的，另有家人的号码', schema: PhoneWire } },
    problems: ['not-found'],
    handle: ({ params, request, ...context }) => revealPhone(context, params.noticeId, request.log),
  }),
  staffOperation({
    ...one,
    method: 'POST',
    path: '/call-list/{noticeId}/calls',
    id: 'staffRecordCall',
    summary: '记一次电话：打通了就算联系上，没打通的留在名单里',
    body: CallRequest,
    example: { result: 'no-answer' },
    answers: { 200: { description: '还要联系的人', schema: CallListWire } },
    problems: ['invalid', 'not-found', 'idempotency-key-reused'],
    handle: async ({ params, body, ...context }) => {
      await recordCall(context, params.noticeId, body.result);
      return callList(context, context.request.log);
    },
  }),
  staffOperation({
    method: 'GET',
    path: '/sessions/{id}/confirmations',
    id: 'staffConfirmations',
    summary: '最近一次变动，多少人看过、收到微信、收到短信、电话联系上了，多少人还没联系上',
    may: ['sessions.read'],
    params: IdParams,
    paramExamples: { id: 'demo-event-badminton' },
    answers: { 200: { description: '只算有回执、已读和打通的，每人算一次', schema: ConfirmationsWire } },
    problems: ['not-found'],
    handle: ({ params, ...context }) => confirmationsOf(context.scoped, params.id),
  }),
  staffOperation({
    ...clerk,
    method: 'GET',
    path: '/sessions/{id}/confirmations/{way}',
    id: 'staffConfirmedPeople',
    summary: '最近一次变动，通过某种方式知道的人，或还没联系上的人；会留下记录',
    params: ConfirmedPeopleParams,
    paramExamples: { id: 'demo-event-badminton', way: 'unconfirmed' },
    query: ConfirmedPeopleQuery,
    answers: { 200: { description: '按报名先后，打码', schema: ConfirmedPeopleWire } },
    problems: ['invalid', 'not-found'],
    handle: ({ params, query, request, ...context }) => confirmedPeople(context, params, query, request.log),
  }),
  staffOperation({
    ...clerk,
    method: 'GET',
    path: '/sms-usage',
    id: 'staffSmsUsage',
    summary: '这一小时、今天和这个月发了多少条短信，上限多少',
    answers: { 200: { description: '没有开通短信时是 null', schema: SmsUsageWire } },
    handle: (context) => smsUsageOf(context),
  }),
];

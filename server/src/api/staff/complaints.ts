import {
  ComplaintCaseWire,
  ComplaintQueueQuery,
  ComplaintQueueWire,
  ComplaintRowWire,
} from '@yugong/domain/complaint/staff-wire';
import { AnswerRequest, CloseRequest } from '@yugong/domain/legal-aid/staff-wire';
import { MessageWire } from '@yugong/domain/legal-aid/wire';
import { IdParams } from '@yugong/domain/wire';
import { answerComplaint, closeComplaint, complaintQueue, openComplaint } from '../../staff/data/complaints';
import { staffOperation } from './operation';

const clerk = { may: ['complaints'] } as const;
const one = { ...clerk, params: IdParams };
const refused = ['not-found', 'no-longer-open', 'idempotency-key-reused'] as const;

export const staffComplaintOperations = [
  staffOperation({
    ...clerk,
    method: 'GET',
    path: '/complaints',
    id: 'staffComplaints',
    summary: '投诉建议和请回电，期限近的在前',
    query: ComplaintQueueQuery,
    answers: { 200: { description: '不含本人的信息', schema: ComplaintQueueWire } },
    problems: ['invalid'],
    handle: ({ query, ...context }) => complaintQueue(context, query),
  }),
  staffOperation({
    ...one,
    method: 'GET',
    path: '/complaints/{id}',
    id: 'staffComplaint',
    summary: '一条投诉建议的全部内容；看过会留下记录',
    answers: { 200: { description: '内容和往来', schema: ComplaintCaseWire } },
    problems: ['not-found'],
    handle: ({ params, ...context }) => openComplaint(context, params.id),
  }),
  staffOperation({
    ...one,
    method: 'POST',
    path: '/complaints/{id}/messages',
    id: 'staffAnswerComplaint',
    summary: '答复，或者记下回电的结果',
    body: AnswerRequest,
    example: { text: '这是一个例子：筛选已经加上了，谢谢你的建议。' },
    answers: { 201: { description: '本人在手机上看得到', schema: MessageWire } },
    problems: ['invalid', 'stale', ...refused],
    handle: async ({ params, body, reply, ...context }) =>
      reply.code(201).send(await answerComplaint(context, params.id, body)),
  }),
  staffOperation({
    ...one,
    method: 'POST',
    path: '/complaints/{id}/close',
    id: 'staffCloseComplaint',
    summary: '办结，可以留一句话',
    body: CloseRequest,
    example: { text: '这是一个例子：问题已经处理，这件事办结了。' },
    answers: { 200: { description: '办结了', schema: ComplaintRowWire } },
    problems: ['invalid', 'stale', ...refused],
    handle: ({ params, body, ...context }) => closeComplaint(context, params.id, body),
  }),
];

import { MessageWire } from '@yugong/domain/legal-aid/wire';
import {
  AnswerRequest,
  AssignRequest,
  CaseWire,
  CloseRequest,
  LawyersWire,
  LetterRequest,
  QueueQuery,
  QueueRow,
  QueueWire,
  TemplateEdit,
  TemplateInput,
  TemplatesWire,
  TemplateWire,
} from '@yugong/domain/legal-aid/staff-wire';
import { IdParams } from '@yugong/domain/wire';
import { answerCase, assignCase, closeCase, lawyersOf, noteLetter, openCase, queue } from '../../staff/data/legal-aid';
import { addTemplate, editTemplate, removeTemplate, templatesOf } from '../../staff/data/templates';
import { staffOperation } from './operation';

const lawyer = { may: ['legal-aid'] } as const;
const one = { ...lawyer, params: IdParams };
const refused = ['not-found', 'no-longer-open', 'idempotency-key-reused'] as const;
const template = {
  title: '请补充材料（示例）',
  topic: 'pay',
  text: '请带上工资流水和考勤记录，来之前打个电话。',
} as const;

export const staffLegalAidOperations = [
  staffOperation({
    ...lawyer,
    method: 'GET',
    path: '/legal-aid',
    id: 'staffQueue',
    summary: '求助，急的在前',
    query: QueueQuery,
    answers: { 200: { description: '不含本人的信息', schema: QueueWire } },
    problems: ['invalid'],
    handle: ({ query, ...context }) => queue(context, query),
  }),
  staffOperation({
    ...lawyer,
    method: 'GET',
    path: '/legal-aid/lawyers',
    id: 'staffLawyers',
    summary: '可以交给谁，各有几件没办完',
    answers: { 200: { description: '在我范围内的', schema: LawyersWire } },
    handle: async (context) => ({ lawyers: await lawyersOf(context) }),
  }),
  staffOperation({
    ...lawyer,
    method: 'GET',
    path: '/legal-aid/templates',
    id: 'staffTemplates',
    summary: '常用的答复',
    answers: { 200: { description: '本工会的', schema: TemplatesWire } },
    handle: async (context) => ({ templates: await templatesOf(context) }),
  }),
  staffOperation({
    ...lawyer,
    method: 'POST',
    path: '/legal-aid/templates',
    id: 'staffAddTemplate',
    summary: '存一条常用的答复',
    body: TemplateInput,
    example: template,
    answers: { 201: { description: '存好了', schema: TemplateWire } },
    problems: ['invalid'],
    handle: async ({ body, reply, ...context }) => reply.code(201).send(await addTemplate(context, body)),
  }),
  staffOperation({
    ...one,
    method: 'PUT',
    path: '/legal-aid/templates/{id}',
    id: 'staffEditTemplate',
    summary: '改一条常用的答复',
    body: TemplateEdit,
    example: { ...template, seen: 1 },
    answers: { 200: { description: '改好了', schema: TemplateWire } },
    problems: ['invalid', 'not-found', 'stale', 'idempotency-key-reused'],
    handle: ({ params, body, ...context }) => editTemplate(context, params.id, body),
  }),
  staffOperation({
    ...one,
    method: 'DELETE',
    path: '/legal-aid/templates/{id}',
    id: 'staffRemoveTemplate',
    summary: '删一条常用的答复',
    answers: { 204: { description: '删了' } },
    problems: ['not-found'],
    handle: async ({ params, reply, ...context }) => {
      await removeTemplate(context, params.id);
      return reply.code(204).send();
    },
  }),
  staffOperation({
    ...one,
    method: 'GET',
    path: '/legal-aid/{id}',
    id: 'staffCase',
    summary: '一件求助的全部内容；看过会留下记录',
    answers: { 200: { description: '撤回了的只说撤回了', schema: CaseWire } },
    problems: ['not-found'],
    handle: ({ params, ...context }) => openCase(context, params.id),
  }),
  staffOperation({
    ...one,
    method: 'PUT',
    path: '/legal-aid/{id}/assignee',
    id: 'staffAssign',
    summary: '交给谁办；自己接，或由管理员分派',
    body: AssignRequest,
    example: { assignee: null, seen: null },
    answers: { 200: { description: '现在的样子', schema: QueueRow } },
    problems: ['invalid', 'stale', ...refused],
    handle: ({ params, body, ...context }) => assignCase(context, params.id, body),
  }),
  staffOperation({
    ...one,
    method: 'POST',
    path: '/legal-aid/{id}/messages',
    id: 'staffAnswer',
    summary: '答复',
    body: AnswerRequest,
    example: { text: '这是一个例子：可以先申请支付令，我把步骤写给你。' },
    answers: { 201: { description: '本人在手机上看得到', schema: MessageWire } },
    problems: ['invalid', ...refused],
    handle: async ({ params, body, reply, ...context }) =>
      reply.code(201).send(await answerCase(context, params.id, body.text)),
  }),
  staffOperation({
    ...one,
    method: 'POST',
    path: '/legal-aid/{id}/letter',
    id: 'staffNoteLetter',
    summary: '记下发了提示函、意见书或建议书；意见书从发出起算 15 个工作日',
    body: LetterRequest,
    example: { kind: 'opinion', sentOn: '2026-01-05' },
    answers: { 200: { description: '记下了，本人在手机上看得到', schema: QueueRow } },
    problems: ['invalid', ...refused],
    handle: ({ params, body, ...context }) => noteLetter(context, params.id, body),
  }),
  staffOperation({
    ...one,
    method: 'POST',
    path: '/legal-aid/{id}/close',
    id: 'staffClose',
    summary: '办结，可以留一句话',
    body: CloseRequest,
    example: { text: '这是一个例子：工资已经拿到，这件事办结了。' },
    answers: { 200: { description: '办结了', schema: QueueRow } },
    problems: ['invalid', ...refused],
    handle: ({ params, body, ...context }) => closeCase(context, params.id, body.text),
  }),
];

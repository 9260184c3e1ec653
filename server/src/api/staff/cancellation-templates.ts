import type { TemplateWire } from '@yugong/domain/legal-aid/staff-wire';
import {
  CancellationTemplateEdit,
  CancellationTemplateInput,
  CancellationTemplatesWire,
  CancellationTemplateWire,
} from '@yugong/domain/session/staff-wire';
import { IdParams } from '@yugong/domain/wire';
import { addTemplate, editTemplate, removeTemplate, templatesOf } from '../../staff/data/templates';
import { staffOperation } from './operation';

const clerk = { may: ['sessions.write'] } as const;
const one = { ...clerk, params: IdParams, path: '/cancellation-templates/{id}' } as const;
const example = { title: '医院停电（示例）', text: '这是一个例子：医院临时停电，这一场取消，请改报其他场次。' };

const onWire = ({ id, title, text, updatedAt, version }: TemplateWire): CancellationTemplateWire => ({
  id,
  title,
  text,
  updatedAt,
  version,
});

export const cancellationTemplateOperations = [
  staffOperation({
    ...clerk,
    method: 'GET',
    path: '/cancellation-templates',
    id: 'staffCancellationTemplates',
    summary: '常用的取消说明',
    answers: { 200: { description: '本工会的', schema: CancellationTemplatesWire } },
    handle: async (context) => ({ templates: (await templatesOf(context, 'cancellation')).map(onWire) }),
  }),
  staffOperation({
    ...clerk,
    method: 'POST',
    path: '/cancellation-templates',
    id: 'staffAddCancellationTemplate',
    summary: '存一条常用的取消说明',
    body: CancellationTemplateInput,
    example,
    answers: { 201: { description: '存好了', schema: CancellationTemplateWire } },
    problems: ['invalid'],
    handle: async ({ body, reply, ...context }) =>
      reply.code(201).send(onWire(await addTemplate(context, 'cancellation', { ...body, topic: null }))),
  }),
  staffOperation({
    ...one,
    method: 'PUT',
    id: 'staffEditCancellationTemplate',
    summary: '改一条常用的取消说明',
    body: CancellationTemplateEdit,
    example: { ...example, seen: 1 },
    answers: { 200: { description: '改好了', schema: CancellationTemplateWire } },
    problems: ['invalid', 'not-found', 'stale', 'idempotency-key-reused'],
    handle: async ({ params, body, ...context }) =>
      onWire(await editTemplate(context, { kind: 'cancellation', id: params.id }, { ...body, topic: null })),
  }),
  staffOperation({
    ...one,
    method: 'DELETE',
    id: 'staffRemoveCancellationTemplate',
    summary: '删一条常用的取消说明',
    answers: { 204: { description: '删了' } },
    problems: ['not-found'],
    handle: async ({ params, reply, ...context }) => {
      await removeTemplate(context, { kind: 'cancellation', id: params.id });
      return reply.code(204).send();
    },
  }),
];

import { NoteRequest, StaffNotesWire } from '@yugong/domain/staff-note/wire';
import { IdParams } from '@yugong/domain/wire';
import { addNote, staffNotesOf } from '../../staff/data/notes';
import { staffOperation } from './operation';

const clerk = { may: ['roster'], params: IdParams } as const;
const lawyer = { may: ['legal-aid'], params: IdParams } as const;
const written = {
  body: NoteRequest,
  example: { text: '这是一个例子：她说下午两点后方便接电话。' },
  answers: { 200: { description: '记下了；全部备注，早的在前', schema: StaffNotesWire } },
};

export const noteOperations = [
  staffOperation({
    ...clerk,
    method: 'GET',
    path: '/registrations/{id}/notes',
    id: 'staffRegistrationNotes',
    summary: '一个报名的内部备注，本人看不到；看过会留下记录',
    answers: { 200: { description: '谁、什么时候写的，早的在前', schema: StaffNotesWire } },
    problems: ['not-found'],
    handle: ({ params, ...context }) => staffNotesOf(context, 'registration', params.id),
  }),
  staffOperation({
    ...clerk,
    ...written,
    method: 'POST',
    path: '/registrations/{id}/notes',
    id: 'staffNoteRegistration',
    summary: '给一个报名写内部备注，本人看不到',
    problems: ['invalid', 'not-found', 'not-active', 'idempotency-key-reused'],
    handle: ({ params, body, ...context }) => addNote(context, 'registration', { id: params.id, ...body }),
  }),
  staffOperation({
    ...lawyer,
    method: 'GET',
    path: '/legal-aid/{id}/notes',
    id: 'staffRequestNotes',
    summary: '一件求助的内部备注，本人看不到；看过会留下记录',
    answers: { 200: { description: '谁、什么时候写的，早的在前', schema: StaffNotesWire } },
    problems: ['not-found'],
    handle: ({ params, ...context }) => staffNotesOf(context, 'legal-aid', params.id),
  }),
  staffOperation({
    ...lawyer,
    ...written,
    method: 'POST',
    path: '/legal-aid/{id}/notes',
    id: 'staffNoteRequest',
    summary: '给一件求助写内部备注，本人看不到',
    problems: ['invalid', 'not-found', 'not-active', 'idempotency-key-reused'],
    handle: ({ params, body, ...context }) => addNote(context, 'legal-aid', { id: params.id, ...body }),
  }),
];

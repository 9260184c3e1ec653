/** What goes to the union through the outbox. Titles in the list of what waits give nothing away. */
import * as v from 'valibot';
import { SentComplaintWire, type ComplaintRequest } from '@yugong/domain/complaint/wire';
import { MessageWire } from '@yugong/domain/legal-aid/wire';
import { defineKind, newIdempotencyKey, putIntoOutbox, type OutboxItem } from '@/platform/outbox';

export const complaintKind = defineKind<ComplaintRequest, SentComplaintWire>('complaint', SentComplaintWire);
const messageKind = defineKind<{ text: string }, v.InferOutput<typeof MessageWire>>('complaint-message', MessageWire);
const deleteKind = defineKind<null, unknown>('complaint-delete', v.unknown());

const pathOf = (id: string): string => `/api/v1/me/complaints/${id}`;

/** Where the service is told that WeChat may say so when an answer has come. */
export const complaintSubscriptionsPath = (id: string): string => `${pathOf(id)}/subscriptions`;

/** @returns false where the phone could not keep it */
export const sendComplaint = (key: string, body: ComplaintRequest): boolean =>
  putIntoOutbox(complaintKind, {
    key,
    title: body.kind === 'call-back' ? '请工会回电' : '投诉建议',
    path: '/api/v1/complaints',
    body,
  });

/** @returns false where the phone could not keep it */
export const sendAddition = (id: string, text: string): boolean =>
  putIntoOutbox(messageKind, {
    key: newIdempotencyKey(),
    title: '投诉建议的补充',
    path: `${pathOf(id)}/messages`,
    body: { text },
  });

/** @returns false where the phone could not keep it */
export const sendComplaintDeletion = (id: string): boolean =>
  putIntoOutbox(deleteKind, {
    key: newIdempotencyKey(),
    title: '删除投诉建议',
    method: 'DELETE',
    path: pathOf(id),
    body: null,
  });

const kinds: readonly string[] = [complaintKind.name, messageKind.name, deleteKind.name];

/** How many of this feature's have arrived: what the service says is another then. */
export const countArrived = (outbox: readonly OutboxItem[]): number =>
  outbox.filter(({ kind, progress }) => kinds.includes(kind) && progress.state === 'done').length;

/** Complaints that the union has not got yet. */
export const waitingComplaints = (outbox: readonly OutboxItem[]): OutboxItem[] =>
  outbox.filter(({ kind, progress }) => kind === complaintKind.name && progress.state !== 'done');

/** What is on its way, or was refused, about one complaint. */
export const waitingAboutComplaint = (outbox: readonly OutboxItem[], id: string): OutboxItem[] =>
  outbox.filter(
    ({ kind, path, progress }) => kinds.includes(kind) && path.startsWith(pathOf(id)) && progress.state !== 'done',
  );

/** Has its deletion been acknowledged? */
export const isComplaintDeleted = (outbox: readonly OutboxItem[], id: string): boolean =>
  outbox.some(
    ({ kind, path, progress }) => kind === deleteKind.name && path === pathOf(id) && progress.state === 'done',
  );

/** What goes to the union through the outbox. Titles in the list of what waits give nothing away. */
import * as v from 'valibot';
import { AskedWire, MessageWire, type LegalAidRequest } from '@yugong/domain/legal-aid/wire';
import { defineKind, newIdempotencyKey, putIntoOutbox, type OutboxItem } from '@/platform/outbox';
import { REQUEST_KIND } from '../../shared/legal-aid-news';

export const requestKind = defineKind<LegalAidRequest, v.InferOutput<typeof AskedWire>>(REQUEST_KIND, AskedWire);
const messageKind = defineKind<{ text: string }, v.InferOutput<typeof MessageWire>>('legal-aid-message', MessageWire);
const withdrawKind = defineKind<null, v.InferOutput<typeof AskedWire>>('legal-aid-withdraw', AskedWire);
const deleteKind = defineKind<null, unknown>('legal-aid-delete', v.unknown());

/** Everything of this feature in the outbox, for clearing. */
export const allKinds = [requestKind, messageKind, withdrawKind, deleteKind].map(({ name }) => name);

const pathOf = (id: string): string => `/api/v1/me/legal-aid/${id}`;

/** Where the service is told that WeChat may say so when an answer to a request has come. */
export const answerMessagesPath = (id: string): string => `${pathOf(id)}/subscriptions`;

/** @returns false where the phone could not keep it */
export const sendRequest = (key: string, body: LegalAidRequest): boolean =>
  putIntoOutbox(requestKind, { key, title: '给工会的求助', path: '/api/v1/legal-aid', body });

/** @returns false where the phone could not keep it */
export const sendMessage = (key: string, id: string, text: string): boolean =>
  putIntoOutbox(messageKind, {
    key,
    title: '给工会的补充',
    path: `${pathOf(id)}/messages`,
    body: { text },
  });

/** @returns false where the phone could not keep it */
export const sendWithdrawal = (id: string): boolean =>
  putIntoOutbox(withdrawKind, {
    key: newIdempotencyKey(),
    title: '撤回求助',
    path: `${pathOf(id)}/withdraw`,
    body: null,
  });

/** @returns false where the phone could not keep it */
export const sendDeletion = (id: string): boolean =>
  putIntoOutbox(deleteKind, {
    key: newIdempotencyKey(),
    title: '删除求助',
    method: 'DELETE',
    path: pathOf(id),
    body: null,
  });

/** What is on its way, or was refused, about one request. */
export const waitingAbout = (outbox: readonly OutboxItem[], id: string): OutboxItem[] =>
  outbox.filter(
    ({ kind, path, progress }) => allKinds.includes(kind) && path.startsWith(pathOf(id)) && progress.state !== 'done',
  );

/** Has its deletion been acknowledged? */
export const isDeleted = (outbox: readonly OutboxItem[], id: string): boolean =>
  outbox.some(
    ({ kind, path, progress }) => kind === deleteKind.name && path === pathOf(id) && progress.state === 'done',
  );

/** Is a deletion or a withdrawal on its way already? */
export const isLeaving = (outbox: readonly OutboxItem[], id: string): boolean =>
  waitingAbout(outbox, id).some(
    ({ kind, progress }) =>
      (kind === deleteKind.name || kind === withdrawKind.name) &&
      (progress.state === 'waiting' || progress.state === 'sending'),
  );

/** Requests that the union has not got yet. */
export const waitingRequests = (outbox: readonly OutboxItem[]): OutboxItem[] =>
  outbox.filter(({ kind, progress }) => kind === REQUEST_KIND && progress.state !== 'done');

/** What goes out about signing up, through the outbox: each with a key, so that it happens once whatever the line does. */
import type * as v from 'valibot';
import { RegistrationWire } from '@yugong/domain/registration/wire';
import { type ProofWire, SignUpWire } from '@yugong/domain/registration/detail';
import type { SessionWire } from '@yugong/domain/session/wire';
import { answerOf, defineKind, newIdempotencyKey, putIntoOutbox, putSealed, type OutboxItem } from '@/platform/outbox';
import type { RegistrationBody } from './form/form-part';
import { registrationPath, sessionPath } from './endpoints';

const signUp = defineKind<RegistrationBody, v.InferOutput<typeof SignUpWire>>('sign-up', SignUpWire);
const move = defineKind<{ sessionId: string }, RegistrationWire>('registration-move', RegistrationWire);
const take = defineKind<{ sessionId: string }, RegistrationWire>('registration-take', RegistrationWire);
const cancel = defineKind<null, RegistrationWire>('registration-cancel', RegistrationWire);

/** Its identity number is kept sealed. @returns false where the phone could not keep it */
export function sendSignUp(key: string, session: SessionWire, body: RegistrationBody): Promise<boolean> {
  const what = { key, title: `报名：${session.title}`, path: `${sessionPath(session.id)}/registrations`, body };
  const { residentId } = body.person;
  return residentId === undefined
    ? Promise.resolve(putIntoOutbox(signUp, what))
    : putSealed(signUp, { ...what, secret: '/person/residentId', text: residentId });
}

/** The old place stays until the service has given the new one. */
export const sendMove = (registration: string, to: SessionWire): boolean =>
  putIntoOutbox(move, {
    key: newIdempotencyKey(),
    title: `改期：${to.title}`,
    method: 'PUT',
    path: registrationPath(registration),
    body: { sessionId: to.id },
  });

/** Says yes to a place that is kept for the first in line. */
export const sendAcceptOffer = (registration: string, session: SessionWire): boolean =>
  putIntoOutbox(take, {
    key: newIdempotencyKey(),
    title: `确认名额：${session.title}`,
    method: 'PUT',
    path: registrationPath(registration),
    body: { sessionId: session.id },
  });

export const sendCancel = (registration: string, session: SessionWire): boolean =>
  putIntoOutbox(cancel, {
    key: newIdempotencyKey(),
    title: `取消报名：${session.title}`,
    method: 'DELETE',
    path: registrationPath(registration),
    body: null,
  });

const kinds: readonly string[] = [signUp.name, move.name, take.name, cancel.name];

/** Is it about signing up? */
export const isRegistrationItem = (item: OutboxItem): boolean => kinds.includes(item.kind);

/** The session a sign-up is for; null for anything else. */
export function sessionOf({ kind, path }: OutboxItem): string | null {
  const match = kind === signUp.name ? /\/sessions\/([^/]+)\/registrations$/.exec(path) : null;
  return match?.[1] === undefined ? null : decodeURIComponent(match[1]);
}

/** The registration that a move, a cancellation or a yes is about; null for anything else. */
export function registrationOf({ kind, path }: OutboxItem): string | null {
  const match = kind !== signUp.name && kinds.includes(kind) ? /\/registrations\/([^/]+)$/.exec(path) : null;
  return match?.[1] === undefined ? null : decodeURIComponent(match[1]);
}

/** What was asked for a registration: the word that its state is told with. */
export const changeOf = ({ kind }: OutboxItem): 'move' | 'take' | 'cancel' | null =>
  kind === move.name ? 'move' : kind === take.name ? 'take' : kind === cancel.name ? 'cancel' : null;

/** Of a sign-up whose telephone number has to be proved: which it is and how; null of any other. */
export function proofOf(item: OutboxItem): { id: string; proof: ProofWire } | null {
  const answer = signUpAnswer(item);
  if (answer === null || !('proof' in answer) || !answer.proof) return null;
  return { id: answer.id, proof: answer.proof };
}

/** Of a sign-up that the union has to settle: which it is; null of any other, and of one whose number can be proved. */
export function heldForUnion(item: OutboxItem): string | null {
  const answer = signUpAnswer(item);
  return answer !== null && 'proof' in answer && !answer.proof ? answer.id : null;
}

/** The answer to a sign-up that is done; null while it isn't. */
export const signUpAnswer = (item: OutboxItem) => answerOf(signUp, item);

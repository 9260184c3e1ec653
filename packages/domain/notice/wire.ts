/** What a person has to know about what is theirs, as app and service say it to each other. */
import * as v from 'valibot';
import { Time, WireId } from '../wire';
import { openPicklist } from '../wire/tolerant';

/**
 * What happened. `offered`: a seat is held for her until `deadline`; `promoted`: the waiting list reached her;
 * `displaced`: the session shrank and she is first in line for a seat; `passed-on`: an offer could not be delivered in
 * time, so the next person got it and she still waits; `moved`: the union moved her to another session; `changed`: her
 * session's venue, its address, floor or telephone, or its time is another; `cancelled`: the union called it off or ended her registration. `sign-up-opens`:
 * one can sign up for what she waits for; `day-before`: her session is tomorrow; `preparation-starts`: what it needs
 * begins today; `due-again`: the date that she asked to be told of has come. `held-released`, `held-returned`: the union has
 * settled a sign-up that it held, and the place is hers, or isn't. `message`: the union writes something to her.
 */
export const noticeKinds = [
  'offered',
  'promoted',
  'displaced',
  'passed-on',
  'moved',
  'changed',
  'cancelled',
  'legal-aid-answer',
  'complaint-answer',
  'report-answer',
  'sign-up-opens',
  'day-before',
  'preparation-starts',
  'due-again',
  'held-released',
  'held-returned',
  'message',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** A field of a session that is another now, as people read it. */
const NoticeChange = v.object({
  field: openPicklist(['title', 'place', 'address', 'floor', 'phone', 'startsAt', 'endsAt', 'session', 'note'], 'note'),
  from: v.nullable(v.string()),
  to: v.nullable(v.string()),
});

export const NoticeWire = v.object({
  id: v.string(),
  kind: openPicklist(noticeKinds, 'changed'),
  at: Time,
  /** When this person's phone said that it was read; null until then. */
  readAt: v.nullable(Time),
  /** Of an offer: until when it has to be answered; null while its hold hasn't begun. */
  deadline: v.nullable(Time),
  /** What it is about: a registration with its session, a request to the union, or a reported station. */
  registrationId: v.nullable(v.string()),
  sessionId: v.nullable(v.string()),
  requestId: v.nullable(v.string()),
  stationId: v.nullable(v.string()),
  /** The session's, request's or station's title: never a health word that its own page doesn't show. */
  title: v.string(),
  /** What the union says to it: why it was called off, or what it writes. */
  reason: v.nullable(v.string()),
  changes: v.array(NoticeChange),
});
export type NoticeWire = v.InferOutput<typeof NoticeWire>;

/** The answer of `GET /api/v1/me/notices`: unread first, then the newest. */
export const NoticeListWire = v.object({ unread: v.number(), notices: v.array(NoticeWire) });
export type NoticeListWire = v.InferOutput<typeof NoticeListWire>;

/** `POST /api/v1/me/notices/read`: these were shown to whose they are; sent twice it takes effect once. */
export const NoticesReadRequest = v.strictObject({
  ids: v.pipe(v.array(WireId, 'type'), v.minLength(1, 'required'), v.maxLength(100, 'too-long')),
});

/** What somebody of the union's staff has to do now, and the first steps of a service in which nothing was made yet. */
import * as v from 'valibot';

/**
 * `calls`: people to be telephoned. `offer`: seats of one session that lapse within a day. `held`: sign-ups of one
 * session that staff have to settle. `request`: a request for legal aid with less than seven days left. `requests`:
 * the other ones that wait for an answer. `door-list`: a session of today or tomorrow whose list nobody has taken along.
 * `session-drafts`: sessions that only staff see and that nobody has given a time to be public. `outcomes`: people who
 * came to a screening and weren't told their result. `reports`: reports of stations that nobody looked at.
 * `complaints`: complaints that wait for an answer. `failed-plans`: records that could not be published at their time.
 * `drafts`: what was written and not published. `quiet-content`: nothing was published for `QUIET_DAYS`, or ever.
 */
export const todoKinds = [
  'calls',
  'offer',
  'held',
  'request',
  'requests',
  'door-list',
  'session-drafts',
  'outcomes',
  'reports',
  'complaints',
  'failed-plans',
  'drafts',
  'quiet-content',
] as const;
export type TodoKind = (typeof todoKinds)[number];

/** Days without a publication after which its editors are told. */
export const QUIET_DAYS = 14;

export const TodoItemWire = v.object({
  kind: v.picklist(todoKinds),
  /** People, reports or whatever the kind counts; for a single thing 1. */
  count: v.number(),
  /** By when the first of them has to be done; null where nothing lapses. */
  dueAt: v.nullable(v.string()),
  /** What it is about, where it is one session or one request. No person's name is in it. */
  subject: v.nullable(v.object({ id: v.string(), title: v.string() })),
});

/** What a service needs before anybody can sign up, in the order in which it is made. */
export const firstSteps = ['people', 'programme', 'session', 'content'] as const;
export type FirstStep = (typeof firstSteps)[number];

export const TodoWire = v.object({
  /** The earliest deadline first, what has none last. */
  items: v.array(TodoItemWire),
  /** Null once there is a session in scope, and for whoever may make none of it. */
  firstSteps: v.nullable(v.array(v.object({ step: v.picklist(firstSteps), done: v.boolean() }))),
});

export type TodoItemWire = v.InferOutput<typeof TodoItemWire>;
export type TodoWire = v.InferOutput<typeof TodoWire>;

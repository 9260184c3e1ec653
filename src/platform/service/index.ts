/**
 * The union's service, from the phone. Reading needs no login; what belongs to somebody is asked `as: 'me'`,
 * and what is sent goes through platform/outbox.
 *
 * Every answer is checked against its schema before anyone sees it: a gateway's page is no session list.
 *
 * @example
 * const reply = await askService(v.object({ sessions: v.array(SessionWire) }), { path: '/api/v1/sessions?kind=event' });
 * if (reply.kind === 'answered') show(reply.data.sessions);
 */
import * as v from 'valibot';
import { defineKind, LOGOUT, sendItem, startOutbox, type Send } from '../outbox';
import { Login } from '../storage';
import { asMe, endLogin } from './login';

export { askService, type ServiceReply, type ServiceRequest } from './ask';
export { endLogin, forgetLogin, hasLogin } from './login';
export { addressOf, hasService } from './reach';
export { forgetServed, useService, type Served } from './use-service';

/** A login to be ended as soon as the service can be reached. */
export const logoutKind = defineKind<Login, unknown>(LOGOUT, v.unknown());

/** A login ends with its own tokens, never with those of whoever has logged in since. */
const sendLogout: Send = async ({ body, key }) => {
  const reply = await endLogin(v.parse(Login, body), key);
  return reply.kind === 'answered'
    ? { kind: 'acknowledged', status: reply.status, answer: null }
    : { kind: 'unanswered' };
};

const send = sendItem(asMe);

/** Lets the outbox send, with this phone's account. Called once, by the app. */
export const startSending = (): void => startOutbox((item) => (item.kind === LOGOUT ? sendLogout(item) : send(item)));

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
import { sendItem, startOutbox } from '../outbox';
import { asMe } from './login';

export { askService, type ServiceReply, type ServiceRequest } from './ask';
export { forgetLogin, hasLogin } from './login';
export { addressOf } from './reach';
export { forgetServed, useService, type Served } from './use-service';

/** Lets the outbox send, with this phone's account. Called once, by the app. */
export const startSending = (): void => startOutbox(sendItem(asMe));

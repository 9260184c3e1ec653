/**
 * Public API of registration, for screening sessions and events alike: its URL builders.
 *
 * @example <Row url={signUpUrl({ session: 'demo-event-lecture' })} title="报名" />
 */
import { pageUrl } from '@/platform/navigation/url';

const at = (page: string): string => `/features/registration/pages/${page}/index`;

/** The form of a session; shows what has become of it where it was handed in, and leads to the ticket. */
export const signUpUrl = ({ session }: { session: string }): string => pageUrl(at('sign-up'), { session });

/**
 * A registration's ticket, by its id; or by the `key` a sign-up, move or cancellation went out with, while its answer
 * is not there yet.
 */
export const ticketUrl = (of: { registration: string; just?: 'made' | 'had' } | { key: string }): string =>
  pageUrl(at('ticket'), 'key' in of ? { key: of.key } : { id: of.registration, just: of.just });

/** Another session of the same programme for a registration. */
export const moveUrl = (registration: string): string => pageUrl(at('move'), { id: registration });

/** Everything signed up for. */
export const mineUrl = (): string => at('mine');

/** What happened to what is the reader's: changes, offers, answers. */
export const noticesUrl = (): string => at('notices');

/** What the reader asked to be told of: sessions that open, and when she is due again. */
export const alertsUrl = (): string => at('alerts');

/** What is kept of the reader, where, and how to take it along or away. */
export const privacyUrl = (): string => at('privacy');

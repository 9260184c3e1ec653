/** Paths of the service's API about one session and one registration. */
import { MY_REGISTRATIONS_PATH } from '../shared/service-paths';

export const sessionPath = (id: string): string => `/api/v1/sessions/${encodeURIComponent(id)}`;
/** Of a sign-up that the union has to settle, or whose telephone number has to be proved. */
export const heldPath = (id: string): string => `/api/v1/me/held/${encodeURIComponent(id)}`;
export const registrationPath = (id: string): string => `${MY_REGISTRATIONS_PATH}/${encodeURIComponent(id)}`;
/** Of the date on which somebody is due again. */
export const dueReminderPath = (id: string): string => `/api/v1/me/due-reminders/${encodeURIComponent(id)}`;

export const subscriptionsPath = (registration: string): string => `${registrationPath(registration)}/subscriptions`;
export const heldSubscriptionsPath = (id: string): string => `${heldPath(id)}/subscriptions`;

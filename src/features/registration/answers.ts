/** Shapes of the service's answers, each one object, so that pages that ask the same share the answer. */
import * as v from 'valibot';
import { ProgrammeWire } from '@yugong/domain/programme/wire';
import { PassWire, RegistrationDetailWire } from '@yugong/domain/registration/wire';
import { SessionWire } from '@yugong/domain/session/wire';

export const Programmes = v.object({ programmes: v.array(ProgrammeWire) });
export const Sessions = v.object({ sessions: v.array(SessionWire) });
export const Registrations = v.object({ registrations: v.array(RegistrationDetailWire) });
export { PassWire as Pass, RegistrationDetailWire as RegistrationDetail, SessionWire as Session };

export type RegistrationDetail = v.InferOutput<typeof RegistrationDetailWire>;

export const PROGRAMMES = '/api/v1/programmes';
export const MY_REGISTRATIONS = '/api/v1/me/registrations';
export const sessionPath = (id: string): string => `/api/v1/sessions/${encodeURIComponent(id)}`;
export const registrationPath = (id: string): string => `${MY_REGISTRATIONS}/${encodeURIComponent(id)}`;

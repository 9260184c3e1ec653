/** What is asked of the service about screening; each schema one object, so that pages share the answers. */
import * as v from 'valibot';
import { ProgrammeWire } from '@yugong/domain/programme/wire';
import { SessionWire } from '@yugong/domain/session/wire';

export const Programmes = v.object({ programmes: v.array(ProgrammeWire) });
export const Sessions = v.object({ sessions: v.array(SessionWire) });

export const PROGRAMMES = '/api/v1/programmes';
/** Every screening session that is not over; narrowed down on the phone. */
export const SESSIONS = '/api/v1/sessions?kind=screening';

/** Asking to hear of sessions that open, as app and service say it to each other. */
import * as v from 'valibot';
import { Kind } from '../session/wire';
import { Adcode, Time, WireId } from '../wire';

/** Of one session whose sign-up hasn't begun: to hear when it does. */
const SessionAlertOfSession = v.strictObject({ sessionId: WireId });

/** Of any session that suits: to hear of the first that one can sign up for. */
const SessionAlertByWish = v.strictObject({
  kind: Kind,
  programmeId: v.nullable(WireId),
  adcode: v.nullable(Adcode),
  evening: v.boolean('type'),
  weekend: v.boolean('type'),
});

export const SessionAlertRequest = v.union([SessionAlertOfSession, SessionAlertByWish], 'type');
export type SessionAlertRequest = v.InferOutput<typeof SessionAlertRequest>;

/** Something that somebody waits for; it is gone once they were told. */
export const SessionAlertWire = v.object({
  id: v.string(),
  /** The session, or null where it is a wish. */
  sessionId: v.nullable(v.string()),
  /** The session's title, or the programme's where the wish names one. */
  title: v.nullable(v.string()),
  /** When the session's sign-up begins. */
  opensAt: v.nullable(Time),
  kind: Kind,
  programmeId: v.nullable(v.string()),
  adcode: v.nullable(v.string()),
  /** The district's name; null where it is the whole city. */
  district: v.nullable(v.string()),
  evening: v.boolean(),
  weekend: v.boolean(),
  createdAt: Time,
  /** Until when it stands. */
  until: Time,
});
export type SessionAlertWire = v.InferOutput<typeof SessionAlertWire>;

export const SessionAlertListWire = v.object({ alerts: v.array(SessionAlertWire) });

/** The reminder of when somebody is due again, as app and service say it to each other. */
import * as v from 'valibot';
import { ConsentWire } from '../consent/wire';
import { GivenConsents } from '../consent/wire';
import { Day, Time } from '../wire';
import { Positive } from '../wire';

/** A date that the service keeps, and nothing of why. */
export const DueReminderWire = v.object({
  id: v.string(),
  day: v.string(),
  /** After how many months she is due again, once she says that it was done. */
  months: v.number(),
  /** How often she was told of this day: once when it came, once more a month later. */
  told: v.number(),
  createdAt: Time,
});
export type DueReminderWire = v.InferOutput<typeof DueReminderWire>;

export const DueReminderListWire = v.object({ reminders: v.array(DueReminderWire) });

/** Of a registration that is over: the day that could be kept, and the consent that it needs; `kept` where it is. */
export const DueOfferWire = v.object({
  day: v.string(),
  // Of no other purpose, whatever there will be.
  consent: v.object({ ...ConsentWire.entries, purpose: v.literal('due-reminder') }),
  kept: v.nullable(DueReminderWire),
});
export type DueOfferWire = v.InferOutput<typeof DueOfferWire>;

export const DueReminderRequest = v.strictObject({ consents: GivenConsents });

/** She comes later, or it was done: either way there is a new day. */
export const DueReminderChange = v.union(
  [
    v.strictObject({ action: v.literal('defer', 'value'), months: Positive(12) }),
    v.strictObject({ action: v.literal('done', 'value'), on: Day }),
  ],
  'type',
);
export type DueReminderChange = v.InferOutput<typeof DueReminderChange>;

/** What travels between app and service about programmes. */
import * as v from 'valibot';
import { ConsentWire } from '../consent/wire';
import { personFieldNames } from '../person';
import { ScreeningRules } from '../screening/rules';
import { Kind } from '../session/wire';

/** How many people a team may have, its captain included. */
export const TeamSize = v.pipe(
  v.object({ min: v.pipe(v.number(), v.integer(), v.minValue(2)), max: v.pipe(v.number(), v.integer()) }),
  v.check(({ min, max }) => min <= max, 'min exceeds max'),
);
export type TeamSize = v.InferOutput<typeof TeamSize>;

export const ProgrammeWire = v.object({
  id: v.string(),
  kind: Kind,
  title: v.string(),
  summary: v.string(),
  organiser: v.string(),
  demo: v.boolean(),
  fields: v.array(v.picklist(personFieldNames)),
  limitPerPerson: v.nullable(v.number()),
  offerMinutes: v.nullable(v.number()),
  sex: v.nullable(v.picklist(['female', 'male'])),
  age: v.nullable(v.object({ min: v.number(), max: v.number() })),
  /** People a team has, the captain included; null where everybody signs up alone. A place is a team's. */
  team: v.optional(v.nullable(TeamSize), null),
  consents: v.array(ConsentWire),
  /** What is agreed to in place of `consents` where somebody signs up a family member; null where nobody may. */
  family: v.optional(v.nullable(v.object({ consents: v.array(ConsentWire) })), null),
  /** A screening programme's rules; null where it has none of its own. */
  rules: v.nullable(ScreeningRules),
});

export type ProgrammeWire = v.InferOutput<typeof ProgrammeWire>;

/** What the list of programmes is answered with. */
export const ProgrammeListWire = v.object({ programmes: v.array(ProgrammeWire) });

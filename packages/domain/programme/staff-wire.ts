/** Programmes as the union's staff make and change them. */
import * as v from 'valibot';
import { purposes } from '../consent/wire';
import { OneLine, Text } from '../text';
import { personFieldNames } from '../person';
import { ScreeningRules } from '../screening/rules';
import { Adcode } from '../wire';
import { OrganisationId, SeenVersion } from '../wire/staff';
import { Count, Positive } from '../wire';
import { ProgrammeWire } from './wire';
import { Kind } from '../session/wire';

const MOST_OF_A_TEAM = 50;
const TeamMembers = v.pipe(
  v.number('type'),
  v.integer('type'),
  v.minValue(2, 'value'),
  v.maxValue(MOST_OF_A_TEAM, 'value'),
);
/** People a team has, its captain included: no programme asks for larger teams, and no column is asked to hold one. */
const TeamInput = v.pipe(
  v.strictObject({ min: TeamMembers, max: TeamMembers }),
  v.check(({ min, max }) => min <= max, 'value'),
);

export const ProgrammeInput = v.strictObject({
  /** Whose it is; left out where one works for a single organisation. */
  organisation: v.optional(OrganisationId),
  /** Null: the whole city's. */
  adcode: v.nullable(Adcode),
  kind: Kind,
  title: OneLine(60),
  summary: Text(400),
  organiser: OneLine(60),
  limitPerPerson: v.nullable(Positive(50)),
  /**
   * People that one account, one telephone number and one device may hold places for; null for no limit. Left out, it stays as it is:
   * three in a new programme.
   */
  peopleLimit: v.optional(v.nullable(Positive(50))),
  /** Whether telephone numbers have to be proved; left out, it stays as it is: no in a new programme. */
  proof: v.optional(v.boolean('type')),
  /** Minutes a freed place is kept for the first in line; null books them at once. */
  offerMinutes: v.nullable(Positive(7 * 24 * 60)),
  fields: v.pipe(
    v.array(v.picklist(personFieldNames, 'value'), 'type'),
    v.minLength(1, 'required'),
    v.maxLength(personFieldNames.length, 'too-long'),
  ),
  sex: v.nullable(v.picklist(['female', 'male'], 'value')),
  age: v.nullable(v.strictObject({ min: Count(120), max: Count(120) })),
  consents: v.pipe(
    v.array(v.picklist(purposes, 'value'), 'type'),
    v.minLength(1, 'required'),
    v.maxLength(3, 'too-long'),
  ),
  /** People a team has, captain included; left out where everybody signs up alone. */
  team: v.optional(v.nullable(TeamInput), null),
  /**
   * May people sign up members of their family? Left out, it stays as it is: in a new programme, a screening's yes where
   * it asks for the identity number.
   */
  family: v.optional(v.boolean('type')),
  rules: v.nullable(ScreeningRules),
});

export const ProgrammeEdit = v.strictObject({ ...ProgrammeInput.entries, seen: SeenVersion });

export const StaffProgrammeWire = v.object({
  ...ProgrammeWire.entries,
  organisation: v.string(),
  adcode: v.nullable(v.string()),
  peopleLimit: v.optional(v.nullable(v.number())),
  proof: v.optional(v.boolean()),
  /** Whether the operator has a way to prove a number, so that it can be asked for. */
  proofPossible: v.optional(v.boolean()),
  /** A programme of the whole city is seen by every district and changed by whoever works for all. */
  editable: v.boolean(),
  /** Rises with every change. */
  version: v.number(),
});

export type ProgrammeInput = v.InferOutput<typeof ProgrammeInput>;
export type StaffProgrammeWire = v.InferOutput<typeof StaffProgrammeWire>;

/** From what staff type to rows. */
import { canAllowFamily, PEOPLE_LIMIT } from '@yugong/domain/registration';
import type { FieldFault } from '@yugong/domain/problem';
import type { ProgrammeInput } from '@yugong/domain/programme/staff-wire';
import { sessionFaults, sessionWarnings, sessionTimesOf } from '@yugong/domain/session';
import type { SessionEdit, SessionInput } from '@yugong/domain/session/staff-wire';
import { ApiProblem } from '../../kernel/problem';
import type { ProgrammeRow, SessionRow } from '../../kernel/schema';
import type { ScopedContext } from '../context';
import { quotasColumn } from '../../storage/rows';

/** Columns of what may be edited; what was left out stays as it is. */
export function sessionColumns(
  input: Omit<SessionEdit, 'seen'>,
): Pick<
  SessionRow,
  'title' | 'place' | 'adcode' | 'note' | 'opens_at' | 'closes_at' | 'cancel_until' | 'starts_at' | 'ends_at'
> &
  Partial<Pick<SessionRow, 'address' | 'floor' | 'phone'>> {
  const { opensAt, closesAt, cancelUntil, startsAt, endsAt } = sessionTimesOf(input);
  const { title, place, address, floor, phone, adcode, note } = input;
  return {
    title,
    place,
    ...(address === undefined ? {} : { address }),
    ...(floor === undefined ? {} : { floor }),
    ...(phone === undefined ? {} : { phone }),
    adcode,
    note,
    opens_at: opensAt,
    closes_at: closesAt,
    cancel_until: cancelUntil,
    starts_at: startsAt,
    ends_at: endsAt,
  };
}

/** @param now milliseconds since the epoch */
export const newSessionRow = (id: string, input: SessionInput, programme: ProgrammeRow, now: number): SessionRow => ({
  id,
  programme_id: programme.id,
  kind: programme.kind,
  address: null,
  floor: null,
  phone: null,
  ...sessionColumns(input),
  state: 'open',
  capacity: input.capacity,
  waitlist_size: input.waitlistSize,
  held: 0,
  waiting: 0,
  next_place: 1,
  next_offer_at: null,
  demo: programme.demo,
  organisation: programme.organisation,
  notice: null,
  revision: 0,
  changed_at: now,
  version: 1,
  public_from: publicFromOf(input.publicFrom, now),
});

/** @param publicFrom a time; null of a draft whose time isn't known; left out of what is public at once */
const publicFromOf = (publicFrom: string | null | undefined, now: number): number | null =>
  publicFrom === null ? null : publicFrom === undefined ? now : Date.parse(publicFrom);

export interface SessionCheck {
  faults: FieldFault[];
  warnings: FieldFault[];
  programme: ProgrammeRow | null;
}

/**
 * Everything that can be said of a session before it is saved.
 *
 * @param isNew one that is there already may have begun
 */
export async function checkSession(
  { scoped, tools }: ScopedContext,
  input: SessionInput,
  { isNew }: { isNew: boolean },
): Promise<SessionCheck> {
  const now = tools.now();
  const times = sessionTimesOf(input);
  const programme = await scoped.programme(input.programmeId).catch((error: unknown) => {
    if (error instanceof ApiProblem) return null;
    throw error;
  });
  const isMine = programme === null || scoped.covers({ organisation: programme.organisation, adcode: input.adcode });
  return {
    faults: [
      ...(programme === null ? [{ pointer: '/programmeId', code: 'outside' }] : []),
      ...(isMine ? [] : [{ pointer: '/adcode', code: 'outside' }]),
      ...sessionFaults(times, { now, isNew }),
    ],
    warnings: sessionWarnings(times, { now, capacity: input.capacity }),
    programme,
  };
}

export function newProgrammeRow({ scoped }: ScopedContext, id: string, input: ProgrammeInput): ProgrammeRow {
  const organisation = input.organisation ?? scoped.scope.organisation;
  if (organisation === null) throw new ApiProblem('invalid', [{ pointer: '/organisation', code: 'required' }]);
  const family = input.kind === 'screening' && canAllowFamily({ fields: input.fields, team: input.team }) ? 1 : 0;
  const made = { people_limit: PEOPLE_LIMIT, proof: 0, family, demo: 0, version: 1 };
  return { id, ...made, ...programmeColumns(input), organisation };
}

type InputColumns = Omit<
  ProgrammeRow,
  'id' | 'demo' | 'version' | 'organisation' | 'people_limit' | 'family' | 'proof'
> &
  Partial<Pick<ProgrammeRow, 'people_limit' | 'family' | 'proof'>>;

export const programmeColumns = (input: ProgrammeInput): InputColumns => ({
  kind: input.kind,
  title: input.title,
  summary: input.summary,
  organiser: input.organiser,
  limit_per_person: input.limitPerPerson,
  offer_minutes: input.offerMinutes,
  ...(input.peopleLimit === undefined ? {} : { people_limit: input.peopleLimit }),
  ...(input.family === undefined ? {} : { family: input.family ? 1 : 0 }),
  ...(input.proof === undefined ? {} : { proof: input.proof ? 1 : 0 }),
  fields: JSON.stringify(input.fields),
  sex: input.sex,
  age_min: input.age?.min ?? null,
  age_max: input.age?.max ?? null,
  consents: JSON.stringify(input.consents),
  team_min: input.team?.min ?? null,
  team_max: input.team?.max ?? null,
  rules: input.rules === null ? null : JSON.stringify(input.rules),
  quotas: quotasColumn(input.rules),
  adcode: input.adcode,
});

/** From what staff type to rows. */
import type { FieldFault } from '../../../../src/domain/problem';
import {
  sessionFaults,
  sessionWarnings,
  timesOf,
  type ProgrammeInput,
  type SessionEdit,
  type SessionInput,
} from '../../../../src/domain/staff';
import { ApiProblem } from '../../api/problem';
import type { ProgrammeRow, SessionRow } from '../../storage/schema';
import type { Desk } from '../desk';

type Asking = Pick<Desk, 'scoped' | 'tools'>;

/** Columns of what may be edited. */
export function sessionColumns(input: SessionEdit): Pick<SessionRow, 'title' | 'place' | 'adcode' | 'note' | 'opens_at' | 'closes_at' | 'cancel_until' | 'starts_at' | 'ends_at'> {
  const { opensAt, closesAt, cancelUntil, startsAt, endsAt } = timesOf(input);
  const { title, place, adcode, note } = input;
  return { title, place, adcode, note, opens_at: opensAt, closes_at: closesAt, cancel_until: cancelUntil, starts_at: startsAt, ends_at: endsAt };
} // prettier-ignore

export const newSessionRow = (id: string, input: SessionInput, programme: ProgrammeRow): SessionRow => ({
  id,
  programme_id: programme.id,
  kind: programme.kind,
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
});

export interface Checked {
  faults: FieldFault[];
  warnings: FieldFault[];
  programme: ProgrammeRow | null;
}

/** Everything that can be said of a session before it is saved. */
export async function checkSession({ scoped, tools }: Asking, input: SessionInput): Promise<Checked> {
  const now = tools.now();
  const times = timesOf(input);
  const programme = await scoped.programme(input.programmeId).catch((error: unknown) => {
    if (error instanceof ApiProblem) return null;
    throw error;
  });
  const isMine = programme === null || scoped.covers({ organisation: programme.organisation, adcode: input.adcode });
  return {
    faults: [
      ...(programme === null ? [{ pointer: '/programmeId', code: 'outside' }] : []),
      ...(isMine ? [] : [{ pointer: '/adcode', code: 'outside' }]),
      ...sessionFaults(times, { now, isNew: true }),
    ],
    warnings: sessionWarnings(times, { now, capacity: input.capacity }),
    programme,
  };
}

export function newProgrammeRow({ scoped }: Asking, id: string, input: ProgrammeInput): ProgrammeRow {
  const organisation = input.organisation ?? scoped.scope.organisation;
  if (organisation === null) throw new ApiProblem('invalid', [{ pointer: '/organisation', code: 'required' }]);
  return { id, ...programmeColumns(input), demo: 0, organisation };
}

export const programmeColumns = (input: ProgrammeInput): Omit<ProgrammeRow, 'id' | 'demo' | 'organisation'> => ({
  kind: input.kind,
  title: input.title,
  summary: input.summary,
  organiser: input.organiser,
  limit_per_person: input.limitPerPerson,
  offer_minutes: input.offerMinutes,
  fields: JSON.stringify(input.fields),
  sex: input.sex,
  age_min: input.age?.min ?? null,
  age_max: input.age?.max ?? null,
  consents: JSON.stringify(input.consents),
  team_min: input.team?.min ?? null,
  team_max: input.team?.max ?? null,
  rules: input.rules === null ? null : JSON.stringify(input.rules),
  adcode: input.adcode,
});

/** What a programme can't be: it asks for things that its own fields and consents don't go with. */
export function programmeFaults(input: ProgrammeInput): FieldFault[] {
  const needs = (purpose: 'registration' | 'health' | 'team') => !input.consents.includes(purpose);
  const asksId = input.fields.includes('residentId');
  return [
    ...(input.age && input.age.min > input.age.max ? [{ pointer: '/age/max', code: 'order' }] : []),
    // Sex and age are read from the identity number.
    ...((input.sex !== null || input.age !== null) && !asksId ? [{ pointer: '/fields', code: 'required' }] : []),
    ...(needs('registration') || (asksId && input.kind === 'screening' && needs('health')) || (input.team && needs('team')) ? [{ pointer: '/consents', code: 'required' }] : []),
    ...(input.kind === 'event' && input.rules !== null ? [{ pointer: '/rules', code: 'other-kind' }] : []),
    ...(!input.fields.includes('name') || !input.fields.includes('phone') ? [{ pointer: '/fields', code: 'required' }] : []),
  ];
} // prettier-ignore

/** Converts between a programme on the wire and the form's values. */
import type { Purpose } from '@yugong/domain/consent/wire';
import { PEOPLE_LIMIT } from '@yugong/domain/registration';
import { personFieldNames, personFields, type PersonFieldName } from '@yugong/domain/person';
import type { ProgrammeInput, StaffProgrammeWire } from '@yugong/domain/programme/staff-wire';
import { canAllowFamily } from '@yugong/domain/registration/family';
import { toScreeningRules, toRulesForm, type RulesFormValues } from './rules/form-values';

export interface ProgrammeFormValues {
  kind: 'screening' | 'event';
  title: string;
  summary: string;
  organiser: string;
  organisation: string;
  adcode: string;
  fields: PersonFieldName[];
  limitPerPerson?: number | null;
  offerMinutes?: number | null;
  peopleLimit?: number | null;
  proof: boolean;
  sex: string;
  ageMin?: number | null;
  ageMax?: number | null;
  teamMin?: number | null;
  teamMax?: number | null;
  /** May people sign up members of their family? */
  family: boolean;
  rules: RulesFormValues;
}

export function toProgrammeForm(one: StaffProgrammeWire | null): ProgrammeFormValues {
  return {
    kind: one?.kind ?? 'screening',
    title: one?.title ?? '',
    summary: one?.summary ?? '',
    organiser: one?.organiser ?? '',
    organisation: one?.organisation ?? '',
    adcode: one?.adcode ?? '',
    fields: one?.fields ?? personFieldNames.filter((name) => personFields[name].isAlwaysAsked),
    limitPerPerson: one ? one.limitPerPerson : 1,
    offerMinutes: one?.offerMinutes ?? null,
    peopleLimit: one ? (one.peopleLimit ?? null) : PEOPLE_LIMIT,
    proof: one?.proof ?? false,
    sex: one?.sex ?? '',
    ageMin: one?.age?.min ?? null,
    ageMax: one?.age?.max ?? null,
    teamMin: one?.team?.min ?? null,
    teamMax: one?.team?.max ?? null,
    family: one ? one.family !== null : true,
    rules: toRulesForm(one?.rules ?? null),
  };
}

/** The team's size: only events have teams, and a single number stands for both limits. */
const teamOf = ({ kind, teamMin, teamMax }: ProgrammeFormValues): { min: number; max: number } | null => {
  const [min, max] = [teamMin ?? teamMax ?? null, teamMax ?? teamMin ?? null];
  return kind === 'screening' || min === null || max === null ? null : { min, max };
};

/** The consents that a programme needs: identity numbers and screenings are sensitive, and so are teammates' names. */
const consentsOf = (typed: ProgrammeFormValues): Purpose[] => {
  const { kind, fields } = typed;
  const needed: Purpose[] = ['registration'];
  if (kind === 'screening' || fields.some((name) => personFields[name].consent === 'health')) needed.push('health');
  if (teamOf(typed)) needed.push('team');
  return needed;
};

export function toProgrammeInput(typed: ProgrammeFormValues, before: StaffProgrammeWire | null): ProgrammeInput {
  const { kind, title, summary, organiser, organisation, adcode, fields, sex, ageMin, ageMax } = typed;
  const age = (ageMin ?? null) === null && (ageMax ?? null) === null ? null : { min: ageMin ?? 0, max: ageMax ?? 120 };
  return {
    ...(organisation ? { organisation } : {}),
    adcode: adcode || null,
    kind,
    title,
    summary,
    organiser,
    limitPerPerson: typed.limitPerPerson ?? null,
    offerMinutes: typed.offerMinutes ?? null,
    peopleLimit: typed.peopleLimit ?? null,
    proof: typed.proof,
    fields,
    sex: sex === 'female' || sex === 'male' ? sex : null,
    age,
    consents: consentsOf(typed),
    team: teamOf(typed),
    // Without an identity number a mother and a daughter with one telephone can't be told apart.
    family: typed.family && canAllowFamily({ fields, team: teamOf(typed) }),
    rules: kind === 'screening' ? toScreeningRules(typed.rules, before?.rules ?? null) : null,
  };
}

/** Between a programme on the wire and what is typed about it. */
import type { Purpose } from '@/domain/consent';
import type { ScreeningRules } from '@/domain/screening/rules';
import type { ProgrammeInput, StaffProgrammeWire } from '@/domain/staff';

export interface Typed {
  kind: 'screening' | 'event';
  title: string;
  summary: string;
  organiser: string;
  organisation: string;
  adcode: string;
  fields: ('name' | 'phone' | 'residentId')[];
  limitPerPerson?: number | null;
  offerMinutes?: number | null;
  sex: string;
  ageMin?: number | null;
  ageMax?: number | null;
  teamMin?: number | null;
  teamMax?: number | null;
  items: string;
  cost: string;
  bring: string;
  resultDays?: number | null;
  resultHow: string;
}

const lines = (list: readonly string[] | null | undefined): string => (list ?? []).join('\n');
const listOf = (text: string | undefined): string[] =>
  (text ?? '').split('\n').map((line) => line.trim()).filter(Boolean); // prettier-ignore

/** Nothing is known yet: each `null` is shown to workers as 「以主办单位通知为准」. */
const unknownRules: ScreeningRules = {
  employment: null, household: null, districts: null, intervals: null, conditions: [], items: [], cost: null,
  bring: null, preparation: null, cycle: null, windows: null, quotas: null, results: null,
}; // prettier-ignore

export function typedOf(one: StaffProgrammeWire | null): Typed {
  const rules = one?.rules;
  return {
    kind: one?.kind ?? 'screening',
    title: one?.title ?? '',
    summary: one?.summary ?? '',
    organiser: one?.organiser ?? '',
    organisation: one?.organisation ?? '',
    adcode: one?.adcode ?? '',
    fields: one?.fields ?? ['name', 'phone'],
    limitPerPerson: one ? one.limitPerPerson : 1,
    offerMinutes: one?.offerMinutes ?? null,
    sex: one?.sex ?? '',
    ageMin: one?.age?.min ?? null,
    ageMax: one?.age?.max ?? null,
    teamMin: one?.team?.min ?? null,
    teamMax: one?.team?.max ?? null,
    items: lines(rules?.items),
    cost: rules?.cost ?? '',
    bring: lines(rules?.bring),
    resultDays: rules?.results?.withinDays ?? null,
    resultHow: rules?.results?.how ?? '',
  };
}

/** What isn't typed here (preparation, cycle, conditions) stays as it is. */
function rulesOf(typed: Typed, before: ScreeningRules | null): ScreeningRules {
  const bring = listOf(typed.bring);
  const withinDays = typed.resultDays ?? null;
  const how = typed.resultHow.trim() || null;
  return {
    ...(before ?? unknownRules),
    items: listOf(typed.items),
    cost: typed.cost.trim() || null,
    bring: bring.length > 0 ? bring : null,
    results: withinDays === null && how === null ? null : { withinDays, how },
  };
}

/** Teams sign up for events only; one number stands for both. */
const teamOf = ({ kind, teamMin, teamMax }: Typed): { min: number; max: number } | null => {
  const [min, max] = [teamMin ?? teamMax ?? null, teamMax ?? teamMin ?? null];
  return kind === 'screening' || min === null || max === null ? null : { min, max };
};

/** Identity numbers and screenings are sensitive, and want a consent of their own; so do a team's other names. */
const consentsOf = (typed: Typed): Purpose[] => {
  const { kind, fields } = typed;
  const needed: Purpose[] = ['registration'];
  if (kind === 'screening' || fields.includes('residentId')) needed.push('health');
  if (teamOf(typed)) needed.push('team');
  return needed;
};

export function inputOf(typed: Typed, before: StaffProgrammeWire | null): ProgrammeInput {
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
    fields,
    sex: sex === 'female' || sex === 'male' ? sex : null,
    age,
    consents: consentsOf(typed),
    team: teamOf(typed),
    rules: kind === 'screening' ? rulesOf(typed, before?.rules ?? null) : null,
  };
}

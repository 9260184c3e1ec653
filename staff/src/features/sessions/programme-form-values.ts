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

/** The form's fields, as it calls them. */
export const programmeFieldLabels = {
  kind: '种类',
  title: '名称',
  summary: '简介',
  organiser: '主办',
  adcode: '所属区县',
  organisation: '所属工会',
  fields: '报名需填写的信息',
  limitPerPerson: '每人最多可报场数',
  offerMinutes: '候补确认时限（分钟）',
  peopleLimit: '最多替几人报名',
  proof: '验证手机号',
  sex: '面向',
  ageMin: '年龄下限',
  ageMax: '年龄上限',
  teamMin: '每队最少人数',
  teamMax: '每队最多人数',
  family: '帮家人报名',
  rules: '筛查规则',
} as const satisfies Record<keyof ProgrammeFormValues, string>;

/** A value of the form as people read it; empty for the rules, which are a page of their own. */
export function sayProgrammeValue(field: string, value: unknown, directory: DirectoryTitles | undefined): string {
  if (field === 'rules') return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value === null || value === undefined || value === '') return '未填';
  if (field === 'adcode') return directory?.districts.find(({ adcode }) => adcode === value)?.title ?? String(value);
  if (field === 'organisation') return directory?.organisations.find(({ id }) => id === value)?.title ?? String(value);
  if (field === 'fields' && Array.isArray(value))
    return personFieldNames
      .filter((name) => value.includes(name))
      .map((name) => personFields[name].label)
      .join('、');
  if (field === 'kind') return value === 'screening' ? '筛查' : '活动';
  if (field === 'sex') return value === 'female' ? '女' : '男';
  return String(value);
}

interface DirectoryTitles {
  organisations: readonly { id: string; title: string }[];
  districts: readonly { adcode: string; title: string }[];
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

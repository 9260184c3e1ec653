/** From the draft to what the application is written from. */
import type { Day } from '@yugong/domain/calendar';
import {
  articles,
  draftFacts,
  endings,
  evidenceFor,
  readYuan,
  type ApplicationInput,
  type Ending,
  type EvidenceItem,
  type PlainRequest,
  type RestDays,
} from '@yugong/domain/labour-law';
import { chosenAmounts, readingField } from '../amounts/chosen';
import { leaveTakenField, toldWork } from '../amounts/compute';
import {
  clockFactsOf,
  draftDayOf,
  endedOf,
  hasLeft,
  isRelationFirst,
  leaveYearsOf,
  relationOf,
  troublesOf,
} from '../draft/facts';
import type { LegalDraft } from '../draft/store';

/** Requests that are no amounts and are often made, each with its article. */
export const extraRequests = {
  continued: { text: '请求裁决被申请人继续履行劳动合同', basis: [articles.continued] },
  certificate: { text: '请求裁决被申请人出具解除或者终止劳动合同的证明', basis: [articles.certificate] },
} as const satisfies Record<string, PlainRequest>;
export type ExtraRequest = keyof typeof extraRequests;

const isExtra = (name: string): name is ExtraRequest => Object.prototype.hasOwnProperty.call(extraRequests, name);

/** The extra requests that were chosen. */
export const extraRequestsOf = ({ fields }: Pick<LegalDraft, 'fields'>): ExtraRequest[] =>
  (fields.extraRequests ?? '').split(' ').filter(isExtra);

/** Is the confirmation of the labour relation asked for? By itself where nothing else can be had without it. */
export const asksForRelation = (draft: Pick<LegalDraft, 'fields'>): boolean =>
  draft.fields.claimRelation === 'yes' || (draft.fields.claimRelation === undefined && isRelationFirst(draft));

function relationRequest(draft: LegalDraft): PlainRequest {
  const [first, last] = [draftDayOf(draft, 'started'), endedOf(draft)];
  const period = `${first ? `自${first}起` : ''}${last ? `至${last}` : hasLeft(draft) === true ? '' : '至今'}`;
  return {
    text: `请求确认申请人与被申请人${period}存在劳动关系`,
    basis: [articles.labourRelation, articles.relationTest],
  };
}

function requestsOf(draft: LegalDraft): PlainRequest[] {
  const typed = (draft.fields.otherClaims ?? '')
    .split('\n')
    .map((text) => text.trim())
    .filter(Boolean);
  return [
    ...(asksForRelation(draft) ? [relationRequest(draft)] : []),
    ...extraRequestsOf(draft).map((name) => extraRequests[name]),
    ...typed.map((text) => ({ text, basis: [] })),
  ];
}

/** The field that says that the worker has a copy of what the employer holds. */
export const evidenceField = (id: string): string => `evidence-${id}`;

/** What was ticked, and who puts it before the committee. */
export const evidenceOf = (draft: LegalDraft): EvidenceItem[] =>
  evidenceFor(troublesOf(draft))
    .filter(({ id }) => draft.evidence.includes(id))
    .map((evidence) => ({
      evidence,
      from: draft.fields[evidenceField(evidence.id)] === 'mine' ? 'worker' : evidence.holder,
    }));

/** Facts and reasons as they can be drafted from what was told; empty where nothing was. */
export function draftedFacts(draft: LegalDraft, today: Day, rest: RestDays): string {
  const facts = clockFactsOf(draft, today);
  if (facts.started === null && facts.troubles.length === 0) return '';
  const { unpaidMonths, minimum, overtime } = toldWork(draft, rest);
  const years = facts.troubles.includes('leave') ? leaveYearsOf(draft) : [];
  const taken = (year: number): number =>
    Number(draft.fields[leaveTakenField(year)] ?? (years.length === 1 ? draft.fields.leaveTaken : undefined) ?? 0) || 0;
  return draftFacts({
    facts,
    contract: relationOf(draft),
    isManaged: draft.fields.managed === 'yes',
    occupation: (draft.fields.occupation ?? '').trim(),
    monthlyFen: readYuan(draft.fields.monthly ?? ''),
    ending: facts.left === false ? null : (endings.find((one): one is Ending => one === draft.fields.ending) ?? null),
    unpaidMonths,
    minimum: draft.fields[readingField('wages')] === 'higher' ? minimum : null,
    overtime,
    leave: years.map((year) => ({ year, takenDays: taken(year) })),
  });
}

/** Everything that the application is written from. */
export function applicationInput(draft: LegalDraft, today: Day, rest: RestDays): ApplicationInput {
  const field = (name: string): string => (draft.fields[name] ?? '').trim();
  return {
    committee: field('committee'),
    worker: {
      name: field('name'),
      sex: field('sex'),
      born: draftDayOf(draft, 'born'),
      occupation: field('occupation'),
      home: field('home'),
      mailAddress: field('mailAddress'),
      phone: field('phone'),
    },
    employer: {
      name: field('employer'),
      address: field('employerAddress'),
      mailAddress: field('employerMailAddress'),
      phone: field('employerPhone'),
      representative: field('representative'),
      position: field('position'),
    },
    requests: requestsOf(draft),
    amounts: chosenAmounts(draft, today, rest).amounts,
    facts: field('facts') || draftedFacts(draft, today, rest),
    evidence: evidenceOf(draft),
    witnesses: field('witnesses').split('\n').join('；'),
    date: today,
  };
}

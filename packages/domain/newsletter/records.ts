/** Turns drafts into records of the dataset. A draft that lacks a required field becomes none. */
import type { Figure, Source } from '../record/index';
import type { CaseDraft, Confidence, DistrictMention, EventDraft, FigureDraft, NewsDraft, Newsletter } from './drafts';
import type { IdMinter } from './ids';
import { unionOf } from './unions';

/** What a record says of its publisher where nobody has told who that is. */
export const UNKNOWN_PUBLISHER = '未注明发布单位';

/** What the records of one newsletter have in common. */
export interface Issue {
  issueDate: string;
  source: Source;
  confidence: Confidence;
  ids: IdMinter;
}

/** What every record made of a newsletter carries. */
interface Entry {
  id: string;
  title: string;
  publishedAt: string;
  source: Source;
  adcode?: string;
  districtThen?: string;
  adcodes?: string[];
  confidence: Confidence;
}

/**
 * A record of the cases. Period and category are any number here: the dataset's schema knows which it
 * takes, and checking against it tells the clerk at the newsletter's line.
 */
export interface CaseEntry extends Entry {
  period: number;
  category: number;
  categoryName?: string;
  unit: string;
  lead: string | null;
  points: { heading: string; body: string }[];
  figures: Figure[];
  context: [];
}

/** A record of the news. */
export interface NewsEntry extends Entry {
  happenedOn: string | null;
  paragraphs: string[];
  figures: Figure[];
}

/** A record of the events. */
export interface EventEntry extends Entry {
  related?: string[];
  start: string;
  end?: string;
  place: string | null;
  organiser: string | null;
  summary: string;
  figures: Figure[];
}

/** @returns null without a day of issue: a record must say of when it is. */
export function issueOf({ heading, issueDate, publisher, confidence }: Newsletter, ids: IdMinter): Issue | null {
  if (issueDate === null) return null;
  const source = {
    title: heading ?? '工会通讯',
    publisher: publisher ?? UNKNOWN_PUBLISHER,
    published: issueDate,
    kind: 'newsletter' as const,
  };
  return { issueDate, source, confidence: confidence ?? 'medium', ids };
}

/** What a record says of its districts: one with its former name, or several by their codes. */
export function districtFields(
  districts: readonly DistrictMention[],
): Pick<Entry, 'adcode' | 'districtThen' | 'adcodes'> {
  const [first, second] = districts;
  if (first === undefined) return {};
  return second === undefined ? first : { adcodes: districts.map(({ adcode }) => adcode) };
}

function base(title: string, districts: readonly DistrictMention[], { issueDate, source, confidence }: Issue) {
  return { title, publishedAt: issueDate, source, ...districtFields(districts), confidence };
}

/** A case and an event are about one district or none that is certain. */
const oneOf = (district: DistrictMention | null): DistrictMention[] => (district ? [district] : []);

const figuresOf = (figures: FigureDraft[], { issueDate }: Issue) =>
  figures.map((figure) => ({ ...figure, asOf: figure.asOf ?? issueDate }));

/** @returns null while period, category or unit are unknown */
export function caseRecord(draft: CaseDraft, issue: Issue): CaseEntry | null {
  const { period, category, unit, lead, points } = draft;
  const categoryName = draft.categoryName ?? draft.newCategory?.name;
  if (period === null || category === null || unit === null) return null;
  return {
    id: issue.ids.make(['case', period], unionOf(draft.title)?.rest ?? draft.title),
    ...base(draft.title, oneOf(draft.district), issue),
    period,
    category,
    ...(categoryName !== undefined && { categoryName }),
    unit,
    lead,
    points,
    figures: figuresOf(draft.figures, issue),
    context: [],
  };
}

export function newsRecord(draft: NewsDraft, issue: Issue): NewsEntry {
  return {
    id: issue.ids.make(['news', draft.happenedOn ?? issue.issueDate.slice(0, 7)], draft.title),
    ...base(draft.title, draft.districts, issue),
    happenedOn: draft.happenedOn,
    paragraphs: draft.paragraphs,
    figures: figuresOf(draft.figures, issue),
  };
}

/** @param related id of the news that the event was found in */
export function eventRecord(draft: EventDraft, issue: Issue, related: string | null): EventEntry {
  return {
    id: issue.ids.make(['event', draft.start], draft.title),
    ...base(draft.title, oneOf(draft.district), issue),
    ...(related !== null && { related: [related] }),
    start: draft.start,
    ...(draft.end !== null && { end: draft.end }),
    place: draft.place,
    organiser: draft.organiser,
    summary: draft.summary,
    figures: figuresOf(draft.figures, issue),
  };
}

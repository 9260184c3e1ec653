/** Turns drafts into records of the dataset. A draft that lacks a required field becomes none. */
import type { Figure, Source } from '../record/index';
import type { CaseDraft, EventDraft, FigureDraft, NewsDraft, Newsletter } from './drafts';
import type { Ids } from './ids';
import { unionOf } from './unions';

const PUBLISHER = '重庆工会通讯';

/** What the records of one newsletter have in common. */
export interface Issue {
  issueDate: string;
  source: Source;
  ids: Ids;
}

/** What every record made of a newsletter carries. */
interface Entry {
  id: string;
  title: string;
  publishedAt: string;
  source: Source;
  adcode?: string;
  districtThen?: string;
  confidence: 'high';
}

/**
 * A record of the cases. Period and category are any number here: the dataset's schema knows which it
 * takes, and checking against it tells the clerk at the newsletter's line.
 */
export interface CaseEntry extends Entry {
  period: number;
  category: number;
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
export function issueOf({ heading, issueDate }: Newsletter, ids: Ids): Issue | null {
  if (issueDate === null) return null;
  const source = {
    title: heading ?? PUBLISHER,
    publisher: PUBLISHER,
    published: issueDate,
    kind: 'newsletter' as const,
  };
  return { issueDate, source, ids };
}

function base(draft: Pick<NewsDraft, 'title' | 'district'>, { issueDate, source }: Issue) {
  const { adcode, districtThen } = draft.district ?? {};
  return {
    title: draft.title,
    publishedAt: issueDate,
    source,
    ...(adcode !== undefined && { adcode }),
    ...(districtThen !== undefined && { districtThen }),
    confidence: 'high' as const,
  };
}

const figuresOf = (figures: FigureDraft[], { issueDate }: Issue) =>
  figures.map((figure) => ({ ...figure, asOf: figure.asOf ?? issueDate }));

/** @returns null while period, category or unit are unknown */
export function caseRecord(draft: CaseDraft, issue: Issue): CaseEntry | null {
  const { period, category, unit, lead, points } = draft;
  if (period === null || category === null || unit === null) return null;
  return {
    id: issue.ids.make(['case', period], unionOf(draft.title)?.rest ?? draft.title),
    ...base(draft, issue),
    period,
    category,
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
    ...base(draft, issue),
    happenedOn: draft.happenedOn,
    paragraphs: draft.paragraphs,
    figures: figuresOf(draft.figures, issue),
  };
}

/** @param related id of the news that the event was found in */
export function eventRecord(draft: EventDraft, issue: Issue, related: string | null): EventEntry {
  return {
    id: issue.ids.make(['event', draft.start], draft.title),
    ...base(draft, issue),
    ...(related !== null && { related: [related] }),
    start: draft.start,
    ...(draft.end !== null && { end: draft.end }),
    place: draft.place,
    organiser: draft.organiser,
    summary: draft.summary,
    figures: figuresOf(draft.figures, issue),
  };
}

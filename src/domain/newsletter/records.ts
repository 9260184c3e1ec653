/** Turns drafts into records of the dataset. A draft that lacks a required field becomes none. */
import type { RecordOf } from '../../content/schema';
import type { CaseDraft, EventDraft, FigureDraft, NewsDraft, Newsletter } from './drafts';
import type { Ids } from './ids';
import { unionOf } from './unions';

const PUBLISHER = '重庆工会通讯';

/** What the records of one newsletter have in common. */
export interface Issue {
  issueDate: string;
  source: RecordOf<'news'>['source'];
  ids: Ids;
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

/** A number that the schema's picklists may or may not have: checking the dataset says so, at its line. */
export function caseRecord(draft: CaseDraft, issue: Issue): RecordOf<'cases'> | null {
  const { period, category, unit, lead, points } = draft;
  if (period === null || category === null || unit === null) return null;
  return {
    id: issue.ids.make(['case', period], unionOf(draft.title)?.rest ?? draft.title),
    ...base(draft, issue),
    period: period as RecordOf<'cases'>['period'],
    category: category as RecordOf<'cases'>['category'],
    unit,
    lead,
    points,
    figures: figuresOf(draft.figures, issue),
    context: [],
  };
}

export function newsRecord(draft: NewsDraft, issue: Issue): RecordOf<'news'> {
  return {
    id: issue.ids.make(['news', draft.happenedOn ?? issue.issueDate.slice(0, 7)], draft.title),
    ...base(draft, issue),
    happenedOn: draft.happenedOn,
    paragraphs: draft.paragraphs,
    figures: figuresOf(draft.figures, issue),
  };
}

/** @param related id of the news that the event was found in */
export function eventRecord(draft: EventDraft, issue: Issue, related: string | null): RecordOf<'events'> {
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

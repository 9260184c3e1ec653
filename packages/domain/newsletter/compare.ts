/** Holds a newsletter's drafts against the dataset: what is new, changed, the same, or not sure. */
import { caseKey } from './case-merge';
import { changesOf, type FieldChange } from './changes';
import type { CaseDraft, EventDraft, NewsDraft, Newsletter } from './drafts';
import { IdMinter, type Slug } from './ids';
import { Matcher, type Candidate, type Match, type Profile } from './matching';
import {
  caseRecord,
  districtFields,
  eventRecord,
  issueOf,
  newsRecord,
  type CaseEntry,
  type EventEntry,
  type NewsEntry,
} from './records';
import { dice } from './similarity';

export type { FieldChange } from './changes';

/** What became of one draft. */
export interface Verdict<Draft, Entry> {
  status: 'new' | 'changed' | 'same' | 'unsure';
  draft: Draft;
  /** Id of the record that it matches, or of the one that it would become. */
  id: string | null;
  /** The record to add: for a new draft that has all that a record needs. */
  record: Entry | null;
  /** Where it is unsure: the record to add if a person finds that it is none of those. */
  apart: Entry | null;
  /** Where it is changed: each field that differs. */
  changes: FieldChange[];
  /** Where it is unsure: why, and the records that it might be. */
  reason: string | null;
  candidates: Candidate[];
}

export interface Comparison {
  cases: Verdict<CaseDraft, CaseEntry>[];
  news: Verdict<NewsDraft, NewsEntry>[];
  events: Verdict<EventDraft, EventEntry>[];
}

/** What must be known of the records there are; the dataset has it. Ids are unique over all collections. */
export type Existing = Readonly<Record<string, readonly { id: string }[]>> & {
  readonly cases: readonly Titled[];
  readonly news: readonly KnownNews[];
  readonly events: readonly KnownEvent[];
};

interface Titled {
  id: string;
  title: string;
}

interface KnownNews extends Titled {
  happenedOn: string | null;
  publishedAt?: string | undefined;
  asOf?: string | undefined;
  paragraphs: readonly string[];
}

interface KnownEvent extends Titled {
  start: string;
  summary: string;
}

/** From which likeness two titles of cases might be one. */
const TITLE_MAYBE = 0.75;

/**
 * Compares all drafts with the dataset and makes the records that are new.
 *
 * @param slug makes the ASCII words of an id from a title
 * @example compareNewsletter(newsletter, dataset, slug).news[0].status // 'new'
 */
export function compareNewsletter(newsletter: Newsletter, dataset: Existing, slug: Slug): Comparison {
  const taken = new Set(Object.values(dataset).flatMap((records) => records.map((record) => record.id)));
  const issue = issueOf(newsletter, new IdMinter(slug, taken));
  const near = newsletter.issueDate;

  const findCase = caseFinder(dataset.cases);
  const cases = newsletter.cases.map((draft) => {
    const match = draft.newCategory ? unconfirmed(draft.newCategory.name, findCase(draft)) : findCase(draft);
    return judge(draft, match, dataset.cases, saidOfCase, () => issue && caseRecord(draft, issue));
  });

  const newsMatcher = new Matcher(dataset.news.map(profileOfNews));
  const news = newsletter.news.map((draft) => {
    const match = newsMatcher.find({
      id: '',
      title: draft.title,
      day: draft.happenedOn,
      near,
      text: draft.paragraphs.join(''),
    });
    return judge(draft, match, dataset.news, saidOfNews, () => issue && newsRecord(draft, issue));
  });

  const eventMatcher = new Matcher(dataset.events.map(profileOfEvent));
  // Items that were parted from one paragraph begin on one line.
  const newsOf = ({ newsLine, summary }: EventDraft): string | null => {
    const onLine = newsLine === null ? [] : news.filter(({ draft }) => draft.line === newsLine);
    const own = onLine.find(({ draft }) => draft.paragraphs.join('').includes(summary));
    return (own ?? onLine[0])?.id ?? null;
  };
  const events = newsletter.events.map((draft) => {
    const match = eventMatcher.find({ id: '', title: draft.title, day: draft.start, near, text: draft.summary });
    return judge(draft, match, dataset.events, saidOfEvent, () => issue && eventRecord(draft, issue, newsOf(draft)));
  });
  return { cases, news, events };
}

function judge<Draft, Entry extends { id: string }>(
  draft: Draft,
  match: Match,
  records: readonly Titled[],
  said: (draft: Draft) => Record<string, unknown>,
  make: () => Entry | null,
): Verdict<Draft, Entry> {
  const verdict = { draft, id: null, record: null, apart: null, changes: [], reason: null, candidates: [] };
  switch (match.kind) {
    case 'none': {
      const record = make();
      return { ...verdict, status: 'new', id: record?.id ?? null, record };
    }
    case 'unsure':
      return { ...verdict, status: 'unsure', apart: make(), reason: match.reason, candidates: match.candidates };
    case 'match': {
      const record = records.find(({ id }) => id === match.id);
      if (!record) throw new Error(`${match.id} matches, and is no record`);
      const changes = changesOf(said(draft), record);
      return { ...verdict, status: changes.length > 0 ? 'changed' : 'same', id: match.id, changes };
    }
  }
}

/** A new case in a category that nobody has confirmed yet waits for that. */
const unconfirmed = (category: string, match: Match): Match =>
  match.kind === 'none' ? { kind: 'unsure', reason: `「${category}」是新的类别，请先确认`, candidates: [] } : match;

/** A case is known by its title; one that is nearly the same is for a person to judge. */
function caseFinder(records: readonly Titled[]): (draft: CaseDraft) => Match {
  const byKey = new Map(records.map((record) => [caseKey(record.title), record]));
  return (draft) => {
    const same = byKey.get(caseKey(draft.title));
    if (same) return { kind: 'match', id: same.id };
    const candidates = records
      .map(({ id, title }) => ({ id, title, score: Math.round(dice(title, draft.title) * 100) / 100 }))
      .filter(({ score }) => score >= TITLE_MAYBE)
      .sort((a, b) => b.score - a.score);
    if (candidates.length === 0) return { kind: 'none' };
    return { kind: 'unsure', reason: '标题和资料里的一条很像，但不相同', candidates: candidates.slice(0, 3) };
  };
}

const profileOfNews = (record: KnownNews): Profile => ({
  id: record.id,
  title: record.title,
  day: record.happenedOn,
  near: record.publishedAt ?? record.asOf ?? null,
  text: record.paragraphs.join(''),
});

const profileOfEvent = (record: KnownEvent): Profile => ({
  id: record.id,
  title: record.title,
  day: record.start,
  near: null,
  text: record.summary,
});

const saidOfCase = ({ title, period, category, categoryName, unit, lead, points, figures, district }: CaseDraft) => ({
  title,
  period,
  category,
  ...(categoryName !== null && { categoryName }),
  unit,
  lead,
  points,
  figures,
  ...district,
});

const saidOfNews = ({ title, happenedOn, paragraphs, figures, districts }: NewsDraft) => ({
  title,
  happenedOn,
  paragraphs,
  figures,
  ...districtFields(districts),
});

const saidOfEvent = ({ title, start, end, place, organiser, summary, figures, district }: EventDraft) => ({
  title,
  start,
  end,
  place,
  organiser,
  summary,
  figures,
  ...district,
});

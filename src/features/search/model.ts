/** What answers a query, the other hits by their kind, and what was searched before. */
import type { SearchKind } from '@yugong/content/bundle';
import { search, type SearchHit, type PreparedSearch } from '@yugong/domain/search';

/** The best hits, shown by themselves whatever their kind. */
export const MAX_BEST = 3;
/** Hits shown of a kind before the reader asks for more, and how many more each time. */
export const MAX_HITS_AT_FIRST = 2;
export const MORE_HITS = 15;
/** Kinds shown before the reader asks for the others: one character is found in nearly all of them. */
export const MAX_KINDS_AT_FIRST = 5;
const MAX_RECENT_SEARCHES = 8;
/** Of a query that repeats itself in the page or is remembered; the rest is cut with an ellipsis. */
const MAX_QUERY_SHOWN = 20;

/** What can be done stands before what the law says, and that before what can be read. */
export const kindWeight: Partial<Record<SearchKind, number>> = {
  pages: 5,
  hotlines: 4,
  'law-facts': 3,
  'rights-guides': 4,
  districts: 24,
  stations: 2,
  'screening-guides': 2,
  'screening-programmes': 2,
  clinics: 2,
  events: 1,
  statistics: -2,
};

export interface HitGroup {
  kind: SearchKind;
  hits: SearchHit<SearchKind>[];
}

export interface SearchAnswer {
  best: SearchHit<SearchKind>[];
  /** The other hits; the kind with the best of them first. */
  groups: HitGroup[];
}

/** The hits of a query: the best by themselves, then the others by kind. */
export function searchAll(prepared: PreparedSearch<SearchKind>, query: string): SearchAnswer {
  const hits = search(prepared, query);
  const groups: HitGroup[] = [];
  for (const hit of hits.slice(MAX_BEST)) {
    const group = groups.find((other) => other.kind === hit.entry.kind);
    if (group) group.hits.push(hit);
    else groups.push({ kind: hit.entry.kind, hits: [hit] });
  }
  return { best: hits.slice(0, MAX_BEST), groups };
}

/** A query as a heading may repeat it: blanks at its ends cut, a long one shortened. */
export function shortQuery(query: string): string {
  const characters = [...query.trim().replace(/\s+/g, ' ')];
  return characters.length > MAX_QUERY_SHOWN
    ? `${characters.slice(0, MAX_QUERY_SHOWN).join('')}…`
    : characters.join('');
}

/** The number to ring where the best hit is a hotline that has one. */
export function numberToCall({ best: [first] }: SearchAnswer): string | null {
  return first?.entry.kind === 'hotlines' && /^\d{3,}$/.test(first.entry.detail) ? first.entry.detail : null;
}

/** The recent searches after one more: newest first, each once, at most eight. */
export function remember(recent: readonly string[], query: string): string[] {
  const said = query.trim().slice(0, 50);
  return said === '' ? [...recent] : [said, ...recent.filter((other) => other !== said)].slice(0, MAX_RECENT_SEARCHES);
}

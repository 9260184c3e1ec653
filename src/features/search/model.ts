/** Hits by their kind, and what was searched before. */
import type { CollectionName } from '@yugong/content/bundle';
import { search, type SearchHit, type SearchEntry } from '@yugong/domain/search';

/** Hits shown of a kind before the reader asks for all of them. */
export const MAX_HITS_AT_FIRST = 4;
const MAX_RECENT_SEARCHES = 8;

export interface HitGroup {
  kind: CollectionName;
  hits: SearchHit<CollectionName>[];
}

/** The hits of a query by kind; the kind with the best hit first. */
export function searchAll(entries: readonly SearchEntry<CollectionName>[], query: string): HitGroup[] {
  const groups: HitGroup[] = [];
  for (const hit of search(entries, query)) {
    const group = groups.find((other) => other.kind === hit.entry.kind);
    if (group) group.hits.push(hit);
    else groups.push({ kind: hit.entry.kind, hits: [hit] });
  }
  return groups;
}

/** The recent searches after one more: newest first, each once, at most eight. */
export function remember(recent: readonly string[], query: string): string[] {
  const said = query.trim();
  return said === '' ? [...recent] : [said, ...recent.filter((other) => other !== said)].slice(0, MAX_RECENT_SEARCHES);
}

import { useRouter } from '@tarojs/taro';
import { useMemo, useState } from 'react';
import type { SearchKind } from '@yugong/content/bundle';
import { readParam } from '@/platform/navigation';
import { load, save, stored } from '@/platform/storage';
import { MAX_HITS_AT_FIRST, MAX_KINDS_AT_FIRST, MORE_HITS, remember, searchAll } from './model';
import { usePrepared } from './published';

/** Results while typing; a query is remembered once it was of use: searched for or followed. */
export function useSearch() {
  const [query, setQuery] = useState(readParam(useRouter().params, 'q'));
  const [recent, setRecent] = useState(() => load(stored.recentSearches));
  const [more, setMore] = useState<{ kind: SearchKind; shown: number } | null>(null);
  const [allKinds, setAllKinds] = useState(false);
  const prepared = usePrepared();
  const answer = useMemo(() => searchAll(prepared, query), [prepared, query]);
  const keep = (list: string[]) => {
    setRecent(list);
    save(stored.recentSearches, list);
  };
  /** How many hits of a kind are drawn: the first few, and more of the one that was asked for. */
  const shownOf = (kind: SearchKind): number => (more?.kind === kind ? more.shown : MAX_HITS_AT_FIRST);
  return {
    query,
    answer,
    recent,
    shownOf,
    groups: allKinds ? answer.groups : answer.groups.slice(0, MAX_KINDS_AT_FIRST),
    showAllKinds: () => setAllKinds(true),
    showMore: (kind: SearchKind) => setMore({ kind, shown: shownOf(kind) + MORE_HITS }),
    type: (next: string) => {
      setQuery(next);
      setMore(null);
      setAllKinds(false);
    },
    rememberQuery: () => keep(remember(recent, query)),
    forget: () => keep([]),
  };
}

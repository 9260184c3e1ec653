import { useRouter } from '@tarojs/taro';
import { useMemo, useState } from 'react';
import { readParam } from '@/platform/navigation';
import { load, save, stored } from '@/platform/storage';
import { remember, searchAll } from './model';
import { useEntries } from './published';

/** Results while typing; a query is remembered once it was of use: searched for or followed. */
export function useSearch() {
  const [query, setQuery] = useState(readParam(useRouter().params, 'q'));
  const [recent, setRecent] = useState(() => load(stored.recentSearches));
  const [opened, setOpened] = useState<string | null>(null);
  const entries = useEntries();
  const groups = useMemo(() => searchAll(entries, query), [entries, query]);
  const keep = (list: string[]) => {
    setRecent(list);
    save(stored.recentSearches, list);
  };
  return {
    query,
    groups,
    recent,
    /** The kind whose hits are all shown; null while every kind shows its first few. */
    opened,
    openGroup: setOpened,
    type: (next: string) => {
      setQuery(next);
      setOpened(null);
    },
    rememberQuery: () => keep(remember(recent, query)),
    forget: () => keep([]),
  };
}

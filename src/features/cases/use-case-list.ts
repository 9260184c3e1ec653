import { useState } from 'react';
import { load, save, stored } from '@/platform/storage';
import { filterCases, filterOptions, useCases, type CaseFilter } from './model';

/** The case list with its chips; what was chosen is kept for next time. */
export function useCaseList() {
  const allCases = useCases();
  const [filter, setFilter] = useState<CaseFilter>(() => load(stored.caseFilter));
  const change = (next: CaseFilter) => {
    // A category without cases in the new period would show an empty page nobody asked for.
    const kept = filterCases(allCases, next).length > 0 ? next : { ...next, category: null };
    setFilter(kept);
    save(stored.caseFilter, kept);
  };
  return {
    /** The numbers of the national lists that the cases are from. */
    periods: [...new Set(allCases.map((item) => item.period))].sort((a, b) => a - b),
    filter,
    options: filterOptions(allCases, filter),
    cases: filterCases(allCases, filter),
    choosePeriod: (period: number | null) => change({ ...filter, period }),
    chooseCategory: (category: number | null) => change({ ...filter, category }),
    clear: () => change({ period: null, category: null }),
  };
}

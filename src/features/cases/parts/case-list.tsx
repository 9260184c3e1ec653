import { Text, View } from '@tarojs/components';
import type { CaseItem } from '@yugong/content/bundle';
import { useState } from 'react';
import { useAppearance } from '@/platform/appearance';
import { PlainButton } from '@/ui/button';
import { Chips } from '@/ui/chips';
import { Empty } from '@/ui/empty';
import { Row } from '@/ui/row';
import { Sign } from '@/ui/sign';
import { Tag } from '@/ui/tag';
import { load, save, stored } from '@/platform/storage';
import { caseUrl } from '..';
import { serviceOf } from '../../services';
import { type CaseFilter, filterCases, filterOptions, sayPeriod, useCases } from '../model';
import styles from './case-list.module.scss';

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
    periods: [...new Set(allCases.flatMap(({ period }) => (period === null ? [] : [period])))].sort((a, b) => a - b),
    filter,
    options: filterOptions(allCases, filter),
    cases: filterCases(allCases, filter),
    choosePeriod: (period: number | null) => change({ ...filter, period }),
    chooseCategory: (category: string | null) => change({ ...filter, category }),
    clear: () => change({ period: null, category: null }),
  };
}

/** As many categories stand in sight in 长辈版, where chips wrap: all of them would fill the first screen. */
const IN_SIGHT = 2;

/** The cases under their chips. */
export function CaseList({
  filter,
  options,
  cases,
  choosePeriod,
  chooseCategory,
  clear,
}: Omit<ReturnType<typeof useCaseList>, 'periods'>) {
  const elder = useAppearance((state) => state.elder);
  const [open, setOpen] = useState(false);
  const categories =
    elder && !open
      ? options.categories.filter(({ value }, at) => at < IN_SIGHT || value === filter.category)
      : options.categories;
  const folded = options.categories.length - categories.length;
  return (
    <>
      <Chips label="期数" options={options.periods} value={filter.period} onChange={choosePeriod} />
      <Chips label="类别" options={categories} value={filter.category} onChange={chooseCategory} />
      {folded > 0 && (
        <PlainButton onPress={() => setOpen(true)}>
          <Text>{`其他 ${folded} 个类别`}</Text>
        </PlainButton>
      )}
      {cases.length === 0 && <Empty title="没有符合条件的案例" ways={[{ text: '清空筛选', onPress: clear }]} />}
      {cases.map((item) => (
        <Row
          key={item.id}
          url={caseUrl(item.id)}
          lead={<CaseSign item={item} />}
          title={item.title}
          detail={
            <>
              {item.lead !== null && <View className={styles.lead}>{item.lead}</View>}
              {item.lead === null && <Tag tone="unknown">全文未公开</Tag>}
              {sayPeriod(item)} · {item.categoryName}
            </>
          }
        />
      ))}
    </>
  );
}

/** What a case is about: the service that it is of, else that it is there to read. */
function CaseSign({ item: { service } }: { item: CaseItem }) {
  return service ? <Sign tone={service} icon={serviceOf(service).icon} /> : <Sign tone="reading" icon="lightbulb" />;
}

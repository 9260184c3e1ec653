import { Chips } from '@/ui/chips';
import { Empty } from '@/ui/empty';
import { Row } from '@/ui/row';
import { Tag } from '@/ui/tag';
import { caseUrl } from '..';
import type { useCaseList } from '../use-case-list';

/** The cases under their chips. */
export function CaseList({
  filter,
  options,
  cases,
  choosePeriod,
  chooseCategory,
  clear,
}: Omit<ReturnType<typeof useCaseList>, 'periods'>) {
  return (
    <>
      <Chips label="期数" options={options.periods} value={filter.period} onChange={choosePeriod} />
      <Chips label="类别" options={options.categories} value={filter.category} onChange={chooseCategory} />
      {cases.length === 0 && <Empty title="这里没有案例" ways={[{ text: '看全部案例', onPress: clear }]} />}
      {cases.map((item) => (
        <Row
          key={item.id}
          url={caseUrl(item.id)}
          title={item.title}
          detail={
            <>
              {item.lead === null && <Tag tone="unknown">全文未公开</Tag>}第{item.period}期 · {item.categoryName}
            </>
          }
        />
      ))}
    </>
  );
}

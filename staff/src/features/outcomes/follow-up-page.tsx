/** How a programme's screening goes on after the day: told, asked to come again, come again. Counts alone, small groups hidden. */
import { useSearchParams } from 'react-router-dom';
import { useQuery } from '@tanstack/react-query';
import type { SplitWire } from '@yugong/domain/monthly-figures/wire';
import { HIDDEN_TOTAL, sayHidden } from '@yugong/domain/monthly-figures/words';
import { FollowUpWire } from '@yugong/domain/screening-outcome/follow-up';
import { callApi } from '../../api/client';
import { Bars } from '../../parts/bars';
import { ConsolePage, PageSection } from '../../parts/page';
import { SelectField } from '../../parts/select-field';
import { QueryResult, EmptyState } from '../../parts/states';
import { useProgrammes } from '../sessions';

/** @example shareLabel('通知率', 0.9) // '通知率 90%' */
const shareLabel = (what: string, share: number | null): string =>
  `${what}${share === null ? '不显示' : ` ${Math.round(share * 100)}%`}`;

const totalLabel = ({ total }: SplitWire): string => (total === null ? HIDDEN_TOTAL : `${total} 人`);

export default function FollowUpPage() {
  const [params, setParams] = useSearchParams();
  const programmes = useProgrammes();
  const screenings = (programmes.data?.programmes ?? []).filter(({ kind }) => kind === 'screening');
  const id = params.get('programme') ?? screenings[0]?.id ?? '';
  return (
    <ConsolePage
      title="随访统计"
      lead="一个项目里已结束的场次：到场的人通知了多少、请回来复查多少、来了多少。没有任何检查结果；人数太少的不显示。"
      back={{ to: '/outcomes', label: '结果通知' }}
    >
      <QueryResult of={programmes} rows={1}>
        {() =>
          screenings.length === 0 ? (
            <EmptyState title="还没有筛查项目" />
          ) : (
            <>
              <SelectField
                aria-label="项目"
                options={screenings.map(({ id: value, title }) => ({ value, label: title }))}
                value={id}
                onChange={(programme) => setParams({ programme }, { replace: true })}
              />
              <FollowUp programme={id} />
            </>
          )
        }
      </QueryResult>
    </ConsolePage>
  );
}

function FollowUp({ programme }: { programme: string }) {
  const followUp = useQuery({
    queryKey: ['outcomes', 'follow-up', programme],
    queryFn: ({ signal }) => callApi(`GET /programmes/${programme}/follow-up`, { answer: FollowUpWire, signal }),
  });
  const barsOf = ({ cells }: SplitWire) =>
    cells.map(({ label, count, hidden }) => ({
      label,
      value: count,
      ...(count === null ? { text: sayHidden(hidden) } : {}),
    }));
  return (
    <QueryResult of={followUp}>
      {({ told, recalled, recalls, shares }) =>
        told.total === 0 ? (
          <EmptyState title="还没有人做完检查" />
        ) : (
          <>
            <p>
              到场 {totalLabel(told)}，{shareLabel('通知率', shares.told)}；{shareLabel('复查通知率', shares.recalled)}
              ；{shareLabel('复查到场率', shares.cameAgain)}。
            </p>
            <PageSection title="结果通知">
              <Bars caption="结果通知" bars={barsOf(told)} />
            </PageSection>
            <PageSection title="复查通知">
              <Bars caption="复查通知" bars={barsOf(recalled)} />
            </PageSection>
            <PageSection title="复查情况">
              <Bars caption="复查情况" bars={barsOf(recalls)} />
            </PageSection>
          </>
        )
      }
    </QueryResult>
  );
}

import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { dayAt, monthsAfter } from '@yugong/domain/calendar';
import { FiguresWire, SMALL } from '@yugong/domain/monthly-figures/wire';
import { ask, query } from '../../api/client';
import { saveAnswer } from '../../api/save-file';
import { Choice } from '../../parts/choice';
import { Page } from '../../parts/page';
import { Answer } from '../../parts/states';
import { useSaid } from '../../parts/use-said';
import { Figures } from './figures';
import { sayMonth } from './say';
import styles from './figures.module.css';

const kinds = [
  { value: 'screening', label: '筛查' },
  { value: 'event', label: '活动' },
];
const MONTHS = 12;

export default function FiguresPage() {
  const [params, setParams] = useSearchParams();
  const { failed } = useSaid();
  const today = dayAt(Date.now());
  const month = params.get('month') ?? today.slice(0, 7);
  const kind = params.get('kind') ?? 'screening';
  const figures = useQuery({
    queryKey: ['figures', month, kind],
    queryFn: ({ signal }) => ask(`GET /figures${query({ month, kind })}`, { answer: FiguresWire, signal }),
    placeholderData: (before) => before,
  });
  const months = Array.from({ length: MONTHS }, (_, back) => monthsAfter(`${today.slice(0, 7)}-01`, -back).slice(0, 7));
  const set = (some: { month?: string; kind?: string }): void => setParams({ month, kind, ...some }, { replace: true });
  const save = (format: 'csv' | 'xlsx'): void =>
    void saveAnswer(`GET /figures/file${query({ month, kind, format })}`, `数字-${month}.${format}`).catch(failed);
  return (
    <Page
      title="数字"
      lead={`按月看。少于 ${SMALL} 人的不显示，免得看出是谁。`}
      actions={
        <>
          <Button onClick={() => save('csv')}>下载 CSV</Button>
          <Button onClick={() => save('xlsx')}>下载表格</Button>
        </>
      }
    >
      <div className={styles.filters} role="search" aria-label="看哪一部分">
        <Choice
          aria-label="月份"
          options={months.map((one) => ({ value: one, label: sayMonth(one) }))}
          value={month}
          onChange={(value) => set({ month: value })}
        />
        <Choice aria-label="种类" options={kinds} value={kind} onChange={(value) => set({ kind: value })} />
      </div>
      <Answer of={figures}>{(data) => <Figures data={data} />}</Answer>
    </Page>
  );
}

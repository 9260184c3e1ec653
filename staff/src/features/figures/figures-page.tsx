import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { dayAt, monthsAfter } from '@yugong/domain/calendar';
import { FiguresWire, SMALL } from '@yugong/domain/monthly-figures/wire';
import { callApi, queryString } from '../../api/client';
import { downloadFile } from '../../api/save-file';
import { ConsolePage } from '../../parts/page';
import { SelectField } from '../../parts/select-field';
import { QueryResult } from '../../parts/states';
import { useToast } from '../../parts/use-toast';
import { MonthlyFigures } from './figures';
import { monthTitle } from './labels';
import styles from './figures.module.css';

const kinds = [
  { value: 'screening', label: '筛查' },
  { value: 'event', label: '活动' },
];
const MONTHS = 12;

export default function FiguresPage() {
  const [params, setParams] = useSearchParams();
  const { failed } = useToast();
  const today = dayAt(Date.now());
  const month = params.get('month') ?? today.slice(0, 7);
  const kind = params.get('kind') ?? 'screening';
  const figures = useQuery({
    queryKey: ['figures', month, kind],
    queryFn: ({ signal }) => callApi(`GET /figures${queryString({ month, kind })}`, { answer: FiguresWire, signal }),
    placeholderData: (before) => before,
  });
  const months = Array.from({ length: MONTHS }, (_, back) => monthsAfter(`${today.slice(0, 7)}-01`, -back).slice(0, 7));
  const set = (some: { month?: string; kind?: string }): void => setParams({ month, kind, ...some }, { replace: true });
  const save = (format: 'csv' | 'xlsx'): void =>
    void downloadFile(`GET /figures/file${queryString({ month, kind, format })}`, `统计-${month}.${format}`).catch(
      failed,
    );
  return (
    <ConsolePage
      title="统计"
      lead={`按月统计。少于 ${SMALL} 人的，和能推算出它们的数，都不显示，以保护个人隐私。`}
      actions={
        <>
          <Button onClick={() => save('csv')}>下载 CSV</Button>
          <Button onClick={() => save('xlsx')}>下载表格</Button>
        </>
      }
    >
      <div className={styles.filters} role="search" aria-label="筛选">
        <SelectField
          aria-label="月份"
          options={months.map((one) => ({ value: one, label: monthTitle(one) }))}
          value={month}
          onChange={(value) => set({ month: value })}
        />
        <SelectField aria-label="种类" options={kinds} value={kind} onChange={(value) => set({ kind: value })} />
      </div>
      <QueryResult of={figures}>{(data) => <MonthlyFigures data={data} />}</QueryResult>
    </ConsolePage>
  );
}

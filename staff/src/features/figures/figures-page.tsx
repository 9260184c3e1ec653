import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { dayAt, monthsAfter } from '@yugong/domain/calendar';
import { FiguresWire, SMALL } from '@yugong/domain/monthly-figures/wire';
import { callApi, queryString } from '../../api/client';
import { useMe } from '../../api/me';
import { downloadFile, saveBlob } from '../../api/save-file';
import { ConsolePage } from '../../parts/page';
import { SelectField } from '../../parts/select-field';
import { QueryResult } from '../../parts/states';
import { exactTime } from '../../parts/time';
import { useToast } from '../../parts/use-toast';
import { MonthlyFigures } from './figures';
import { monthTitle } from './labels';
import { drawFigures, toPng } from './picture';
import styles from './figures.module.css';

const kinds = [
  { value: 'screening', label: '筛查' },
  { value: 'event', label: '活动' },
];
const MONTHS = 12;

/** The URL's value for comparing with no month; without any it is the one before. */
const NO_MONTH = 'none';

const useFigures = (month: string, kind: string) =>
  useQuery({
    queryKey: ['figures', month, kind],
    queryFn: ({ signal }) => callApi(`GET /figures${queryString({ month, kind })}`, { answer: FiguresWire, signal }),
    placeholderData: (before) => before,
    enabled: month !== NO_MONTH,
  });

export default function FiguresPage() {
  const [params, setParams] = useSearchParams();
  const { failed } = useToast();
  const me = useMe();
  const today = dayAt(Date.now());
  const month = params.get('month') ?? today.slice(0, 7);
  const kind = params.get('kind') ?? 'screening';
  const chosen = params.get('against') ?? monthsAfter(`${month}-01`, -1).slice(0, 7);
  const against = chosen === month ? NO_MONTH : chosen;
  const figures = useFigures(month, kind);
  const others = useFigures(against, kind);
  const other = against !== NO_MONTH && others.data?.month === against ? others.data : undefined;
  const months = Array.from({ length: MONTHS }, (_, back) => monthsAfter(`${today.slice(0, 7)}-01`, -back).slice(0, 7));
  const options = months.map((one) => ({ value: one, label: monthTitle(one) }));
  const older =
    months.includes(against) || against === NO_MONTH ? [] : [{ value: against, label: monthTitle(against) }];
  const set = (some: Record<string, string>): void =>
    setParams({ ...Object.fromEntries(params), month, kind, ...some }, { replace: true });
  const save = (format: 'csv' | 'xlsx'): void => {
    const compared = against === NO_MONTH ? undefined : against;
    const asked = queryString({ month, kind, format, against: compared });
    void downloadFile(`GET /figures/file${asked}`, `统计-${month}.${format}`).catch(failed);
  };
  const savePicture = (): void => {
    if (!figures.data) return;
    const by = `${me.name}，${exactTime(new Date().toISOString())}`;
    void toPng(drawFigures(figures.data, other, by))
      .then((png) => saveBlob(png, `统计-${month}.png`))
      .catch(failed);
  };
  return (
    <ConsolePage
      title="统计"
      lead={`按月统计。为保护个人隐私，1 至 ${SMALL - 1} 人的组写“少于 ${SMALL}”；能推算出它们的较大的组也不显示。`}
      actions={
        <>
          <Button onClick={() => save('csv')}>下载 CSV</Button>
          <Button onClick={() => save('xlsx')}>下载表格</Button>
          <Button disabled={!figures.data} onClick={savePicture}>
            下载图片
          </Button>
        </>
      }
    >
      <div className={styles.filters} role="search" aria-label="筛选">
        <SelectField aria-label="月份" options={options} value={month} onChange={(value) => set({ month: value })} />
        <SelectField aria-label="种类" options={kinds} value={kind} onChange={(value) => set({ kind: value })} />
        <SelectField
          aria-label="对比"
          options={[
            { value: NO_MONTH, label: '不对比' },
            ...[...options, ...older].map(({ value, label }) => ({ value, label: `对比${label}` })),
          ]}
          value={against}
          onChange={(value) => set({ against: value })}
        />
      </div>
      <p className="onPaper">
        {monthTitle(month)}，{kinds.find(({ value }) => value === kind)?.label}
        {against !== NO_MONTH && `，对比${monthTitle(against)}`}
      </p>
      <QueryResult of={figures}>{(data) => <MonthlyFigures data={data} against={other} />}</QueryResult>
    </ConsolePage>
  );
}

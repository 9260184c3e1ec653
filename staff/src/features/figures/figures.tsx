/** A month's figures: the four key figures first, then their breakdowns. */
import { sayDate } from '@yugong/domain/calendar';
import type { FiguresWire, SplitWire } from '@yugong/domain/monthly-figures/wire';
import { Bars } from '../../parts/bars';
import { DayColumns } from '../../parts/days';
import { PageSection } from '../../parts/page';
import { DataTable } from '../../parts/table';
import { compareDistricts, compareMonths, type DistrictRow } from './comparison';
import { cellLabel, durationLabel, monthTitle, percentLabel, totalLabel } from './labels';
import styles from './figures.module.css';

const KeyFigure = ({ label, value, note }: { label: string; value: string; note?: string }) => (
  <div className={styles.number}>
    <dt>{label}</dt>
    <dd>
      {value}
      {note && <span className={styles.note}>{note}</span>}
    </dd>
  </div>
);

const Breakdown = ({ title, split }: { title: string; split: SplitWire }) => (
  <PageSection title={title}>
    {split.cells.every(({ count }) => count === 0) ? (
      <p className="quiet">这个月没有数据。</p>
    ) : (
      <Bars
        caption={title}
        bars={split.cells
          .filter(({ count }) => count !== 0)
          .map((cell) => ({ label: cell.label, value: cell.count, text: cellLabel(cell) }))}
      />
    )}
  </PageSection>
);

interface Props {
  data: FiguresWire;
  /** The month that it is compared with. */
  against: FiguresWire | undefined;
}

const MonthComparison = ({ data, against }: { data: FiguresWire; against: FiguresWire }) => (
  <PageSection title={`对比${monthTitle(against.month)}`}>
    <DataTable
      caption={`${monthTitle(data.month)}和${monthTitle(against.month)}`}
      rows={compareMonths(data, against)}
      rowKey={({ title }) => title}
      columns={[
        { title: '项目', cell: ({ title }) => title },
        { title: monthTitle(data.month), number: true, cell: ({ now }) => now },
        { title: monthTitle(against.month), number: true, cell: ({ before }) => before },
        { title: '变化', number: true, cell: ({ change }) => change },
      ]}
    />
  </PageSection>
);

function DistrictComparison({ data, against }: Props) {
  const rows = compareDistricts(data, against);
  if (rows.length < 2) return null;
  return (
    <PageSection title="区县对比">
      <DataTable
        caption="区县对比"
        rows={rows}
        rowKey={({ adcode }) => adcode}
        columns={[
          { title: '区县', cell: ({ title }) => title },
          { title: '报名', number: true, cell: ({ signUps }) => signUps },
          ...(against
            ? [
                { title: monthTitle(against.month), number: true, cell: (row: DistrictRow) => row.signUpsBefore },
                { title: '变化', number: true, cell: ({ change }: DistrictRow) => change },
              ]
            : []),
          { title: '到场', number: true, cell: ({ came }) => came },
          { title: '到场率', number: true, cell: ({ showRate }) => showRate },
        ]}
      />
    </PageSection>
  );
}

export function MonthlyFigures({ data, against }: Props) {
  const { signUps, attendance, cancellations, showRate, waiting, reports, requests, month } = data;
  const today = `${month}-01`;
  return (
    <>
      <dl className={styles.numbers}>
        <KeyFigure label="报名" value={totalLabel(signUps.byDay.total)} note="人" />
        <KeyFigure label="到场率" value={percentLabel(showRate)} note={showRate === null ? '暂无已结束的场次' : ''} />
        <KeyFigure
          label="候补等待"
          value={durationLabel(waiting.medianHours)}
          note={waiting.medianHours === null ? '人数太少' : `中位数；最慢一成超过 ${durationLabel(waiting.p90Hours)}`}
        />
        <KeyFigure label="法律援助请求" value={totalLabel(requests.total)} note="件" />
      </dl>
      <PageSection title="每天报名">
        <DayColumns
          caption="每天报名的人数"
          days={signUps.byDay.cells.map((cell) => ({ day: cell.key, value: cell.count, text: cellLabel(cell) }))}
          say={(day) => sayDate(day, today)}
        />
      </PageSection>
      {against && <MonthComparison data={data} against={against} />}
      <DistrictComparison data={data} against={against} />
      <div className={styles.pairs}>
        <Breakdown title="按区县" split={signUps.byDistrict} />
        <Breakdown title="报名渠道" split={signUps.bySource} />
        <Breakdown title="到场" split={attendance} />
        <Breakdown title="取消原因" split={cancellations} />
        <Breakdown title="驿站反馈" split={reports} />
        <Breakdown title="法律援助" split={requests} />
      </div>
    </>
  );
}

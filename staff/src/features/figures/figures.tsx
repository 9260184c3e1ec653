/** A month in numbers: the four that matter first, then how they are made up. */
import type { FiguresWire, SplitWire } from '@yugong/domain/monthly-figures/wire';
import { sayDate } from '@yugong/domain/calendar';
import { Bars } from '../../parts/bars';
import { Days } from '../../parts/days';
import { Section } from '../../parts/page';
import { sayCount, sayHours, sayShare } from './say';
import styles from './figures.module.css';

const Number_ = ({ label, value, note }: { label: string; value: string; note?: string }) => (
  <div className={styles.number}>
    <dt>{label}</dt>
    <dd>
      {value}
      {note && <span className={styles.note}>{note}</span>}
    </dd>
  </div>
);

const Split = ({ title, split }: { title: string; split: SplitWire }) => (
  <Section title={title}>
    {split.cells.every(({ count }) => count === 0) ? (
      <p className="quiet">这个月没有。</p>
    ) : (
      <Bars
        caption={title}
        bars={split.cells.filter(({ count }) => count !== 0).map(({ label, count }) => ({ label, value: count }))}
      />
    )}
  </Section>
);

export function Figures({ data }: { data: FiguresWire }) {
  const { signUps, attendance, showRate, waiting, reports, requests, month } = data;
  const today = `${month}-01`;
  return (
    <>
      <dl className={styles.numbers}>
        <Number_ label="报名" value={sayCount(signUps.byDay.total)} note="人" />
        <Number_ label="到场率" value={sayShare(showRate)} note={showRate === null ? '还没有办完的' : ''} />
        <Number_
          label="候补等了"
          value={sayHours(waiting.medianHours)}
          note={waiting.medianHours === null ? '人太少' : `一半人；最久的一成 ${sayHours(waiting.p90Hours)}`}
        />
        <Number_ label="法律援助请求" value={sayCount(requests.total)} note="件" />
      </dl>
      <Section title="每天报名">
        <Days
          caption="每天报名的人数"
          days={signUps.byDay.cells.map(({ key, count }) => ({ day: key, value: count }))}
          say={(day) => sayDate(day, today)}
        />
      </Section>
      <div className={styles.pairs}>
        <Split title="按区县" split={signUps.byDistrict} />
        <Split title="从哪里报的" split={signUps.bySource} />
        <Split title="到场" split={attendance} />
        <Split title="驿站反馈" split={reports} />
        <Split title="法律援助" split={requests} />
      </div>
    </>
  );
}

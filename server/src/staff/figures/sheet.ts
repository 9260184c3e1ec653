/** The figures as a table to keep. What is hidden says so. */
import type { FiguresWire, SplitWire } from '@yugong/domain/monthly-figures/wire';
import type { Sheet } from '../roster/sheet';

const HIDDEN = '少于 5 或会推算出少于 5 的数，不显示';

function lines(part: string, { total, cells }: SplitWire): (string | number | null)[][] {
  const told = (count: number | null) => count ?? HIDDEN;
  return [[part, '合计', told(total)], ...cells.map(({ label, count }) => [part, label, told(count)])];
}

export function figuresSheet(one: FiguresWire, who: string): Sheet {
  const { waiting } = one;
  return {
    name: one.month,
    columns: [
      { title: '项', width: 16 },
      { title: '分', width: 20 },
      { title: '数', width: 30 },
    ],
    rows: [
      ...lines('报名（按日）', one.signUps.byDay),
      ...lines('报名（按区县）', one.signUps.byDistrict),
      ...lines('报名（按来源）', one.signUps.bySource),
      ...lines('到场', one.attendance),
      ['到场', '到场率', one.showRate ?? HIDDEN],
      ['候补等待', '人数', waiting.people ?? HIDDEN],
      ['候补等待', '中位数（小时）', waiting.medianHours ?? HIDDEN],
      ['候补等待', '九成在多少小时内', waiting.p90Hours ?? HIDDEN],
      ...lines('驿站反馈', one.reports),
      ...lines('求助', one.requests),
    ],
    mark: `${one.month} ${one.kind === 'screening' ? '筛查' : '活动'} · ${who} 导出`,
  };
}

import type { FiguresWire, SplitWire } from '@yugong/domain/monthly-figures/wire';
import { suppress } from '@yugong/domain/monthly-figures/wire';
import { changeLabel, compareDistricts, compareMonths } from '../../../staff/src/features/figures/comparison';
import { drawFigures } from '../../../staff/src/features/figures/picture';

const split = (counts: Record<string, number>): SplitWire =>
  suppress(Object.entries(counts).map(([key, count]) => ({ key, label: key, count })));

const month = (name: string, districts: Record<string, number>, more: Partial<FiguresWire> = {}): FiguresWire => {
  const total = Object.values(districts).reduce((sum, one) => sum + one, 0);
  return {
    month: name,
    kind: 'screening',
    signUps: {
      byDay: split({ [`${name}-03`]: total }),
      byDistrict: split(districts),
      bySource: split({ 微信: total }),
    },
    attendance: split({}),
    attendanceByDistrict: { came: split({}), missed: split({}) },
    cancellations: split({}),
    showRate: null,
    waiting: { people: 0, medianHours: null, p90Hours: null },
    reports: split({}),
    requests: split({}),
    ...more,
  };
};

const november = month('2026-11', { 渝中区: 20, 江北区: 3, 巴南区: 9, 北碚区: 40 });
const october = month('2026-10', { 渝中区: 26, 北碚区: 40, 大足区: 8 });

it('says how much more or less only where both numbers are told', () => {
  expect(changeLabel(12, 9)).toBe('+3');
  expect(changeLabel(9, 12)).toBe('−3');
  expect(changeLabel(9, 9)).toBe('持平');
  expect(changeLabel(null, 9)).toBe('');
  expect(changeLabel(9, null)).toBe('');
});

it('puts district against district, most first, the hidden ones with why below, those of the other month only last', () => {
  expect(compareDistricts(november, october).map(({ title, signUps, change }) => [title, signUps, change])).toEqual([
    ['北碚区', '40', '持平'],
    ['渝中区', '20', '−6'],
    ['巴南区', '不显示，避免推算', ''],
    ['江北区', '少于 5', ''],
    ['大足区', '0', '−8'],
  ]);
});

it('tells a share of who came in a district only where both its numbers are told', () => {
  const attendanceByDistrict = { came: split({ 渝中区: 15, 北碚区: 30 }), missed: split({ 渝中区: 5, 北碚区: 10 }) };
  const [first, second] = compareDistricts(
    month('2026-11', { 渝中区: 20, 北碚区: 40 }, { attendanceByDistrict }),
    undefined,
  );
  expect([first?.came, first?.showRate, second?.showRate]).toEqual(['30', '75%', '75%']);
  const hidden = { came: split({ 渝中区: 18, 北碚区: 30 }), missed: split({ 渝中区: 2, 北碚区: 10 }) };
  const rates = compareDistricts(
    month('2026-11', { 渝中区: 20, 北碚区: 40 }, { attendanceByDistrict: hidden }),
    undefined,
  );
  expect(rates.map(({ showRate }) => showRate)).toEqual(['—', '—']);
});

it('puts month against month, leaving out what neither had', () => {
  const rows = compareMonths({ ...november, showRate: 0.8 }, { ...october, showRate: 0.75 });
  expect(rows.map(({ title, now, before, change }) => [title, now, before, change])).toEqual([
    ['报名', '72', '74', '−2'],
    ['报名渠道：微信', '72', '74', '−2'],
    ['到场率', '80%', '75%', '+5 个百分点'],
    ['法律援助请求', '0', '0', '持平'],
  ]);
});

it('draws a picture that says who made it, when, and why a bar has no number', () => {
  const { marks, height } = drawFigures(november, october, '演示人，2026-11-30 09:30');
  const words = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
  expect(words).toContain('渝工随行 · 演示人，2026-11-30 09:30 导出');
  expect(words).toContain('2026年11月筛查统计（对比2026年10月）');
  expect(words).toContain('少于 5');
  expect(words).toContain('不显示，避免推算');
  // Nothing leaves the picture, and no bar of a hidden number is as long as its number.
  for (const mark of marks) expect(mark.y).toBeLessThan(height);
  const bars = marks.flatMap((mark) => (mark.kind === 'box' && mark.height === 26 ? [Math.round(mark.width)] : []));
  expect(bars.filter((width) => width === 8)).toHaveLength(2);
});

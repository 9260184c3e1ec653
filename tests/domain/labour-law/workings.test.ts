/** How an amount is reckoned, step by step: what the worker reads on the page, and what the paper says in its place. */
import {
  doubleWage,
  overtimePay,
  sayFinality,
  severance,
  severanceAndNotice,
  unlawfulTermination,
  unpaidWages,
  unusedLeave,
  type Amount,
  type ServicePeriod,
} from '@yugong/domain/labour-law';
import { plain } from './rest';

type Step = Amount['lines'][number];

const onPage = (steps: readonly Step[]): string[] =>
  steps.map(({ what, how, fen }) => `${what}：${how}${fen === undefined ? '' : ` = ${fen / 100}`}`);
/** The steps that the paper says in words of its own, or not at all. */
const onPaper = (steps: readonly Step[]): string[] =>
  steps.flatMap((step) =>
    step.onPaper === undefined
      ? []
      : [step.onPaper === 'left-out' ? `${step.what}：不写` : `${step.onPaper.what}：${step.onPaper.how}`],
  );

const work = (first: string, last: string, more: Partial<ServicePeriod> = {}): ServicePeriod => ({
  first,
  last,
  earnings: { totalFen: 6_000_000, months: 12 },
  minimum: null,
  localAverage: null,
  ...more,
});
const local = (yuan: number) => ({ fen: yuan * 100, asOf: '2025' });
const rich = work('2009-01-01', '2024-12-31', {
  earnings: { totalFen: 36_000_000, months: 12 },
  localAverage: local(9000),
});
const lowPaid = work('2020-03-01', '2023-08-31', { minimum: local(6000), localAverage: local(9000) });

describe('severance is worked out', () => {
  it('from the average month and the years', () => {
    expect(onPage(severance(work('2020-03-01', '2023-08-31')).lines)).toEqual([
      '月平均工资：12 个月应得的 60,000 元 ÷ 12 = 5000',
      '工作年限：2020-03-01 到 2023-08-31，3 年 6 个月，算 4 个月',
      '经济补偿：5,000 元 × 4 = 20000',
    ]);
  });

  it('from the minimum wage where the average is lower, which the paper cites without the page’s doubts', () => {
    const { lines } = severance(lowPaid);
    expect(onPage(lines)).toContain('低于最低工资，按最低工资：6,000 元（2025，请核实） = 6000');
    expect(onPaper(lines)).toEqual(['月平均工资低于当地最低工资标准，按最低工资标准计算：当地月最低工资标准']);
  });

  it('under the cap of the wage and of the years together', () => {
    const { lines } = severance(rich);
    expect(onPage(lines).slice(1)).toEqual([
      '高过当地平均工资的 3 倍，按 3 倍：9,000 元（2025，请核实） × 3 = 27000',
      '工作年限：2009-01-01 到 2024-12-31，16 年，算 16 个月',
      '年限封顶：工资按 3 倍封顶的，最多 12 个月',
      '经济补偿：27,000 元 × 12 = 324000',
    ]);
    expect(onPaper(lines)).toEqual([
      '按当地上年度职工月平均工资三倍计算：9,000 元 × 3',
      '支付年限：按三倍标准支付的，最高不超过十二年',
    ]);
  });

  it('with the years before 2008 beside it, as far as they go', () => {
    const { lines, other } = severance(work('2005-07-01', '2010-12-31'));
    expect(onPage(lines).slice(1)).toEqual([
      '2008年起的年限：2008-01-01 到 2010-12-31，3 年，算 3 个月',
      '经济补偿：5,000 元 × 3 = 15000',
      '2008年以前的年限（有争议，不在较低的数里）：2005-07-01 到 2007-12-31，2 年 6 个月，5,000 元 × 3 = 15,000 元',
    ]);
    expect(onPaper(lines)).toEqual(['2008年以前的年限（有争议，不在较低的数里）：不写']);
    expect(onPage(other?.steps ?? []).slice(-2)).toEqual([
      '2008年以前的年限：2005-07-01 到 2007-12-31，2 年 6 个月，5,000 元 × 3 = 15000',
      '合计：15,000 元 + 15,000 元 = 30000',
    ]);
  });

  it('of years before 2008 alone, where nothing is added up', () => {
    const { fen, other } = severance(work('2005-07-01', '2007-06-30'));
    expect([fen, other?.fen]).toEqual([0, 1_000_000]);
    expect(onPage(other?.steps ?? []).slice(1)).toEqual([
      '2008年以前的年限：2005-07-01 到 2007-06-30，2 年，5,000 元 × 2 = 10000',
    ]);
  });

  it('with the month in lieu of notice behind it', () => {
    const { lines } = severanceAndNotice(work('2020-03-01', '2023-08-31'), 620_000);
    expect(onPage(lines).slice(-2)).toEqual([
      '代通知金（+1）：没有提前 30 天书面通知，按上一个月的工资 = 6200',
      '合计：20,000 元 + 6,200 元 = 26200',
    ]);
    expect(onPaper(lines)).toEqual(['代通知金：未提前三十日书面通知，按上一个月工资计算']);
  });

  it('and twice for an unlawful end, capped as it is', () => {
    expect(onPage(unlawfulTermination(work('2020-03-01', '2023-08-31')).lines).slice(1)).toEqual([
      '工作年限：2020-03-01 到 2023-08-31，3 年 6 个月，算 4 个月',
      '赔偿金：5,000 元 × 4 × 2 = 40000',
    ]);
    const { lines } = unlawfulTermination(rich);
    expect(onPage(lines).slice(-2)).toEqual([
      '年限封顶：工资按 3 倍封顶的，最多 12 个月',
      '赔偿金：27,000 元 × 12 × 2 = 648000',
    ]);
    expect(onPaper(lines)).toContain('支付年限：按三倍标准支付的，最高不超过十二年');
  });
});

describe('overtime is worked out', () => {
  it('by the hour and the rate, from the minimum wage where less was agreed, less what was paid', () => {
    const hours = { workdays: 100, restDays: 25, holidays: 80, paidFen: 10_000 };
    const { lines } = overtimePay({ monthlyFen: 200_000, ...hours, minimum: local(2330) });
    expect(onPage(lines)).toEqual([
      '约定的月工资低于最低工资，按最低工资：2,330 元（2025，请核实） = 2330',
      '小时工资：2,330 元 ÷ 21.75 ÷ 8 = 13.39',
      '工作日加班：10 小时 × 小时工资 × 150% = 200.86',
      '休息日加班（未安排补休）：2.5 小时 × 小时工资 × 200% = 66.95',
      '法定节假日加班：8 小时 × 小时工资 × 300% = 321.38',
      '已经发过的：减去 = -100',
      '合计：以上相加 = 489.19',
    ]);
    expect(onPaper(lines)).toEqual([
      '约定工资低于当地最低工资标准，按最低工资标准计算：当地月最低工资标准',
      '扣除已支付部分：已支付',
    ]);
  });

  it('without a total where there is one rate only', () => {
    const { lines } = overtimePay({ monthlyFen: 522_000, workdays: 100, restDays: 0, holidays: 0, paidFen: 0 });
    expect(onPage(lines)).toEqual([
      '小时工资：5,220 元 ÷ 21.75 ÷ 8 = 30',
      '工作日加班：10 小时 × 小时工资 × 150% = 450',
    ]);
  });
});

describe('wages that are missing are worked out', () => {
  const february = { month: '2026-02', dueFen: 200_000, paidFen: 100_050 };

  it('month by month, the part that was paid taken off', () => {
    const { lines } = unpaidWages([{ month: '2026-01', dueFen: 500_000, paidFen: 0 }, february], null);
    expect(onPage(lines)).toEqual([
      '2026-01：该发 5,000 元 - 发了 0 元 = 5000',
      '2026-02：该发 2,000 元 - 发了 1,000.50 元 = 999.5',
      '合计：2 个月加起来 = 5999.5',
    ]);
    expect(onPaper(lines)).toEqual([
      '2026-01：应发 5,000 元，实发 0 元，差额',
      '2026-02：应发 2,000 元，实发 1,000.50 元，差额',
      '合计：共 2 个月',
    ]);
  });

  it('without a total on the paper where it is one month', () => {
    expect(onPaper(unpaidWages([february], null).lines)).toEqual([
      '2026-02：应发 2,000 元，实发 1,000.50 元，差额',
      '合计：不写',
    ]);
  });
});

describe('unused leave is worked out', () => {
  const leave = { year: 2025, careerYears: 3, first: '2022-05-01', last: null, takenDays: 2, monthlyFen: 435_000 };

  it('of a whole year at the employer', () => {
    const { lines } = unusedLeave(leave, plain);
    expect(onPage(lines)).toEqual([
      '一年的年休假：累计工作 3 年，5 天',
      '没休的：5 天 - 已休 2 天 = 3 天',
      '日工资：4,350 元 ÷ 21.75 = 200',
      '还应支付：3 天 × 日工资 × 200% = 1200',
    ]);
    expect(onPaper(lines)).toEqual(['未休天数：应休 5 天，已休 2 天，未休 3 天']);
  });

  it('of a part of a year, in whole days', () => {
    const joined = { ...leave, careerYears: 12, first: '2025-03-01', last: '2025-10-31', takenDays: 0 };
    expect(onPage(unusedLeave(joined, plain).lines).slice(0, 3)).toEqual([
      '一年的年休假：累计工作 12 年，10 天',
      '折算：2025年在本单位 245 天 ÷ 365 × 10，只取整天：6 天',
      '没休的：6 天 - 已休 0 天 = 6 天',
    ]);
  });

  it('as nothing by the cautious reading once its year is over, with the same steps behind the other', () => {
    const { fen, lines, other } = unusedLeave({ ...leave, year: 2023, claimedOn: '2025-03-01' }, plain);
    expect([fen, other?.fen, other?.preselected]).toEqual([0, 120_000, false]);
    expect(onPage(lines).slice(-2)).toEqual([
      '还应支付：3 天 × 日工资 × 200% = 1200',
      '从那一年年底起算一年：到 2025-03-01 已经过了 = 0',
    ]);
    expect(onPaper(lines)).toContain('从那一年年底起算一年：不写');
    expect(onPage(other?.steps ?? [])).toEqual(onPage(lines).slice(0, -1));
  });

  it('as in time on the last day of its year after, and until a year after the work ended', () => {
    const of2023 = { ...leave, year: 2023 };
    expect(unusedLeave({ ...of2023, claimedOn: '2024-12-31' }, plain)).toMatchObject({ fen: 120_000, other: null });
    expect(unusedLeave({ ...of2023, claimedOn: '2025-01-01' }, plain)).toMatchObject({ fen: 0 });
    const left = { ...leave, year: 2024, takenDays: 0, last: '2024-06-30' };
    expect(unusedLeave({ ...left, claimedOn: '2025-06-30' }, plain).other).toBeNull();
    expect(unusedLeave({ ...left, claimedOn: '2025-07-01' }, plain)).toMatchObject({ fen: 0, other: { fen: 80_000 } });
  });
});

describe('the second wage is worked out', () => {
  const uncontracted = { first: '2024-03-01', signed: null, last: null, monthlyFen: 500_000, claimedOn: '2025-03-01' };

  it('for its days, all of them in time', () => {
    const { lines } = doubleWage(uncontracted, plain);
    expect(onPage(lines)).toEqual(['该付双倍的日子：2024-04-01 到 2025-02-28：5,000 元 × 11 个月 = 55000']);
    expect(onPaper(lines)).toEqual(['2024-04-01 到 2025-02-28：5,000 元 × 11 个月']);
  });

  it('for the days of the last year, which alone the paper explains', () => {
    const { lines, other } = doubleWage({ ...uncontracted, claimedOn: '2025-07-01' }, plain);
    expect(onPage(lines)).toEqual([
      '该付双倍的日子：2024-04-01 到 2025-02-28：5,000 元 × 11 个月 = 55000',
      '一年之内的：2024-07-01 到 2025-02-28：5,000 元 × 8 个月 = 40000',
    ]);
    expect(onPaper(lines)).toEqual([
      '该付双倍的日子：2024-04-01 到 2025-02-28：不写',
      '2024-07-01 到 2025-02-28：5,000 元 × 8 个月',
    ]);
    expect(other?.because).toContain('按整段算');
  });

  it('as nothing day by day, once all of its days are older than a year', () => {
    const { lines } = doubleWage({ ...uncontracted, claimedOn: '2026-03-03' }, plain);
    expect(onPage(lines).slice(-1)).toEqual(['按每天分开算期限：到 2026-03-03，这些日子都过了一年 = 0']);
    expect(onPaper(lines).slice(-1)).toEqual(['按每天分开算期限：不写']);
  });

  it('month by month where one was paid differently, and never more than eleven of the best', () => {
    const months = { '2024-05': 700_000 };
    const { lines } = doubleWage({ ...uncontracted, last: '2024-06-07', monthsFen: months }, plain);
    expect(onPage(lines)).toEqual([
      '该付双倍的日子：2024-04：整月，当月工资 = 5000',
      '2024-05：整月，当月工资 = 7000',
      '2024-06：5,000 元 ÷ 21.75 × 5 个工作日 = 1149.43',
      '合计：2024-04-01 到 2024-06-07 = 13149.43',
    ]);
    const dearer = doubleWage({ ...uncontracted, claimedOn: '2025-02-28', monthsFen: { '2024-05': 300_000 } }, plain);
    expect(dearer.fen).toBe(10 * 500_000 + 300_000);
  });
});

describe('whether an award is final is said', () => {
  const first = { fen: 233_000, asOf: '2025-01' };
  const second = { fen: 220_000, asOf: '2025-01' };
  const [final, open] = [
    '裁决是终局的：单位不能起诉，只能 30 天内申请撤销；你不服，15 天内仍可以起诉。',
    '裁决不是终局的：单位收到 15 天内可以起诉，那样要等法院判完，时间更长。',
  ];
  const basis = '（当地最低月工资的 12 个月，2025-01 的数）';

  it.each([
    [100_000, [first], `不超过 27,960 元${basis}，${final}`],
    [7_150_000, [first], `超过 27,960 元${basis}，${open}`],
    [
      2_700_000,
      [first, second],
      `终局的界限是 27,960 元或 26,400 元${basis}，看干活的地方是哪一档。超过界限的，${open}`,
    ],
    [100_000, [], `单项不超过当地最低月工资 12 个月的，${final}超过的，单位可以起诉。`],
  ])('of %d fen by these minimum wages, %#', (fen, minimumWages, said) => {
    expect(sayFinality(fen, minimumWages)).toBe(said);
  });
});

/**
 * Stories at the edges of the rules, with figures and last days worked out by hand from the statutes: a day more or less,
 * a holiday that moves a last day, a floor or a cap met exactly. They go in as the pages write them down.
 */
import { rightsClock, type Deadline } from '@yugong/domain/labour-law';
import { type AmountKind } from '../../../src/features/legal-aid/amounts/compute';
import { clockFactsOf } from '../../../src/features/legal-aid/draft/facts';
import type { LegalDraft } from '../../../src/platform/storage/values';
import { rest } from './rest';
import { come, type StoryFields, type ComesTo, tell, TOLD_ON, type Told, work } from './told';

const total = (earnings: string, earningsMonths: string): StoryFields => ({ monthly: '', earnings, earningsMonths });

describe('an end at the edge of a year, a floor or a cap', () => {
  it.each<[string, StoryFields, ComesTo]>([
    ['ten years to the day', work('2016-07-01', '2026-06-30', '5000', { ending: 'layoff' }), 50_000],
    [
      'begun on a leap day, four years to the day',
      work('2020-02-29', '2024-02-28', '6000', { ending: 'expired' }),
      24_000,
    ],
    ['two years and a whole half', work('2021-03-01', '2023-08-31', '4800', { ending: 'layoff' }), 14_400],
    ['four months, agreed', work('2026-03-02', '2026-06-30', '6000', { ending: 'employer-proposed' }), 3_000],
    [
      'under half a year, art. 40 without notice',
      work('2026-04-01', '2026-08-14', '7000', { ending: 'notice' }),
      10_500,
    ],
    [
      'the month in place of notice is not capped',
      work('2019-01-01', '2026-06-30', '45000', {
        ending: 'notice',
        wageConfirmed: '45000',
        localAverage: '10000',
        localAverageAsOf: '2025',
      }),
      285_000,
    ],
    [
      'three times the average exactly is not above it: fifteen years',
      work('2010-01-01', '2024-12-31', '30000', {
        ending: 'layoff',
        wageConfirmed: '30000',
        localAverage: '10000',
        localAverageAsOf: '2023',
      }),
      450_000,
    ],
    [
      'a yuan above it: twelve years',
      work('2010-01-01', '2024-12-31', '30001', {
        ending: 'layoff',
        wageConfirmed: '30001',
        localAverage: '10000',
        localAverageAsOf: '2023',
      }),
      360_000,
    ],
    [
      'left for unpaid wages, begun before 2008: two begun years and nineteen',
      work('2006-08-01', '2026-07-31', '4000', { ending: 'resigned-for-cause' }),
      [76_000, 84_000],
    ],
    ['a fault that is proven', work('2020-01-01', '2026-01-31', '5000', { ending: 'fault' }), 'nothing'],
    ['went by own proposal', work('2020-01-01', '2026-01-31', '5000', { ending: 'worker-proposed' }), 'nothing'],
    [
      'eleven years with those at the employer before, run out',
      work('2021-01-01', '2026-05-31', '6200', { ending: 'expired', mergedFrom: '2015-06-01' }),
      68_200,
    ],
    [
      'seven months’ total, dismissed',
      { ...work('2026-01-05', '2026-08-04', '', { ending: 'told-to-go' }), ...total('35700', '7') },
      10_200,
    ],
    [
      'two months that differ make the average',
      work('2025-09-01', '2026-08-31', '5000', { ending: 'layoff', 'wage-2026-02': '3000', 'wage-2026-07': '7400' }),
      5_033.33,
    ],
    [
      'the second tier’s minimum',
      work('2024-08-01', '2026-07-31', '2100', { ending: 'layoff', minimum: '2200', minimumAsOf: '2025-01' }),
      4_400,
    ],
    [
      'a rider, if the relation is found: two and a half, twice',
      { ...work('2024-05-06', '2026-08-05', '7000', { ending: 'told-to-go' }), relation: 'platform' },
      35_000,
    ],
    ['sent away on probation', work('2026-08-17', '2026-11-15', '5500', { ending: 'told-to-go' }), 5_500],
    [
      'left for no insurance after nearly a year',
      work('2025-12-01', '2026-11-27', '4600', { ending: 'resigned-for-cause' }),
      4_600,
    ],
    [
      'a total and a last month of its own, a whole half year',
      { ...work('2022-02-14', '2026-08-13', '', { ending: 'notice', previousMonth: '6100' }), ...total('66000', '12') },
      33_600,
    ],
    [
      'the same a day earlier',
      { ...work('2022-02-14', '2026-08-12', '', { ending: 'notice', previousMonth: '6100' }), ...total('66000', '12') },
      30_850,
    ],
    ['closed', work('2020-04-01', '2026-09-30', '4000', { ending: 'closed' }), 28_000],
  ])('%s', (_name, fields, figure) => expect(come('ending', tell(fields))).toEqual(figure));
});

describe('the second wage at its edges', () => {
  const unsigned = (started: string, monthly: string, more: StoryFields = {}): StoryFields => ({
    relation: 'none',
    still: 'yes',
    started,
    monthly,
    ...more,
  });
  const signedLater = (signed: string) =>
    tell({ ...unsigned('2026-03-02', '5000'), relation: 'written', signed }, { troubles: ['no-contract'] });
  it.each<[string, LegalDraft, string, ComesTo]>([
    ['one month to the day', tell(unsigned('2026-11-01', '6525')), TOLD_ON, 0],
    // 1 October 2025 to 31 August 2026. The year of Friday 28 November 2025 ends on a Saturday, and so on Monday, the day of
    // the claim: a working day of November, 4,000 ÷ 21.75, and December to August.
    [
      'past the year that makes it open-ended: eleven months, nine of them and a day within a year',
      tell(unsigned('2025-09-01', '4000')),
      TOLD_ON,
      [36_183.91, 44_000],
    ],
    ['signed on the month’s last day', signedLater('2026-04-01'), TOLD_ON, 0],
    ['signed on the day after', signedLater('2026-04-02'), TOLD_ON, 0],
    ['signed a month later', signedLater('2026-05-02'), TOLD_ON, 5_000],
    [
      'left more than a year ago: a worked Saturday counts, the holidays do not',
      tell(unsigned('2025-01-06', '6525', { still: 'no', ended: '2025-10-15' })),
      '2026-10-20',
      [0, 54_000],
    ],
    [
      'a rider, if the relation is found',
      tell({ ...unsigned('2026-01-12', '8700'), relation: 'platform' }),
      TOLD_ON,
      83_500,
    ],
    [
      'promised when the first days were over a year old',
      tell(unsigned('2025-01-01', '6525', { still: 'no', ended: '2025-12-31' }), {
        events: [{ kind: 'promised', on: '2026-02-10', proven: true }],
      }),
      TOLD_ON,
      [69_750, 71_775],
    ],
  ])('%s', (_name, draft, today, figure) => expect(come('double-wage', draft, today)).toEqual(figure));
});

describe('overtime, leave and wages at their edges', () => {
  const here: StoryFields = { relation: 'written', still: 'yes', started: '2020-01-06', monthly: '4350' };
  it.each<[string, AmountKind, LegalDraft, string, ComesTo]>([
    [
      'a floor in hours of a rest day',
      'overtime',
      tell({ ...here, monthly: '2000', otRestDays: '8', minimum: '2330', minimumAsOf: '2025-01' }),
      TOLD_ON,
      214.25,
    ],
    [
      'New Year’s Eve was a workday in 2024 and is a holiday since 2025',
      'overtime',
      tell({ ...here, 'overtime-2024-02-09': '8', 'overtime-2024-02-10': '8', 'overtime-2025-01-28': '8' }),
      TOLD_ON,
      1_500,
    ],
    [
      '2 May, 3 May and the Saturday worked for them',
      'overtime',
      tell({ ...here, 'overtime-2026-05-02': '8', 'overtime-2026-05-03': '8', 'overtime-2026-05-09': '4' }),
      TOLD_ON,
      1_150,
    ],
    [
      'the Mid-Autumn day within the National Day’s week',
      'overtime',
      tell({ ...here, 'overtime-2025-10-03': '8', 'overtime-2025-10-04': '8', 'overtime-2025-10-06': '8' }),
      TOLD_ON,
      1_600,
    ],
    [
      'a base of its own in the contract',
      'overtime',
      tell({ ...here, monthly: '6000', otWorkdays: '10', contractWage: '3480' }),
      TOLD_ON,
      300,
    ],
    [
      'hours reckoned over a quarter: beyond the total at 150 %, holidays at 300 %',
      'overtime',
      tell({ ...here, otWorkdays: '30', otHolidays: '8' }),
      TOLD_ON,
      1_725,
    ],
    [
      'two hours and a quarter of a Saturday',
      'overtime',
      tell({ ...here, 'overtime-2026-11-28': '2.25' }),
      TOLD_ON,
      112.5,
    ],
    [
      'left at the end of September: three days',
      'leave',
      tell({ ...here, started: '2024-03-01', still: 'no', ended: '2026-09-30', leaveYear: '2026', careerYears: '3' }),
      TOLD_ON,
      1_200,
    ],
    [
      'twenty-three years of work, five days taken of fifteen',
      'leave',
      tell({ ...here, leaveYear: '2025', careerYears: '23', leaveTaken: '5' }),
      TOLD_ON,
      4_000,
    ],
    [
      'joined in March with eleven years behind: eight of ten days',
      'leave',
      tell({ ...here, started: '2025-03-10', leaveYear: '2025', careerYears: '12' }),
      TOLD_ON,
      3_200,
    ],
    // 「已满20年的」 includes the twenty years themselves: fifteen days.
    [
      'twenty years of work to the year: fifteen days',
      'leave',
      tell({ ...here, leaveYear: '2025', careerYears: '20' }),
      TOLD_ON,
      6_000,
    ],
    [
      'the year that has just ended',
      'leave',
      tell({ ...here, leaveYear: '2026', careerYears: '8' }),
      '2027-01-08',
      2_000,
    ],
    [
      'a wage without overtime of its own',
      'leave',
      tell({ ...here, leaveYear: '2025', careerYears: '8', leaveWage: '3480' }),
      TOLD_ON,
      1_600,
    ],
    // Three days of 2024 are left and none of 2025. The year for those of 2024, from its end on, was over in 2025; like wages
    // they can be asked for while the work goes on.
    [
      'two years, days taken in each',
      'leave',
      tell({ ...here, leaveYear: '2024 2025', careerYears: '7', 'leaveTaken-2024': '2', 'leaveTaken-2025': '5' }),
      TOLD_ON,
      [0, 1_200],
    ],
    [
      'the month of dismissal',
      'wages',
      tell(work('2023-01-09', '2026-10-12', '5000'), { months: [{ month: '2026-10', due: '1800', paid: '' }] }),
      TOLD_ON,
      1_800,
    ],
    [
      'sick pay of seventy per cent, paid at eighty per cent of the minimum',
      'wages',
      tell({ ...here, monthly: '5000' }, { months: [{ month: '2026-09', due: '3500', paid: '1864' }] }),
      TOLD_ON,
      1_636,
    ],
    // 1,900 − 1,500 as agreed, 2,330 − 1,500 by the minimum (劳动法 48).
    [
      'a wage agreed under the minimum',
      'wages',
      tell(
        { ...here, monthly: '1900', minimum: '2330', minimumAsOf: '2025-01' },
        { months: [{ month: '2026-09', due: '1900', paid: '1500' }] },
      ),
      TOLD_ON,
      [400, 830],
    ],
    [
      'three years and a half ago, still employed',
      'wages',
      tell(here, { months: [{ month: '2023-05', due: '4000', paid: '' }] }),
      TOLD_ON,
      4_000,
    ],
    [
      'the year is over: still claimed',
      'wages',
      tell(work('2023-01-09', '2025-10-31', '5000'), { months: [{ month: '2025-09', due: '5000', paid: '2000' }] }),
      TOLD_ON,
      3_000,
    ],
  ])('%s', (_name, kind, draft, today, figure) => expect(come(kind, draft, today)).toEqual(figure));
});

describe('last days among the holidays of 2026 and 2027', () => {
  const ended = (day: string): StoryFields => work('2023-01-09', day, '5000');
  const wages: Told = { troubles: ['wages'] };
  type Expected = { due: string | null; later?: string | null };
  it.each<[string, string, LegalDraft, string, Expected]>([
    ['a Saturday that is worked', 'wages', tell(ended('2025-02-14'), wages), '2026-01-05', { due: '2026-02-14' }],
    ['within the Spring Festival', 'wages', tell(ended('2025-02-16'), wages), '2026-01-05', { due: '2026-02-24' }],
    ['within May’s holidays', 'wages', tell(ended('2025-05-03'), wages), '2026-01-05', { due: '2026-05-06' }],
    ['the Dragon Boat day', 'wages', tell(ended('2025-06-19'), wages), '2026-01-05', { due: '2026-06-22' }],
    // 1 January is a holiday by the law; the Saturday after it may become a workday once the year's notice is out.
    ['New Year of a year without a notice', 'wages', tell(ended('2026-01-01'), wages), TOLD_ON, { due: '2027-01-02' }],
    ['New Year’s Eve of that year', 'wages', tell(ended('2026-02-05'), wages), TOLD_ON, { due: '2027-02-09' }],
    [
      'an award before the Spring Festival',
      'sue',
      tell({ ...ended('2025-09-30'), awardReceived: '2026-02-05' }, wages),
      '2026-02-12',
      { due: '2026-02-24' },
    ],
    [
      'an award before New Year',
      'sue',
      tell({ ...ended('2026-03-31'), awardReceived: '2026-12-18' }, wages),
      '2026-12-20',
      { due: '2027-01-02' },
    ],
    [
      'the employer’s thirty days end in May’s holidays',
      'injury-employer',
      tell({ ...ended(''), still: 'yes', injuredOn: '2026-04-04' }, { troubles: ['injury'] }),
      '2026-04-20',
      { due: '2026-05-06' },
    ],
    [
      'the worker’s year ends in the National Day’s week',
      'injury-worker',
      tell({ ...ended(''), still: 'yes', injuredOn: '2025-10-03' }, { troubles: ['injury'] }),
      '2026-06-01',
      { due: '2026-10-08' },
    ],
    [
      'asked, then complained: the later of both, and its end',
      'wages',
      tell(ended('2024-03-29'), {
        ...wages,
        events: [
          { kind: 'asked', on: '2024-12-02', proven: true },
          { kind: 'complained', on: '2025-11-10', proven: true, over: 'yes', until: '2026-02-02' },
        ],
      }),
      '2026-10-01',
      { due: '2026-11-10', later: '2027-02-02' },
    ],
    [
      'promised, without proof',
      'wages',
      tell(ended('2025-04-30'), { ...wages, events: [{ kind: 'promised', on: '2026-04-01', proven: false }] }),
      '2026-04-20',
      { due: '2026-04-30', later: '2027-04-01' },
    ],
    [
      'filed and withdrawn',
      'wages',
      tell(ended('2025-06-30'), {
        ...wages,
        events: [{ kind: 'filed', on: '2026-05-06', proven: true, over: 'yes', until: '2026-06-08' }],
      }),
      TOLD_ON,
      { due: '2027-05-06', later: '2027-06-08' },
    ],
    // The year runs from the day she knew (仲裁法 27 I), which isn't the last day of work.
    [
      'dismissed, known five days after the last one',
      'dismissed',
      tell({ ...ended('2026-01-15'), ending: 'told-to-go', knew: '2026-01-20' }, { troubles: ['dismissed'] }),
      TOLD_ON,
      { due: '2027-01-20' },
    ],
  ])('%s', (_name, id, draft, today, expected) => {
    const deadline = rightsClock(clockFactsOf(draft, today), rest).find((one) => one.id === id);
    expect({ due: deadline?.due, ...('later' in expected && { later: deadline?.later?.day ?? null }) }).toEqual(
      expected,
    );
  });

  const clockOf = (draft: LegalDraft, id: string, today = TOLD_ON): Deadline | undefined =>
    rightsClock(clockFactsOf(draft, today), rest).find((one) => one.id === id);

  it('doesn’t let a year pass while an obstacle lasts', () => {
    // On 10 May 2026, when it began, 114 days were left: 10 May to 31 August, both counted, and so many from today on.
    const deadline = clockOf(tell(ended('2025-08-31'), { ...wages, stops: [{ from: '2026-05-10', to: '' }] }), 'wages');
    expect(deadline?.due).toBe('2027-03-23');
  });

  it('counts no year to file a claim that is being decided, but the days that others have', () => {
    const told = { ...wages, events: [{ kind: 'filed', on: '2025-05-06', proven: true, over: 'no' } as const] };
    const ids = rightsClock(clockFactsOf(tell(ended('2025-03-31'), told), TOLD_ON), rest).map(({ id }) => id);
    expect(ids).toEqual(['inspection', 'acceptance']);
  });
});

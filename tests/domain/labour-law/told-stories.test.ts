/**
 * Stories as they are told to the app, with figures and last days worked out by hand from the statutes beforehand. They
 * go in as the pages write them down, and come out of the same readings that the calculators, the clock and the
 * application use.
 */
import { applicationText, articles, daysLeft, rightsClock, sayArticle } from '@yugong/domain/labour-law';
import { computeAmount, type AmountKind } from '../../../src/features/legal-aid/amounts/compute';
import { applicationInput } from '../../../src/features/legal-aid/claim/input';
import { clockFactsOf } from '../../../src/features/legal-aid/draft/facts';
import { routeFor } from '../../../src/features/legal-aid/routes/routes';
import type { LegalDraft } from '../../../src/platform/storage/values';
import { rest } from './rest';
import { come, type StoryFields, type ComesTo, tell, TOLD_ON, type Told, work } from './told';

describe('what is due when work ends', () => {
  it.each<[string, StoryFields, ComesTo]>([
    [
      'two years, five months and a half are two and a half',
      work('2021-03-01', '2023-08-15', '5000', { ending: 'employer-proposed' }),
      12_500,
    ],
    ['six months to the day are a year', work('2025-01-01', '2025-06-30', '5000', { ending: 'layoff' }), 5_000],
    ['a day less than six months is half a one', work('2025-01-01', '2025-06-29', '5000', { ending: 'layoff' }), 2_500],
    ['twenty days told to go are a month', work('2026-10-05', '2026-10-24', '6000', { ending: 'told-to-go' }), 6_000],
    [
      'three years and seven months told to go',
      work('2023-03-13', '2026-10-12', '6500', { ending: 'told-to-go' }),
      52_000,
    ],
    ['blamed without evidence', work('2024-02-01', '2026-01-31', '4800', { ending: 'blamed' }), 19_200],
    [
      'art. 40 without notice, a last month of its own',
      work('2020-01-01', '2022-06-30', '8000', { ending: 'notice', 'wage-2022-06': '9000' }),
      33_249.99,
    ],
    [
      'art. 40 with notice',
      work('2020-01-01', '2022-06-30', '8000', { ending: 'notice-given', 'wage-2022-06': '9000' }),
      24_249.99,
    ],
    [
      'three times the average, and twelve years',
      work('2010-01-01', '2025-12-31', '40000', {
        ending: 'layoff',
        wageConfirmed: '40000',
        localAverage: '9795.50',
        localAverageAsOf: '2024',
      }),
      352_638,
    ],
    [
      'the same twice for an unlawful end',
      work('2010-01-01', '2025-12-31', '40000', {
        ending: 'told-to-go',
        wageConfirmed: '40000',
        localAverage: '9795.50',
        localAverageAsOf: '2024',
      }),
      705_276,
    ],
    [
      'under the minimum wage',
      work('2022-01-01', '2023-12-31', '2000', { ending: 'layoff', minimum: '2330', minimumAsOf: '2025-01' }),
      4_660,
    ],
    [
      'begun before 2008, laid off: 19 months, and two begun years more',
      work('2006-05-08', '2026-08-31', '4000', { ending: 'layoff' }),
      [76_000, 84_000],
    ],
    [
      'begun before 2008, run out: nothing before',
      work('2006-05-08', '2026-08-31', '4000', { ending: 'expired' }),
      76_000,
    ],
    [
      'begun before 2008, told to go: from the first day',
      work('2006-05-08', '2026-08-31', '4000', { ending: 'told-to-go' }),
      164_000,
    ],
    [
      'begun on the last day before 2008',
      work('2007-12-31', '2025-12-31', '3000', { ending: 'layoff' }),
      [54_000, 57_000],
    ],
    [
      'moved by the employer before: the years go on',
      work('2022-01-01', '2025-12-31', '5000', { ending: 'layoff', mergedFrom: '2018-01-01' }),
      40_000,
    ],
    ['left for unpaid wages', work('2024-01-08', '2026-09-10', '5200', { ending: 'resigned-for-cause' }), 15_600],
    [
      'a second contract run out: severance, or twice as much',
      work('2020-03-02', '2026-03-01', '5000', { ending: 'expired-twice' }),
      [30_000, 60_000],
    ],
    ['resigned', work('2020-01-01', '2026-01-31', '5000', { ending: 'resigned' }), 'nothing'],
    ['wouldn’t renew', work('2020-01-01', '2026-01-31', '5000', { ending: 'expired-refused' }), 'nothing'],
    [
      'part-time',
      { ...work('2024-01-01', '2026-01-31', '1800', { ending: 'told-to-go' }), relation: 'part-time' },
      'nothing',
    ],
    [
      'twelve months’ total typed as a month’s wage',
      work('2023-01-01', '2026-01-31', '60000', { ending: 'layoff' }),
      ['monthly'],
    ],
    [
      'a total of twelve months',
      { ...work('2023-01-01', '2026-01-31', '', { ending: 'layoff' }), earnings: '60000', earningsMonths: '12' },
      17_500,
    ],
    [
      'the last day skipped',
      { relation: 'written', still: 'no', started: '2023-01-01', monthly: '5000', ending: 'layoff' },
      ['ended'],
    ],
  ])('%s', (_name, fields, figure) => expect(come('ending', tell(fields))).toEqual(figure));
});

it('claims damages by their own articles where a second contract ran out and the higher reading was chosen', () => {
  const told = work('2020-03-02', '2026-03-01', '5000', { ending: 'expired-twice', 'reading-ending': 'higher' });
  const paper = applicationText(applicationInput(tell(told, { claims: ['ending'] }), TOLD_ON, rest));
  expect(paper).toMatch(/支付违法解除或者终止劳动合同的赔偿金60,000元（依据：《劳动合同法》第十四条第二款第三项、/);
  expect(paper).not.toContain(sayArticle(articles.severanceDue).replace('劳动合同法', ''));
  expect(paper).toContain('双方连续订立二次固定期限劳动合同');
});

it('claims severance and the month in lieu of notice as two requests, each by its own articles', () => {
  const told = work('2020-01-01', '2022-06-30', '8000', { ending: 'notice', 'wage-2022-06': '9000' });
  const paper = applicationText(applicationInput(tell(told, { claims: ['ending'] }), TOLD_ON, rest));
  // The last whole month before the end, 9,000; two years and a half of an average of 8,083.33.
  expect(paper).toMatch(/支付经济补偿24,249\.99元（依据：《劳动合同法》第四十六条、/);
  expect(paper).toMatch(
    /支付未提前三十日书面通知解除劳动合同的一个月工资9,000元（依据：《劳动合同法》第四十条，《劳动合同法实施条例》第二十条）/,
  );
});

it('says with the figure why it is due, and who may not be dismissed so', () => {
  const told = tell(work('2024-01-01', '2026-01-31', '5000', { ending: 'notice-given' }));
  const computed = computeAmount('ending', told, TOLD_ON, rest);
  expect(computed.state === 'ready' && computed.amount.assumptions.join()).toContain('怀孕、产期、哺乳期');
});

it('takes work past the age of retirement for due only if the relation is confirmed, and asks for that first', () => {
  const told = tell({ ...work('2024-01-01', '2026-01-31', '3000'), relation: 'retired' }, { troubles: ['wages'] });
  const computed = computeAmount(
    'ending',
    { ...told, fields: { ...told.fields, ending: 'told-to-go' } },
    TOLD_ON,
    rest,
  );
  expect(computed).toMatchObject({ state: 'ready', relationFirst: true });
  expect(applicationInput(told, TOLD_ON, rest).requests[0]?.text).toContain('存在劳动关系');
});

describe('the second wage', () => {
  const unsigned = (started: string, monthly: string, more: StoryFields = {}): StoryFields => ({
    relation: 'none',
    still: 'yes',
    started,
    monthly,
    ...more,
  });
  it.each<[string, LegalDraft, string, ComesTo]>([
    [
      'the shares of the last year, or all eleven months',
      tell(unsigned('2025-03-01', '5000')),
      TOLD_ON,
      [15_229.89, 55_000],
    ],
    ['a week before it is all over', tell(unsigned('2024-12-01', '6500')), '2026-11-22', [1_793.1, 71_500]],
    [
      'asked for in time, with proof: all of it',
      tell(unsigned('2025-03-01', '5000'), { events: [{ kind: 'asked', on: '2026-01-10', proven: true }] }),
      TOLD_ON,
      55_000,
    ],
    [
      'asked for, without proof: two figures',
      tell(unsigned('2025-03-01', '5000'), { events: [{ kind: 'asked', on: '2026-01-10', proven: false }] }),
      TOLD_ON,
      [15_229.89, 55_000],
    ],
    [
      'handed in while all of it was in time',
      tell(unsigned('2024-12-01', '6500'), { events: [{ kind: 'filed', on: '2025-12-10', proven: true, over: 'no' }] }),
      TOLD_ON,
      71_500,
    ],
    [
      'signed after five months: four of them',
      tell(
        { ...unsigned('2025-09-10', '6000'), relation: 'written', signed: '2026-02-10' },
        { troubles: ['no-contract'] },
      ),
      '2026-09-01',
      24_000,
    ],
    [
      'months of their own wage',
      tell(
        unsigned('2026-01-01', '5000', {
          still: 'no',
          ended: '2026-06-30',
          'wage-2026-02': '4000',
          'wage-2026-05': '6000',
        }),
      ),
      TOLD_ON,
      25_000,
    ],
    [
      'a month and eight working days',
      tell(unsigned('2026-03-10', '6525', { still: 'no', ended: '2026-05-20' })),
      TOLD_ON,
      8_925,
    ],
    [
      'begun before the law: February to December 2008, long ago',
      tell(unsigned('2006-01-01', '3000')),
      TOLD_ON,
      [0, 33_000],
    ],
    ['less than a month', tell(unsigned('2026-11-10', '5000')), TOLD_ON, 0],
    ['part-time', tell({ ...unsigned('2025-03-01', '1800'), relation: 'part-time' }), TOLD_ON, 'nothing'],
  ])('%s', (_name, draft, today, figure) => expect(come('double-wage', draft, today)).toEqual(figure));
});

describe('overtime, leave and wages', () => {
  const here: StoryFields = { relation: 'written', still: 'yes', started: '2020-01-06', monthly: '5220' };
  const leave: StoryFields = { relation: 'written', still: 'yes', started: '2020-01-06', monthly: '4350' };
  it.each<[string, AmountKind, LegalDraft, ComesTo]>([
    [
      'overtime at three rates, less what was paid',
      'overtime',
      tell({ ...here, otWorkdays: '20.5', otRestDays: '16', otHolidays: '8', otPaid: '500' }),
      2_102.5,
    ],
    ['a quarter of an hour', 'overtime', tell({ ...here, otWorkdays: '1.25' }), 56.25],
    [
      '2 May of 2024 is a rest day, of 2025 a holiday; a worked Saturday is a workday',
      'overtime',
      tell({ ...here, 'overtime-2024-05-02': '8', 'overtime-2025-05-02': '8', 'overtime-2026-10-10': '2' }),
      1_290,
    ],
    [
      'no hour under the minimum wage',
      'overtime',
      tell({ ...here, monthly: '1740', otWorkdays: '10', minimum: '2330', minimumAsOf: '2025-01' }),
      200.86,
    ],
    ['half days of leave', 'leave', tell({ ...leave, leaveYear: '2025', careerYears: '12', leaveTaken: '3.5' }), 2_600],
    [
      'joined in July: two days',
      'leave',
      tell({ ...leave, started: '2025-07-01', leaveYear: '2025', careerYears: '5' }),
      800,
    ],
    [
      'left in October: three days',
      'leave',
      tell({ ...leave, started: '2023-03-13', still: 'no', ended: '2026-10-12', leaveYear: '2026', careerYears: '6' }),
      1_200,
    ],
    [
      'three years ago: nothing or five days',
      'leave',
      tell({ ...leave, still: 'no', ended: '2026-05-31', leaveYear: '2023', careerYears: '7' }),
      [0, 2_000],
    ],
    [
      'two years, the tenth among them',
      'leave',
      tell({ ...leave, leaveYear: '2024 2025', careerYears: '10' }),
      [4_000, 6_000],
    ],
    ['this year goes on', 'leave', tell({ ...leave, leaveYear: '2026', careerYears: '8' }), 'nothing'],
    [
      'a career shorter than the service',
      'leave',
      tell({ ...leave, leaveYear: '2025', careerYears: '3' }),
      ['careerYears'],
    ],
    [
      'unpaid months; one that was overpaid lessens none',
      'wages',
      tell(here, {
        months: [
          { month: '2026-08', due: '5000', paid: '2000' },
          { month: '2026-09', due: '5000', paid: '' },
          { month: '2026-10', due: '5000', paid: '5500' },
        ],
      }),
      8_000,
    ],
  ])('%s', (_name, kind, draft, figure) => expect(come(kind, draft)).toEqual(figure));
});

describe('last days', () => {
  const left = (ended: string): StoryFields => work('2023-01-09', ended, '5000');
  const wages: Told = { troubles: ['wages'] };
  it.each<[string, string, LegalDraft, string, { due: string | null; later?: string | null }]>([
    ['a Sunday moves to today', 'wages', tell(left('2025-11-29'), wages), TOLD_ON, { due: '2026-11-30', later: null }],
    [
      'asked with proof',
      'wages',
      tell(left('2025-06-30'), { ...wages, events: [{ kind: 'asked', on: '2026-03-15', proven: true }] }),
      TOLD_ON,
      { due: '2027-03-15', later: null },
    ],
    [
      'asked without proof',
      'wages',
      tell(left('2025-06-30'), { ...wages, events: [{ kind: 'asked', on: '2026-03-15', proven: false }] }),
      TOLD_ON,
      { due: '2026-06-30', later: '2027-03-15' },
    ],
    [
      'asked twice, the second when it was over',
      'wages',
      tell(left('2024-06-30'), {
        ...wages,
        events: [
          { kind: 'asked', on: '2024-09-02', proven: true },
          { kind: 'asked', on: '2025-09-03', proven: true },
        ],
      }),
      TOLD_ON,
      { due: '2025-09-02', later: null },
    ],
    [
      'asked within the days off that moved the last day: in time',
      'wages',
      tell(left('2025-10-03'), { ...wages, events: [{ kind: 'asked', on: '2026-10-05', proven: true }] }),
      TOLD_ON,
      { due: '2027-10-05', later: null },
    ],
    [
      'thirty days in which it couldn’t be',
      'wages',
      tell(left('2025-06-30'), { ...wages, stops: [{ from: '2026-01-01', to: '2026-01-31' }] }),
      TOLD_ON,
      { due: '2026-07-30', later: null },
    ],
    [
      'a complaint that ended',
      'wages',
      tell(left('2025-06-30'), {
        ...wages,
        events: [{ kind: 'complained', on: '2026-02-02', proven: true, over: 'yes', until: '2026-04-20' }],
      }),
      TOLD_ON,
      { due: '2027-02-02', later: '2027-04-20' },
    ],
    ['still employed', 'wages', tell({ ...left(''), still: 'yes' }, wages), TOLD_ON, { due: null }],
    [
      'an award before the National Day',
      'sue',
      tell({ ...left('2026-03-31'), awardReceived: '2026-09-16' }, wages),
      '2026-10-03',
      { due: '2026-10-08' },
    ],
    [
      'an employer’s thirty days after an injury',
      'injury-employer',
      tell({ ...left(''), still: 'yes', injuredOn: '2026-01-10' }, { troubles: ['injury'] }),
      '2026-01-20',
      { due: '2026-02-09' },
    ],
    [
      'against a decision, on a Sunday',
      'injury-review',
      tell(
        { ...left(''), still: 'yes', injuredOn: '2026-01-10', injuryDecided: '2026-05-06' },
        { troubles: ['injury'] },
      ),
      '2026-06-01',
      { due: '2026-07-06' },
    ],
    [
      'six months to go to court',
      'injury-suit',
      tell(
        { ...left(''), still: 'yes', injuredOn: '2026-01-10', injuryDecided: '2026-05-06' },
        { troubles: ['injury'] },
      ),
      '2026-06-01',
      { due: '2026-11-06' },
    ],
    [
      'a platform’s relation',
      'platform',
      tell({ ...left('2026-09-30'), relation: 'platform' }, { troubles: ['platform'] }),
      TOLD_ON,
      { due: '2027-09-30', later: null },
    ],
    [
      'an award that takes sixty days ends on a working day',
      'award',
      tell({ ...left('2026-03-31'), filed: '2026-07-29', accepted: '2026-08-05' }, wages),
      '2026-09-01',
      { due: '2026-09-20', later: '2026-10-08' },
    ],
  ])('%s', (_name, id, draft, today, expected) => {
    const deadline = rightsClock(clockFactsOf(draft, today), rest).find((one) => one.id === id);
    expect({ due: deadline?.due, ...('later' in expected && { later: deadline?.later?.day ?? null }) }).toEqual(
      expected,
    );
    if (deadline?.due === null) expect(deadline.noDate).not.toBeNull();
  });

  it('doesn’t take a skipped last day for work that goes on', () => {
    const draft = tell({ ...work('2023-01-09', '', '5000') }, { troubles: ['wages'] });
    const [deadline] = rightsClock(clockFactsOf(draft, TOLD_ON), rest);
    expect(deadline?.noDate).toMatch(/^已经离职的/);
    expect(deadline && daysLeft(deadline, TOLD_ON)).toBeNull();
  });
});

it('calls and leads on whatever was told', () => {
  const relations = ['written', 'none', 'platform', 'part-time', 'retired', 'unsure', ''];
  const troubles = [
    'wages',
    'dismissed',
    'no-contract',
    'overtime',
    'leave',
    'injury',
    'insurance',
    'platform',
    'deductions',
    'harassment',
  ] as const;
  for (const relation of relations)
    for (const trouble of troubles) {
      const steps = routeFor(tell({ relation }, { troubles: [trouble] }));
      expect(steps.filter(({ call }) => call).length).toBeGreaterThan(0);
      expect(steps.filter(({ place }) => place).length).toBeGreaterThan(0);
    }
});

/** The year for arbitration, trouble by trouble. */
import { addDays, type Day } from '../../calendar';
import { doubleWagePeriod } from '../amounts/double-wage';
import { articles, type Article } from '../articles';
import { afterYears } from '../dates';
import type { RestDays } from '../rest-days';
import { lastDay, noLastDay, type Deadline } from './deadline';
import { endUnknown, type ClockFacts } from './facts';
import { interruptionNames, isProcedure, limitation } from './limitation';

const RESTARTS = [
  '找单位要，要留得下证据：微信、短信、书面信都行',
  '向劳动监察投诉，找工会、人民调解',
  '单位答应给、写欠条、先给了一部分',
];
const PAUSES = ['天灾、重病、被关着，这样确实没法去申请的时候'];
const AFTER_PROCEDURE =
  '投诉、仲裁这些程序结束的，也有从程序结束那天重新算的（民法典第一百九十五条）；这里按较早的日子。';
const STILL_STOPPED = '没法申请的原因还在：上面按它今天消除来算，它每多一天，期限就往后一天。';

/** When a claim's year begins, and what else is true of it. */
interface Claim {
  id: string;
  title: string;
  start: Day | null;
  noDate: string;
  startSays: string;
  articles: readonly Article[];
  unknown: string[];
}

/** A claim's year with all its interruptions: the earliest last day that can be argued, and a later one. */
function deadlineOf(claim: Claim, facts: ClockFacts, rest: RestDays): Deadline {
  const { interruptions, suspensions, today } = facts;
  const base = {
    id: claim.id,
    whose: 'you',
    title: claim.title,
    restarts: RESTARTS,
    pauses: PAUSES,
    articles: [...claim.articles, articles.interruption, articles.suspension, articles.civilPeriods],
  } as const;
  if (claim.start === null)
    return { ...base, ...noLastDay, noDate: claim.noDate, later: null, steps: [], unknown: claim.unknown };

  const proven = interruptions.filter((one) => one.proven);
  const earliest = limitation(claim.start, proven, suspensions, { today, rest });
  const latest = limitation(claim.start, interruptions, suspensions, { today, fromProcedureEnd: true, rest });
  const restarted = proven.find(({ on }) => on === earliest.runsFrom);
  const due = lastDay(rest, earliest.due, today);
  const steps = [
    `${claim.startSays} ${claim.start}，从第二天起算一年，到 ${afterYears(claim.start, 1)}`,
    ...(earliest.runsFrom === claim.start || !restarted
      ? []
      : [
          `${earliest.runsFrom} ${interruptionNames[restarted.kind]}，重新算一年，到 ${afterYears(earliest.runsFrom, 1)}`,
        ]),
    ...(earliest.stopped > 0 ? [`没法申请的 ${earliest.stopped} 天不算在内，往后推到 ${earliest.due}`] : []),
    ...earliest.tooLate.map(({ on, kind }) => `${on} ${interruptionNames[kind]}：那时一年已经过了，不能重新算`),
  ];
  return {
    ...base,
    ...due,
    noDate: null,
    later: laterDay(due.due, lastDay(rest, latest.due, today).due, facts),
    steps,
    unknown: [
      ...claim.unknown,
      ...(earliest.stillStopped ? [STILL_STOPPED] : []),
      ...(interruptions.some(({ kind }) => isProcedure(kind)) ? [AFTER_PROCEDURE] : []),
    ],
  };
}

function laterDay(earliest: Day, latest: Day, { interruptions }: ClockFacts): Deadline['later'] {
  if (latest <= earliest) return null;
  return interruptions.some(({ proven }) => !proven)
    ? { day: latest, because: '没有证据的那几次也能证明的，可延至这一天；请仍以较早的日期为准。' }
    : { day: latest, because: '从投诉、仲裁结束那天重新算的，是这一天；请仍以较早的日期为准。' };
}

const wageClaims = { wages: '要工资', overtime: '要加班费', deductions: '要回克扣的钱' } as const;

function wageDeadlines(facts: ClockFacts): Claim[] {
  const { troubles, ended } = facts;
  const noDate = endUnknown(facts)
    ? '已经离职的，从离职那天起一年内要提。填上最后一天上班的日子，才能算；想不起来，就当作快到期了。'
    : '还在职的，要工资没有期限；离职以后，一年内要提。';
  return (['wages', 'overtime', 'deductions'] as const)
    .filter((trouble) => troubles.includes(trouble))
    .map((trouble) => ({
      id: trouble,
      title: `${wageClaims[trouble]}：申请仲裁`,
      start: ended,
      noDate,
      startSays: '最后一天上班是',
      articles: [articles.wagesWhileEmployed],
      unknown: ended ? [] : ['单位一般只保存两年的工资记录，拖得越久越难证明，所以早点留证据。'],
    }));
}

/** Leave is claimed year by year; the earliest reading begins each year's with the end of that year, or of the work. */
function leaveDeadlines({ leaveYears = [], ended, knew }: ClockFacts): Claim[] {
  const common = {
    articles: [articles.arbitrationYear, articles.leaveAcrossYears],
    noDate: '填上要哪一年的年休假，或者知道单位不给的那天，才能算。',
    unknown: [
      '有争议：年休假的钱算不算工资、一年从哪天起算，各地裁判不一。当工资算的，离职一年内都能要；这里按最早的算。',
      '单位生产需要、你同意的，年休假可以挪到下一年休，那样晚一年起算。',
    ],
  };
  if (leaveYears.length === 0)
    return [
      {
        ...common,
        id: 'leave',
        title: '要没休的年休假钱：申请仲裁',
        start: knew ?? ended,
        startSays: knew ? '知道单位不给是' : '最后一天上班是',
      },
    ];
  return [...leaveYears]
    .sort((a, b) => a - b)
    .map((year) => {
      const end = `${year}-12-31`;
      const start = ended !== null && ended < end ? ended : end;
      return {
        ...common,
        id: `leave-${year}`,
        title: `要${year}年没休的年休假钱：申请仲裁`,
        start,
        startSays: start === end ? '那一年最后一天是' : '最后一天上班是',
      };
    });
}

/** Every claim that goes to arbitration. */
export function arbitrationDeadlines(facts: ClockFacts, rest: RestDays): Deadline[] {
  const { troubles, ended, knew } = facts;
  const claims: Claim[] = wageDeadlines(facts);
  if (troubles.includes('dismissed'))
    claims.push({
      id: 'dismissed',
      title: '要补偿、赔偿，或者要求回去上班：申请仲裁',
      start: knew ?? ended,
      noDate: '填上知道被辞退的那天，才能算。',
      startSays: knew ? '知道被辞退是' : '最后一天上班是',
      articles: [articles.arbitrationYear],
      unknown: [],
    });
  if (troubles.includes('leave')) claims.push(...leaveDeadlines(facts));
  if (troubles.includes('insurance'))
    claims.push({
      id: 'insurance',
      title: '因为没交社保受的损失：申请仲裁',
      start: knew ?? ended,
      noDate: '填上知道没交社保的那天，才能算。',
      startSays: knew ? '知道没交是' : '最后一天上班是',
      articles: [articles.arbitrationYear],
      unknown: ['要求补交社保一般不走仲裁，找社保征收机构或劳动监察；能往前补多久，先打 12333 问。'],
    });
  if (troubles.includes('platform'))
    claims.push({
      id: 'platform',
      title: '确认有没有劳动关系：申请仲裁',
      start: ended,
      noDate: endUnknown(facts)
        ? '填上最后一次接单、上班的日子，才能算；想不起来，就当作快到期了。'
        : '还在干着，没有到期的那一天。越早越容易留下证据。',
      startSays: '最后一次接单、上班是',
      articles: [articles.arbitrationYear],
      unknown: ['有争议：确认劳动关系有没有一年的限制，各地裁判不一。这里按有算。'],
    });
  const deadlines = claims.map((claim) => deadlineOf(claim, facts, rest));
  if (troubles.includes('no-contract')) deadlines.push(doubleWageDeadline(facts, rest));
  return deadlines;
}

/**
 * The second wage lapses day by day by the earliest reading: the first share first, the last a year after the period.
 * Until the first has lapsed, that is the day; from then on it is the last share's, and each day costs a share.
 */
function doubleWageDeadline(facts: ClockFacts, rest: RestDays): Deadline {
  const { started, ended, signed, today } = facts;
  // Counted as if nothing were claimed before the period is over: the clock asks until when, not for how much.
  const period = started && doubleWagePeriod({ first: started, signed, last: ended, claimedOn: addDays(today, 3660) });
  const claim: Claim = {
    id: 'no-contract',
    title: '要没签合同的双倍工资：申请仲裁',
    start: period ? period.from : null,
    noDate: started ? '上班还不满一个月，或者一个月内就签了，没有双倍工资。' : '填上第一天上班的日子，才能算。',
    startSays: '最早一笔双倍工资从',
    articles: [articles.noContract, articles.noContractDates, articles.arbitrationYear],
    unknown: [
      '有争议：一天一天分开过期，还是从总额定下来那天起整段算一年。这里按分开的算；重庆有法院按整段算（(2021)渝01民终2239号，转述，没有读到判决原文）。',
    ],
  };
  const first = deadlineOf(claim, facts, rest);
  if (!period || first.due === null) return first;
  const last = deadlineOf({ ...claim, start: period.to, startSays: '最后一笔双倍工资到' }, facts, rest);
  const shrinking = `${first.due} 以后，每过一天就少一天的钱`;
  if (first.due >= today || last.due === null)
    return {
      ...first,
      later:
        last.due && last.due > first.due ? { day: last.due, because: `${shrinking}；到这天全部过期。` } : first.later,
    };
  const lapsing =
    last.due >= today
      ? '按分开算的，已经开始一天一天过期，今天就办。'
      : '两种算法都过了一年。期限要由单位提出来，单位不提，仍可能得到支持；先打 12348 问。';
  return { ...last, caveat: [last.caveat, lapsing].filter(Boolean).join('') };
}

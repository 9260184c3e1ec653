/** The year for arbitration, trouble by trouble. */
import { addDays, type Day } from '../../calendar';
import { doubleWagePeriod } from '../amounts/double-wage';
import { articles, type Article } from '../articles';
import { afterYears } from '../dates';
import type { RestDays } from '../rest-days';
import { moved, type Deadline } from './deadline';
import type { ClockFacts } from './facts';
import { interruptionNames, limitation } from './limitation';

const RESTARTS = [
  '找单位要，要留得下证据：微信、短信、书面信都行',
  '向劳动监察投诉，找工会、人民调解',
  '单位答应给、写欠条、先给了一部分',
];
const PAUSES = ['天灾、重病、被关着，这样确实没法去申请的时候'];
const AFTER_PROCEDURE = '从哪天起重新算，这里按那件事发生的当天。走了调解、投诉程序的，也有从程序结束算的。';

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

/** A claim's year with all its interruptions: the date that is safe, and the later one if all of it can be proven. */
function deadlineOf(claim: Claim, { interruptions, suspensions }: ClockFacts, rest: RestDays): Deadline {
  const base = {
    id: claim.id,
    whose: 'you',
    title: claim.title,
    restarts: RESTARTS,
    pauses: PAUSES,
    articles: [...claim.articles, articles.interruption, articles.suspension, articles.civilPeriods],
  } as const;
  if (claim.start === null)
    return { ...base, due: null, noDate: claim.noDate, later: null, steps: [], unknown: claim.unknown };

  const safe = limitation(
    claim.start,
    interruptions.filter(({ proven }) => proven),
    suspensions,
  );
  const hopeful = limitation(claim.start, interruptions, suspensions);
  const restarted = interruptions.find(({ on }) => on === safe.runsFrom);
  const steps = [
    `${claim.startSays} ${claim.start}，从第二天起算一年，到 ${afterYears(claim.start, 1)}`,
    ...(safe.runsFrom === claim.start || !restarted
      ? []
      : [`${safe.runsFrom} ${interruptionNames[restarted.kind]}，重新算一年，到 ${afterYears(safe.runsFrom, 1)}`]),
    ...(safe.stopped > 0 ? [`没法申请的 ${safe.stopped} 天不算在内，往后推到 ${safe.due}`] : []),
    ...safe.tooLate.map(({ on, kind }) => `${on} ${interruptionNames[kind]}：那时一年已经过了，不能重新算`),
  ];
  return {
    ...base,
    due: safe.due,
    noDate: null,
    later: laterDay(safe.due, hopeful.due, rest),
    steps,
    unknown: [
      ...claim.unknown,
      ...(safe.stillStopped ? ['没法申请的原因还在，期限会往后推，推多少要等它结束才知道。'] : []),
      ...(safe.runsFrom === claim.start ? [] : [AFTER_PROCEDURE]),
    ],
  };
}

function laterDay(safe: Day, hopeful: Day, rest: RestDays): Deadline['later'] {
  if (hopeful > safe) return { day: hopeful, because: '你说没有证据的那几次也能证明的话，是这一天。别指望它。' };
  return moved(rest, safe);
}

const wageClaims = { wages: '要工资', overtime: '要加班费', deductions: '要回克扣的钱' } as const;

/** Every claim that goes to arbitration. */
export function arbitrationDeadlines(facts: ClockFacts, rest: RestDays): Deadline[] {
  const { troubles, ended, knew, started, today } = facts;
  const claims: Claim[] = [];
  for (const trouble of ['wages', 'overtime', 'deductions'] as const) {
    if (!troubles.includes(trouble)) continue;
    claims.push({
      id: trouble,
      title: `${wageClaims[trouble]}：申请仲裁`,
      start: ended,
      noDate: '还在这个单位干着，没有期限。离开以后，一年内要提。',
      startSays: '最后一天上班是',
      articles: [articles.wagesWhileEmployed],
      unknown: ended ? [] : ['单位一般只保存两年的工资记录，拖得越久越难证明，所以早点留证据。'],
    });
  }
  if (troubles.includes('dismissed'))
    claims.push({
      id: 'dismissed',
      title: '要补偿、赔偿，或者要求回去上班：申请仲裁',
      start: knew ?? ended,
      noDate: '填上知道被辞退的那天，才能算。',
      startSays: '知道被辞退是',
      articles: [articles.arbitrationYear],
      unknown: [],
    });
  if (troubles.includes('leave'))
    claims.push({
      id: 'leave',
      title: '要没休的年休假钱：申请仲裁',
      start: knew ?? ended,
      noDate: '填上知道单位不给的那天，才能算。',
      startSays: '从这天算',
      articles: [articles.arbitrationYear],
      unknown: ['年休假的钱算不算工资、一年从哪天起算，各地说法不一。这里按早的算。'],
    });
  if (troubles.includes('insurance'))
    claims.push({
      id: 'insurance',
      title: '因为没交社保受的损失：申请仲裁',
      start: knew ?? ended,
      noDate: '填上知道没交社保的那天，才能算。',
      startSays: '知道没交是',
      articles: [articles.arbitrationYear],
      unknown: ['要求补交社保一般不走仲裁，找社保征收机构或劳动监察；能往前补多久，先打 12333 问。'],
    });
  if (troubles.includes('platform'))
    claims.push({
      id: 'platform',
      title: '确认有没有劳动关系：申请仲裁',
      start: ended,
      noDate: '还在干着，没有到期的那一天。越早越容易留下证据。',
      startSays: '最后一次接单、上班是',
      articles: [articles.arbitrationYear],
      unknown: ['确认劳动关系有没有一年的限制，说法不一。这里按有算。'],
    });
  const deadlines = claims.map((claim) => deadlineOf(claim, facts, rest));
  if (troubles.includes('no-contract')) deadlines.push(doubleWageDeadline(facts, started, ended, today, rest));
  return deadlines;
}

/** The second wage lapses day by day; the first share lapses first, the last a year after the period. */
function doubleWageDeadline(
  facts: ClockFacts,
  started: Day | null,
  ended: Day | null,
  today: Day,
  rest: RestDays,
): Deadline {
  const shown = started
    ? doubleWagePeriod({ first: started, signed: facts.signed, last: ended, claimedOn: addDays(today, 3660) })
    : null;
  const claim: Claim = {
    id: 'no-contract',
    title: '要没签合同的双倍工资：申请仲裁',
    start: shown?.from ?? null,
    noDate: started ? '上班还不满一个月，或者一个月内就签了，没有双倍工资。' : '填上第一天上班的日子，才能算。',
    startSays: '最早一笔双倍工资从',
    articles: [articles.noContract, articles.noContractDates, articles.arbitrationYear],
    unknown: ['期限怎么算有争议：这里按一天一天地过期算，从最早那天起一年。'],
  };
  const deadline = deadlineOf(claim, facts, rest);
  if (!shown || !deadline.due) return deadline;
  const whole = afterYears(shown.to, 1);
  return {
    ...deadline,
    later:
      whole > deadline.due
        ? { day: whole, because: `过了上面那天，每过一天就少一天的钱；到这天，最后一笔（${shown.to} 的）也过期。` }
        : deadline.later,
  };
}

/** Injury at work: thirty days for the employer, a year for the worker (工伤保险条例 17), and what follows. */
import { addDays, type Day } from '../../calendar';
import { articles } from '../articles';
import { afterMonths, afterYears } from '../dates';
import type { RestDays } from '../rest-days';
import { lastDay, type Deadline } from './deadline';
import type { ClockFacts } from './facts';
import { yearFrom } from './limitation';

/** Every deadline about the injury: applying, deciding, and going against the decision. */
export function injuryDeadlines({ injury, today }: ClockFacts, rest: RestDays): Deadline[] {
  if (!injury) return [];
  const { on, excluded, applied, decided } = injury;
  const thirty = addDays(on, 30);
  const year = yearFrom(on, excluded, today);
  const none = { noDate: null, later: null, restarts: [] };
  const deadlines: Deadline[] = [
    {
      ...none,
      id: 'injury-employer',
      whose: 'employer',
      title: '单位给你申请工伤认定',
      ...lastDay(rest, thirty, today),
      steps: [`受伤是 ${on}，从第二天起 30 天，到 ${thirty}`],
      pauses: [],
      unknown: ['遇到特殊情况，人社部门同意的，可以延长；有没有同意，打 12333 问。'],
      articles: [articles.injuryEmployer, articles.injuryCosts],
    },
    {
      ...none,
      id: 'injury-worker',
      whose: 'you',
      title: '你自己申请工伤认定（家人、工会也可以替你）',
      ...lastDay(rest, year.due, today),
      steps: [
        `受伤是 ${on}，从第二天起一年，到 ${afterYears(on, 1)}`,
        ...(year.stopped > 0 ? [`不算在内的 ${year.stopped} 天往后推，到 ${year.due}`] : []),
      ],
      pauses: ['为有没有劳动关系去仲裁、打官司的时间', '单位拖的、你被限制自由、天灾、人社部门登记出错耽误的时间'],
      unknown: [
        '找单位要、投诉，都不能让这一年重新算。',
        ...(year.open ? ['耽误的原因还在：上面按它今天消除来算，它每多一天，期限就往后一天。'] : []),
        '职业病从诊断、鉴定的那天算，不是从干活的那天。',
      ],
      articles: [articles.injuryWorker, articles.injuryProof, articles.injuryExcluded, articles.civilPeriods],
    },
  ];
  if (applied && !decided) {
    const sixty = addDays(applied, 60);
    deadlines.push({
      ...none,
      id: 'injury-decision',
      whose: 'office',
      title: '人社部门作出工伤认定决定',
      ...lastDay(rest, sixty, today),
      steps: [`受理是 ${applied}，从第二天起 60 天，到 ${sixty}`],
      pauses: ['要等法院、公安这些部门的结论的，等的时间不算'],
      unknown: ['事实清楚、责任明确的，15 天内就要决定。到期没有结果，打 12333 催。'],
      articles: [articles.injuryDecision],
    });
  }
  if (decided) deadlines.push(...againstDecision(decided, today, rest));
  return deadlines;
}

/** Against the decision: a review within sixty days, or a suit within six months. */
function againstDecision(decided: Day, today: Day, rest: RestDays): Deadline[] {
  const common = { whose: 'you', noDate: null, later: null } as const;
  const review = addDays(decided, 60);
  const suit = afterMonths(decided, 6);
  return [
    {
      ...common,
      id: 'injury-review',
      title: '对工伤认定不服：申请行政复议（请上一级机关再看一遍）',
      ...lastDay(rest, review, today),
      steps: [`收到决定是 ${decided}，从第二天起 60 天，到 ${review}`],
      restarts: [],
      pauses: [],
      unknown: ['决定书上写的期限跟这里不一样的，以决定书为准。'],
      articles: [articles.injuryReview, articles.review],
    },
    {
      ...common,
      id: 'injury-suit',
      title: '对工伤认定不服：直接到法院起诉',
      ...lastDay(rest, suit, today),
      steps: [`收到决定是 ${decided}，从第二天起 6 个月，到 ${suit}`],
      restarts: [],
      pauses: [],
      unknown: ['先申请了复议的，改为收到复议决定后 15 天内起诉。'],
      articles: [articles.injuryReview, articles.administrativeSuit],
    },
  ];
}

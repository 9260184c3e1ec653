/** Injury at work: thirty days for the employer, a year for the worker (工伤保险条例 17), and what follows. */
import { addDays, type Day } from '../../calendar';
import { articles } from '../articles';
import { afterMonths, afterYears } from '../dates';
import type { RestDays } from '../rest-days';
import { moved, type Deadline } from './deadline';
import type { ClockFacts } from './facts';
import { yearFrom } from './limitation';

export function injuryDeadlines({ injury }: ClockFacts, rest: RestDays): Deadline[] {
  if (!injury) return [];
  const { on, excluded, applied, decided } = injury;
  const thirty = addDays(on, 30);
  const year = yearFrom(on, excluded);
  const none = { noDate: null, restarts: [] };
  const deadlines: Deadline[] = [
    {
      ...none,
      id: 'injury-employer',
      whose: 'employer',
      title: '单位给你申请工伤认定',
      due: thirty,
      later: moved(rest, thirty),
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
      due: year.due,
      later: moved(rest, year.due),
      steps: [
        `受伤是 ${on}，从第二天起一年，到 ${afterYears(on, 1)}`,
        ...(year.stopped > 0 ? [`不算在内的 ${year.stopped} 天往后推，到 ${year.due}`] : []),
      ],
      pauses: ['为有没有劳动关系去仲裁、打官司的时间', '单位拖的、你被限制自由、天灾、人社部门登记出错耽误的时间'],
      unknown: [
        '找单位要、投诉，都不能让这一年重新算。',
        ...(year.open ? ['耽误你的原因还在，期限会往后推，推多少要等它结束才知道。'] : []),
        '职业病从诊断、鉴定的那天算，不是从干活的那天。',
      ],
      articles: [articles.injuryWorker, articles.injuryProof, articles.injuryExcluded, articles.civilPeriods],
    },
  ];
  if (applied && !decided) {
    const due = addDays(applied, 60);
    deadlines.push({
      ...none,
      id: 'injury-decision',
      whose: 'office',
      title: '人社部门作出工伤认定决定',
      due,
      later: moved(rest, due),
      steps: [`受理是 ${applied}，从第二天起 60 天，到 ${due}`],
      pauses: ['要等法院、公安这些部门的结论的，等的时间不算'],
      unknown: ['事实清楚、责任明确的，15 天内就要决定。到期没有结果，打 12333 催。'],
      articles: [articles.injuryDecision],
    });
  }
  if (decided) deadlines.push(...againstDecision(decided, rest));
  return deadlines;
}

/** Against the decision: a review within sixty days, or a suit within six months. */
function againstDecision(decided: Day, rest: RestDays): Deadline[] {
  const common = { whose: 'you', noDate: null, restarts: [], pauses: [], unknown: [] } as const;
  const review = addDays(decided, 60);
  const suit = afterMonths(decided, 6);
  return [
    {
      ...common,
      restarts: [],
      pauses: [],
      unknown: ['决定书上写的期限跟这里不一样的，以决定书为准。'],
      id: 'injury-review',
      title: '对工伤认定不服：申请行政复议（请上一级机关再看一遍）',
      due: review,
      later: moved(rest, review),
      steps: [`收到决定是 ${decided}，从第二天起 60 天，到 ${review}`],
      articles: [articles.injuryReview, articles.review],
    },
    {
      ...common,
      restarts: [],
      pauses: [],
      unknown: ['先申请了复议的，改为收到复议决定后 15 天内起诉。'],
      id: 'injury-suit',
      title: '对工伤认定不服：直接到法院起诉',
      due: suit,
      later: moved(rest, suit),
      steps: [`收到决定是 ${decided}，从第二天起 6 个月，到 ${suit}`],
      articles: [articles.injuryReview, articles.administrativeSuit],
    },
  ];
}

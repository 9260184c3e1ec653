/** What runs once a claim is handed in: the committee's days, then fifteen to go to court. */
import { addDays, type Day } from '../../calendar';
import { articles } from '../articles';
import { afterWorkingDays, type RestDays } from '../rest-days';
import { lastDay, noLastDay, type Deadline } from './deadline';
import type { ClockFacts } from './facts';

const plain: Pick<Deadline, 'noDate' | 'later' | 'restarts' | 'pauses'> = {
  noDate: null,
  later: null,
  restarts: [],
  pauses: [],
};

/** The deadlines of a claim that is being decided: acceptance, award, and what follows the award. */
export function procedureDeadlines({ today, filed, accepted, award }: ClockFacts, rest: RestDays): Deadline[] {
  const deadlines: Deadline[] = [];
  if (filed && !accepted && !award) {
    const five = addDays(filed, 5);
    const due = lastDay(rest, five, today);
    deadlines.push({
      ...plain,
      id: 'acceptance',
      whose: 'office',
      title: '仲裁委决定是否受理',
      ...due,
      later: byWorkingDays(filed, due.due, rest),
      steps: [`交申请是 ${filed}，从第二天起 5 天，到 ${five}`],
      unknown: [
        '法律写的是“五日”。仲裁委办案，短的期限多按工作日算，那样是晚的那天；去法院之前先打电话问仲裁委。',
        '不受理，或者到期没有答复，你可以直接去法院起诉。法律没写要在几天内，尽快。',
        '材料不全的，仲裁委要当场或者 5 天内一次说清要补什么，收材料要给回执（办案规则第二十九条）。',
      ],
      articles: [articles.acceptance],
    });
  }
  if (accepted && !award) {
    const days45 = addDays(accepted, 45);
    deadlines.push({
      ...plain,
      id: 'award',
      whose: 'office',
      title: '仲裁委作出裁决（结果）',
      ...lastDay(rest, days45, today),
      later: {
        day: lastDay(rest, addDays(accepted, 60), today).due,
        because: '案子复杂，经批准可以延长 15 天，要书面通知你。',
      },
      steps: [`受理是 ${accepted}，从第二天起 45 天，到 ${days45}`],
      unknown: ['到期没有裁决，你可以直接去法院起诉。'],
      articles: [articles.award],
    });
  }
  if (award) deadlines.push(...afterAward(award, today, rest));
  return deadlines;
}

/** The last day for deciding on acceptance if the five days are working days. */
function byWorkingDays(filed: Day, due: Day, rest: RestDays): Deadline['later'] {
  const day = afterWorkingDays(rest, filed, 5);
  return day > due ? { day, because: '五天按工作日算，是这一天。到这天还没答复，再去法院。' } : null;
}

function afterAward({ received, final }: { received: Day; final: boolean }, today: Day, rest: RestDays): Deadline[] {
  const fifteen = addDays(received, 15);
  const deadlines: Deadline[] = [
    {
      ...plain,
      id: 'sue',
      whose: 'you',
      title: '对裁决不服：到法院起诉',
      ...lastDay(rest, fifteen, today),
      steps: [`收到裁决书是 ${received}，从第二天起 15 天，到 ${fifteen}`],
      unknown: [
        '过了这 15 天，裁决就不能再改。它不会因为你找单位谈而重新算。',
        '不知道裁决是不是“终局”（单位不能再起诉的那种）：看裁决书最后一页写的。',
      ],
      articles: [final ? articles.sueFinal : articles.sue, articles.courtPeriods],
    },
  ];
  if (final) {
    const thirty = addDays(received, 30);
    deadlines.push({
      ...plain,
      id: 'revoke',
      whose: 'employer',
      title: '单位申请撤销终局裁决',
      ...lastDay(rest, thirty, today),
      steps: [`从单位收到裁决书的第二天起 30 天；按你收到的日子算，到 ${thirty}`],
      unknown: ['单位哪天收到的，你可能不知道；打电话问仲裁委。'],
      articles: [articles.finalAward, articles.revoke],
    });
  }
  deadlines.push({
    ...plain,
    ...noLastDay,
    id: 'enforce',
    whose: 'you',
    title: '单位不照裁决给钱：申请法院强制执行',
    noDate: '从裁决书写的付款最后一天起两年；没写的，从裁决生效起。看裁决书上的日子。',
    steps: [],
    restarts: ['申请执行、单位答应给，两年重新算'],
    unknown: [],
    articles: [articles.enforce],
  });
  return deadlines;
}

/** Labour inspection looks into what is not older than two years (劳动保障监察条例 20). */
import { articles } from '../articles';
import { afterYears } from '../dates';
import type { RestDays } from '../rest-days';
import { lastDay, noLastDay, type Deadline } from './deadline';
import { endUnknown, type ClockFacts, type Trouble } from './facts';

const inspected: readonly Trouble[] = ['wages', 'overtime', 'deductions', 'no-contract', 'leave', 'insurance'];

/** The complaint, where the trouble is one that inspection looks into. */
export function inspectionDeadlines(facts: ClockFacts, rest: RestDays): Deadline[] {
  const { today, troubles, ended } = facts;
  if (!troubles.some((trouble) => inspected.includes(trouble))) return [];
  const two = ended && afterYears(ended, 2);
  return [
    {
      id: 'inspection',
      whose: 'you',
      title: '向劳动监察投诉（跟仲裁是两条路，也不收费）',
      ...(two ? lastDay(rest, two, today) : noLastDay),
      noDate: two
        ? null
        : endUnknown(facts)
          ? '已经离职的，从违法行为停止那天起两年。填上最后一天上班的日子，才能算。'
          : '单位还在继续违法的，从它停下来那天起两年。',
      later: null,
      steps: two ? [`违法最晚到最后一天上班 ${ended} 为止，两年到 ${two}`] : [],
      restarts: [],
      pauses: [],
      unknown: ['违法比离职更早停下的，从停下那天算，会更早。', '投诉了，仲裁的一年也会重新算，所以留好投诉的凭据。'],
      articles: [articles.inspection, articles.complaint],
    },
  ];
}

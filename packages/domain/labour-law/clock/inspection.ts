/** Labour inspection looks into what is not older than two years (劳动保障监察条例 20). */
import type { Day } from '../../calendar';
import { articles } from '../articles';
import { afterYears } from '../dates';
import type { Deadline } from './deadline';
import type { ClockFacts, Trouble } from './facts';

const inspected: readonly Trouble[] = ['wages', 'overtime', 'deductions', 'no-contract', 'leave', 'insurance'];

/** The complaint, where the trouble is one that inspection looks into. */
export function inspectionDeadlines({ troubles, ended }: ClockFacts): Deadline[] {
  if (!troubles.some((trouble) => inspected.includes(trouble))) return [];
  const due: Day | null = ended && afterYears(ended, 2);
  return [
    {
      id: 'inspection',
      whose: 'you',
      title: '向劳动监察投诉（跟仲裁是两条路，也不收费）',
      due,
      noDate: due ? null : '单位还在继续违法的，从它停下来那天起两年。',
      later: null,
      steps: due ? [`违法最晚到最后一天上班 ${ended} 为止，两年到 ${due}`] : [],
      restarts: [],
      pauses: [],
      unknown: ['违法比离职更早停下的，从停下那天算，会更早。', '投诉了，仲裁的一年也会重新算，所以留好投诉的凭据。'],
      articles: [articles.inspection, articles.complaint],
    },
  ];
}

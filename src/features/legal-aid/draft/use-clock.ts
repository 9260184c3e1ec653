import { leastLeft, rightsClock } from '@yugong/domain/labour-law';
import { useToday } from '@/platform/clock';
import { useRestDays } from '../model';
import { clockFactsOf } from './facts';
import { useDraft } from './store';

/** Every deadline of the answers so far, and the fewest days left. */
export function useClock() {
  const draft = useDraft((state) => state.draft);
  const { today } = useToday();
  const facts = clockFactsOf(draft, today);
  const deadlines = rightsClock(facts, useRestDays());
  return { today, facts, deadlines, least: leastLeft(deadlines, today) };
}

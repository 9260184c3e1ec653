/** The clock's questions for its tests: facts that are named, and one deadline by its id. */
import { rightsClock, type ClockFacts, type Deadline } from '@yugong/domain/labour-law';
import { rest } from './rest';

export const nothing: ClockFacts = {
  today: '2026-06-01',
  troubles: [],
  started: null,
  ended: null,
  knew: null,
  signed: null,
  interruptions: [],
  suspensions: [],
  injury: null,
  filed: null,
  accepted: null,
  award: null,
};
export const clock = (facts: Partial<ClockFacts>): Deadline[] => rightsClock({ ...nothing, ...facts }, rest);
export const one = (id: string, facts: Partial<ClockFacts>): Deadline => {
  const found = clock(facts).find((deadline) => deadline.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

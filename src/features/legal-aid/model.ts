/** Whom to call, where to go and what the law says, as bundled. */
import type { LegalAidBundle } from '@/content/bundle';
import bundle from './generated/legal-aid.json';

export const { hotlines, places, facts, districts, restDays } = bundle as unknown as LegalAidBundle;

export type Hotline = (typeof hotlines)[number];
export type LegalPlace = (typeof places)[number];
export type LawFact = (typeof facts)[number];

/** The topics in the order in which a worker in trouble needs them. */
export const topics: readonly { value: LawFact['topic']; text: string }[] = [
  { value: 'time-limit', text: '期限' },
  { value: 'pay', text: '工资' },
  { value: 'termination', text: '被辞退' },
  { value: 'injury', text: '工伤' },
  { value: 'leave', text: '年假' },
  { value: 'new-employment', text: '骑手司机' },
  { value: 'procedure', text: '怎么仲裁' },
  { value: 'aid', text: '法律援助' },
];

export const topicName = (topic: LawFact['topic']): string => topics.find((other) => other.value === topic)?.text ?? '';

export const factsOn = (topic: LawFact['topic']): LawFact[] => facts.filter((fact) => fact.topic === topic);

const shortNames: Record<string, string> = { '12351': '工会', '12348': '法律', '12333': '人社' };

/** The three numbers that stand on every page, in the order in which they help. */
export const callNumbers: readonly { number: string; dial: string; short: string }[] = ['12351', '12348', '12333']
  .flatMap((wanted) => hotlines.filter(({ number }) => number === wanted))
  .map(({ number, dial }) => ({
    number: number as string,
    dial: dial ?? (number as string),
    short: shortNames[number as string] as string,
  }));

/** What to dial for a number that a page names. */
export const dialOf = (number: string): string => callNumbers.find((one) => one.number === number)?.dial ?? number;

/** Whom to call, where to go and what the law says, as bundled. */
import type { LegalAidBundle } from '@/content/bundle';
import bundle from './generated/legal-aid.json';

export const { hotlines, places, facts } = bundle as unknown as LegalAidBundle;

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

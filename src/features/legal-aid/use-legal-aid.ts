import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { readParam } from '@/platform/navigation';
import { useRequests } from '../shared/legal-aid-news';
import { useClock } from './draft/use-clock';
import { facts, factsOn, places, legalTopics, type LawFact } from './model';

/** The rules of the topic chosen; a rule or place that a search led to decides the first topic and comes first. */
export function useLegalAid() {
  const focus = readParam(useRouter().params, 'id');
  const wanted = facts.find((fact) => fact.id === focus);
  const { least } = useClock();
  const { news } = useRequests({ onlyIfKnown: true });
  const [topic, setTopic] = useState<LawFact['topic']>(wanted?.topic ?? 'time-limit');
  const first = <T extends { id: string }>(items: readonly T[]) =>
    [...items].sort((a, b) => Number(b.id === focus) - Number(a.id === focus));
  return {
    topics: legalTopics.map((option) => ({ ...option, count: factsOn(option.value).length })),
    topic,
    setTopic,
    facts: first(factsOn(topic)),
    places: first(places),
    focus,
    least,
    news,
  };
}

import { useState } from 'react';
import type { InterruptionKind } from '@yugong/domain/labour-law';
import { replace } from '@/platform/navigation';
import { legalPageUrl } from '..';
import { useDraft } from '../draft/store';
import { EVENTS, questionsFor, TROUBLES, type Question } from './questions';

/** The interview: one question at a time, every answer kept at once, none of them a must but the first. */
export function useInterview() {
  const { draft, change, setField } = useDraft();
  const [at, setAt] = useState(0);
  const [error, setError] = useState<string>();
  const questions = questionsFor(draft);
  const index = Math.min(at, questions.length - 1);
  const question = questions[index] as Question;

  const go = (to: number) => {
    setError(undefined);
    setAt(to);
  };
  const next = () => {
    if (question.id === TROUBLES && draft.troubles.length === 0)
      return setError('选一件最接近的。说不清的，打 12351 直接问');
    if (index + 1 < questions.length) go(index + 1);
    else replace(legalPageUrl('route'));
  };
  const event = (kind: InterruptionKind) => draft.events.find((one) => one.kind === kind);
  return {
    question,
    error,
    progress: { at: index + 1, of: questions.length },
    several: question.id === EVENTS ? draft.events.map(({ kind }) => kind) : draft.troubles,
    choose: (values: string[]) => {
      setError(undefined);
      if (question.id !== EVENTS) return change({ troubles: values });
      change({ events: values.map((kind) => event(kind as InterruptionKind) ?? { kind, on: '', proven: false }) });
    },
    field: question.kind === 'one' || question.kind === 'day' ? (draft.fields[question.field] ?? '') : '',
    answer: (value: string) => {
      if (question.kind === 'one' || question.kind === 'day') setField(question.field, value);
    },
    event: question.kind === 'event' ? (event(question.event) ?? null) : null,
    changeEvent: (part: { on?: string; proven?: boolean }) =>
      question.kind === 'event' &&
      change({ events: draft.events.map((one) => (one.kind === question.event ? { ...one, ...part } : one)) }),
    next,
    back: index > 0 ? () => go(index - 1) : null,
  };
}

import { useState } from 'react';
import { isProcedure, type InterruptionKind } from '@yugong/domain/labour-law';
import { defined } from '@yugong/domain/narrow';
import { replace } from '@/platform/navigation';
import type { LegalDraft } from '@/platform/storage';
import { legalPageUrl } from '..';
import { kindsAbout } from '../amounts/compute';
import { troublesOf } from '../draft/facts';
import { useDraft } from '../draft/store';
import { EVENTS, questionsFor, TROUBLES } from './questions';

type DraftEvent = LegalDraft['events'][number];

/** The interview: one question at a time, every answer kept at once, none of them a must but the first. */
export function useInterview() {
  const { draft, change, setField } = useDraft();
  const [at, setAt] = useState(0);
  const [error, setError] = useState<string>();
  const questions = questionsFor(draft);
  const index = Math.min(at, questions.length - 1);
  const question = defined(questions[index]);
  const asksEvent = question.kind === 'event' ? question.event : null;

  const go = (to: number) => {
    setError(undefined);
    setAt(to);
  };
  const next = () => {
    if (question.id === TROUBLES && draft.troubles.length === 0)
      return setError('选一件最接近的。说不清的，打 12351 直接问');
    // Counted anew: the answer just given may have brought a question or taken one away.
    if (index + 1 < questionsFor(useDraft.getState().draft).length) go(index + 1);
    else finish();
  };
  /** The amounts that the answers are about go into the application, unless the reader has chosen before. */
  const finish = () => {
    const told = useDraft.getState().draft;
    if (told.claims.length === 0) change({ claims: kindsAbout(troublesOf(told)) });
    replace(legalPageUrl('route'));
  };
  const isOther = (event: DraftEvent): boolean => event.kind !== asksEvent;
  const events = draft.events.filter((event) => !isOther(event));
  const setEvents = (changed: DraftEvent[]) => change({ events: [...draft.events.filter(isOther), ...changed] });
  return {
    question,
    error,
    progress: { at: index + 1, of: questions.length },
    several: question.id === EVENTS ? [...new Set(draft.events.map(({ kind }) => kind))] : draft.troubles,
    choose: (values: string[]) => {
      setError(undefined);
      if (question.id !== EVENTS) return change({ troubles: values });
      const kept = draft.events.filter(({ kind }) => values.includes(kind));
      const added = values.filter((kind) => !kept.some((event) => event.kind === kind));
      change({ events: [...kept, ...added.map((kind) => ({ kind, on: '', proven: false }))] });
    },
    field: question.kind === 'one' || question.kind === 'day' ? (draft.fields[question.field] ?? '') : '',
    answer: (value: string) => {
      if (question.kind === 'one' || question.kind === 'day') setField(question.field, value);
      // One of a few is answered with one tap.
      if (question.kind === 'one') next();
    },
    /** What was done of the kind that is asked about, each time by itself. */
    events,
    isProcedure: asksEvent !== null && isProcedure(asksEvent),
    changeEvent: (changed: number, part: Partial<DraftEvent>) =>
      setEvents(events.map((event, position) => (position === changed ? { ...event, ...part } : event))),
    addEvent: () => asksEvent !== null && setEvents([...events, newEvent(asksEvent)]),
    dropEvent: () => setEvents(events.slice(0, -1)),
    next,
    back: index > 0 ? () => go(index - 1) : null,
  };
}

const newEvent = (kind: InterruptionKind): DraftEvent => ({ kind, on: '', proven: false });

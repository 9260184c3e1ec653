import { useMemo, useState } from 'react';
import { ProgrammeListWire } from '@yugong/domain/programme/wire';
import {
  judgeAll,
  mayRun,
  screeningQuestionsFor,
  type Answers,
  type ScreeningQuestion,
  type Reason,
} from '@yugong/domain/screening';
import { useService } from '@/platform/service';
import { useServiceNow } from '@/platform/service-time';
import { PROGRAMMES_PATH } from '../../shared/service-paths';
import { checkedProgrammes } from '../model';

/**
 * The check: one question at a time. Answers live as long as the page does, in memory alone: nothing is sent, and
 * nothing is left on the phone for whoever takes it next.
 */
export function useEligibilityCheck() {
  const { today } = useServiceNow();
  const { served } = useService(ProgrammeListWire, PROGRAMMES_PATH);
  const offered = served.state === 'ready' ? served.data.programmes : null;
  const programmes = useMemo(
    () => checkedProgrammes(offered ?? []).filter(({ rules }) => mayRun(rules, today)),
    [offered, today],
  );
  const questions = useMemo(() => screeningQuestionsFor(programmes), [programmes]);
  const [answers, setAnswers] = useState<Answers>({});
  const [at, setAt] = useState(0);
  const [error, setError] = useState<string>();

  const index = Math.min(at, questions.length);
  const question: ScreeningQuestion | null = questions[index] ?? null;
  const go = (to: number) => {
    setError(undefined);
    setAt(to);
  };
  return {
    question,
    answer: question ? (answers[question.id] ?? null) : null,
    choose: (value: string) => {
      setError(undefined);
      if (question) setAnswers({ ...answers, [question.id]: value });
    },
    error,
    progress: { at: index + 1, of: questions.length },
    next: () => {
      if (question && answers[question.id] === undefined) return setError('请选择一项，不清楚的选“说不准”');
      go(index + 1);
    },
    back: index === 0 ? null : () => go(index - 1),
    /** Back to one answer; the others stay. */
    change: (id: Reason['about']) => go(questions.findIndex((one) => one.id === id)),
    restart: () => {
      setAnswers({});
      go(0);
    },
    judgements: question ? [] : judgeAll(programmes, answers, today),
    asks: (id: Reason['about']) => questions.some((one) => one.id === id),
    /** The union's service could not be asked: its own sessions are not among the programmes. */
    without: served.state === 'offline' || served.state === 'failed',
  };
}

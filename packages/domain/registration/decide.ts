/**
 * The engine: commands in, outcomes and rows out. Pure, so that the same rules run on every store, and so
 * that they can be tried on millions of random sequences.
 */
import { refuse, sessionsOf, type Answer, type Command, type Outcome } from './commands';
import { attend, cancel } from './keep';
import { expireOffers } from './line';
import { move } from './move';
import { register } from './register';
import { adjust, callOff } from './resize';
import { startWork, type Decision, type EngineState, type SessionState, type Work } from './state';
import type { Registration } from './types';

/**
 * Decides a batch in order. `state` is used up.
 *
 * @param now the moment everything in the batch happens at
 * @throws where the state does not hold what the commands need; nothing may be written then
 */
export function decide(state: EngineState, commands: readonly Command[], now: number): Decision {
  const work = startWork(state, now);
  for (const session of state.sessions.values()) expireOffers(work, session);
  const answers = new Map<string, Answer>();
  const outcomes = commands.map((command) => {
    const before = command.key === null ? undefined : state.answers.get(command.key);
    if (before) return before.fingerprint === command.fingerprint ? before.outcome : refuse('key-reused');
    work.staff = command.staff;
    const outcome = answer(work, command);
    // A refusal changed nothing, so asking again may do better; what took effect is remembered.
    if (command.key !== null && outcome.result !== 'refused') {
      const kept = { fingerprint: command.fingerprint, outcome };
      state.answers.set(command.key, kept);
      answers.set(command.key, kept);
    }
    return outcome;
  });
  const rows = (ids: Set<string>) => [...ids].map((id) => state.registrations.get(id) as Registration);
  return {
    outcomes,
    created: rows(work.created),
    changed: rows(work.changed),
    sessions: [...work.sessions].map((id) => (state.sessions.get(id) as SessionState).session),
    answers,
    happenings: work.happenings,
  };
}

function answer(work: Work, command: Command): Outcome {
  if (sessionsOf(command).some((id) => !work.state.sessions.has(id))) return refuse('not-found');
  switch (command.type) {
    case 'register':
      return register(work, command);
    case 'cancel':
      return cancel(work, command);
    case 'move':
      return move(work, command);
    case 'attend':
      return attend(work, command);
    case 'adjust':
      return adjust(work, command);
    case 'call-off':
      return callOff(work, command);
    case 'expire':
      return { result: 'done', sessionId: command.sessionId };
  }
}

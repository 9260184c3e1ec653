/**
 * The registration engine: commands go in, outcomes and rows come out. It is pure, so that the same rules run on every
 * store and can be tried on millions of random sequences.
 */
import { refuse, sessionsOf, type Command, type Outcome, type StoredOutcome } from './commands';
import { correct } from './correct';
import { admit, deliver, settleOffer } from './offer';
import { prove } from './prove';
import { expireOffers } from './waitlist';
import { move } from './move';
import { register } from './register';
import { adjust, callOff } from './resize';
import { readRegistration, lockedSessionOf, startWork, type Decision, type EngineState, type BatchWork } from './state';
import { attend, cancel } from './update';

/**
 * Decides a batch of commands in order. `state` is changed in place and must not be used again.
 *
 * @param now the moment everything in the batch happens at
 * @throws where the state does not hold what the commands need; nothing may be written then
 */
export function decide(state: EngineState, commands: readonly Command[], now: number): Decision {
  const work = startWork(state, now);
  for (const session of state.sessions.values()) expireOffers(work, session);
  const answers = new Map<string, StoredOutcome>();
  const outcomes = commands.map((command) => {
    const before = command.key === null ? undefined : state.answers.get(command.key);
    if (before) return before.fingerprint === command.fingerprint ? before.outcome : refuse('key-reused');
    work.staff = command.staff;
    const outcome = answer(work, command);
    // A refusal changed nothing, so the same question may do better later; what took effect is stored with its key.
    if (command.key !== null && outcome.result !== 'refused') {
      const stored = { fingerprint: command.fingerprint, outcome };
      state.answers.set(command.key, stored);
      answers.set(command.key, stored);
    }
    return outcome;
  });
  const rows = (ids: Set<string>) => [...ids].map((id) => readRegistration(work, id));
  return {
    outcomes,
    created: rows(work.created),
    changed: rows(work.changed),
    sessions: [...work.sessions].map((id) => lockedSessionOf(work, id).session),
    corrected: work.corrected,
    answers,
    happenings: work.happenings,
  };
}

function answer(work: BatchWork, command: Command): Outcome {
  if (sessionsOf(command).some((id) => !work.state.sessions.has(id))) return refuse('not-found');
  switch (command.type) {
    case 'register':
      return register(work, command);
    case 'cancel':
      return cancel(work, command);
    case 'move':
      return move(work, command);
    case 'prove':
      return prove(work, command);
    case 'deliver':
      return deliver(work, command);
    case 'settle-offer':
      return settleOffer(work, command);
    case 'admit':
      return admit(work, command);
    case 'correct':
      return correct(work, command);
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

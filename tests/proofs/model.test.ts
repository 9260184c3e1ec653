/** Random sequences on the pure engine: never oversold, never doubled, the line in order, every command answered once. */
import type { Command } from '@yugong/domain/registration';
import { crowdedWorld, random, randomCommand } from '../domain/registration/commands';
import { effort, proved } from './support/effort';

const OPERATIONS = effort({ full: 10_000_000, quick: 100_000 });
const SEQUENCE = 400;

/** Plays one sequence; returns the first thing that went wrong, with all that is needed to see it again. */
function play(seed: number): string | null {
  const next = random(seed);
  const world = crowdedWorld(seed);
  const asked: Command[] = [];
  let now = 100;
  for (let step = 0; step < SEQUENCE;) {
    now += Math.floor(next() * 120_000);
    const batch = Array.from({ length: 1 + Math.floor(next() * 6) }, () => randomCommand(world, next, asked));
    const line = [...world.sessions.keys()].map((id) => [id, waitingInOrder(world.of(id))] as const);
    const { outcomes, happenings, answers } = world.run(batch, now);
    step += batch.length;
    const fault =
      world.faults(now)[0] ??
      outOfOrder(line, happenings, world) ??
      (outcomes.length !== batch.length ? 'not every command was answered' : undefined) ??
      (answers.size > batch.length ? 'answered more than was asked' : undefined);
    if (fault) return `seed ${seed}, step ${step}: ${fault}\n${JSON.stringify(batch)}`;
    for (const command of batch) {
      if (command.key === null || !world.answers.has(command.key)) continue;
      asked.push(command);
      if (asked.length > 30) asked.shift();
    }
  }
  return null;
}

const waitingInOrder = (rows: { status: string; offerUntil: number | null; queueNumber: number; id: string }[]) =>
  rows
    .filter((row) => row.status === 'waitlist' && row.offerUntil === null)
    .sort((a, b) => a.queueNumber - b.queueNumber);

/** Who was called must have stood before everybody who still stands. */
function outOfOrder(
  line: (readonly [string, { id: string }[]])[],
  happenings: { type: string; sessionId: string; registrationId: string | null }[],
  world: ReturnType<typeof crowdedWorld>,
): string | undefined {
  for (const [sessionId, before] of line) {
    const called = new Set(
      happenings
        .filter((one) => one.sessionId === sessionId && (one.type === 'promoted' || one.type === 'offered'))
        .map((one) => one.registrationId),
    );
    const still = new Set(waitingInOrder(world.of(sessionId)).map((row) => row.id));
    const lastCalled = before.map((row) => called.has(row.id)).lastIndexOf(true);
    if (before.slice(0, Math.max(0, lastCalled)).some((row) => still.has(row.id))) return `${sessionId}: passed over`;
  }
  return undefined;
}

it(`holds every promise over ${OPERATIONS} random operations`, () => {
  for (let seed = 1; seed <= OPERATIONS / SEQUENCE; seed += 1) {
    const fault = play(seed);
    if (fault) throw new Error(fault);
  }
  proved('operations on the model', OPERATIONS);
}, 1_200_000);

it('asked again after any sequence, answers the same and changes nothing', () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const next = random(seed);
    const world = crowdedWorld(seed);
    for (let step = 0; step < 60; step += 1) {
      const command = randomCommand(world, next, []);
      const first = world.run([command], 100 + step).outcomes[0];
      if (command.key === null || first?.result === 'refused') continue;
      const { outcomes, created, changed, sessions } = world.run([command], 100 + step);
      expect([outcomes[0], created, changed, sessions]).toEqual([first, [], [], []]);
    }
  }
});

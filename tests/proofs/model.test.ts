/**
 * Random sequences on the pure engine, over two days and nights: never oversold, never doubled, the line in order, every
 * command answered once, no hold that counts before delivery or in quiet hours, no place lost by an offer nobody heard of.
 */
import { byTurn, type Command, type Happening, type Registration } from '@yugong/domain/registration';
import { HOUR, MINUTE } from '@yugong/domain/time';
import { crowdedWorld, random, randomCommand } from '../domain/registration/commands';
import { effort, proved } from './support/effort';
import { wakingTime } from './support/holds';

const OPERATIONS = effort({ full: 10_000_000, quick: 100_000 });
const SEQUENCE = 400;

/** Plays one sequence; returns the first thing that went wrong, with all that is needed to see it again. */
function play(seed: number): string | null {
  const next = random(seed);
  const world = crowdedWorld(seed);
  const asked: Command[] = [];
  const holds = new Map<string, Hold>();
  let now = 100;
  for (let step = 0; step < SEQUENCE;) {
    now += Math.floor(next() * (next() < 0.1 ? 8 * HOUR : 2 * MINUTE));
    const batch = Array.from({ length: 1 + Math.floor(next() * 6) }, () => randomCommand(world, next, asked));
    const line = [...world.sessions.keys()].map((id) => [id, waitingInOrder(world.of(id))] as const);
    const { outcomes, happenings, answers } = world.run(batch, now);
    step += batch.length;
    const fault =
      world.faults(now)[0] ??
      outOfOrder(line, happenings, world) ??
      wrongEnd(holds, happenings, world, now) ??
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

const waitingInOrder = (rows: Registration[]) =>
  rows.filter((row) => row.status === 'waitlist' && row.offerUntil === null).sort(byTurn);

/** When a registration was offered a seat, and when it was confirmed that the person knows. */
interface Hold {
  offered: number;
  delivered: number | null;
}

/** An offer ends by itself only when its hold is over, and passes on unheard only by staff and after its time. */
function wrongEnd(
  holds: Map<string, Hold>,
  happenings: readonly Happening[],
  world: ReturnType<typeof crowdedWorld>,
  now: number,
): string | undefined {
  for (const { type, registrationId, sessionId, by, status } of happenings) {
    if (registrationId === null) continue;
    const hold = holds.get(registrationId);
    const { rules, startsAt } = world.sessions.get(sessionId) ?? {};
    const span = (rules?.offerMinutes ?? 0) * MINUTE;
    if (type === 'offered') holds.set(registrationId, { offered: now, delivered: null });
    if (type === 'delivered' && hold) holds.set(registrationId, { ...hold, delivered: now });
    if (type === 'offer-expired') {
      if (!hold || hold.delivered === null) return `${registrationId}: lost a place by an offer she never heard of`;
      const had = wakingTime(now) - wakingTime(hold.delivered);
      if (had < span && now < (startsAt ?? 0)) return `${registrationId}: had ${had} of ${span} ms outside quiet hours`;
    }
    if (type === 'passed-on') {
      if (!hold || hold.delivered !== null || by !== 'staff') return `${registrationId}: passed on though she knew`;
      if (wakingTime(now) - wakingTime(hold.offered) < span) return `${registrationId}: passed on before its time`;
      if (status !== 'waitlist') return `${registrationId}: passed on and ended`;
    }
  }
  return undefined;
}

const isCalled = (type: Happening['type']): boolean => type === 'promoted' || type === 'offered';

/** Whom the service called must have stood before everybody who still stands; staff may admit whom they will. */
function outOfOrder(
  line: (readonly [string, { id: string }[]])[],
  happenings: readonly Happening[],
  world: ReturnType<typeof crowdedWorld>,
): string | undefined {
  for (const [sessionId, before] of line) {
    const called = new Set(
      happenings
        .filter(({ by, type, ...one }) => one.sessionId === sessionId && by === 'service' && isCalled(type))
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

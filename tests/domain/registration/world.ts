/**
 * A little world that the engine runs in: everything in maps, read for a batch exactly as a store reads it
 * (only the rows the commands name, the line only as far as it is needed), and checked after every batch.
 */
import {
  activeKeyTakenBy,
  byTurn,
  countPerson,
  decide,
  holdsSeat,
  isUndelivered,
  limitKeyTakenBy,
  mayFree,
  namedRowsOf,
  sessionsOf,
  type StoredOutcome,
  type Command,
  type Decision,
  type EngineState,
  type Registration,
  type Session,
  type LockedSession,
} from '@yugong/domain/registration';

export const session = (fields: Partial<Session> = {}): Session => ({
  id: 's1',
  programmeId: 'p1',
  state: 'open',
  capacity: 2,
  waitlistSize: 2,
  opensAt: 100,
  closesAt: 1_000_000,
  cancelUntil: 1_000_000,
  startsAt: 2_000_000,
  endsAt: 3_000_000,
  held: 0,
  waiting: 0,
  nextQueueNumber: 1,
  nextOfferAt: null,
  rules: { limitPerPerson: 1, offerMinutes: null, peopleLimit: null },
  quota: null,
  ...fields,
});

export class World {
  sessions = new Map<string, Session>();
  rows = new Map<string, Registration>();
  answers = new Map<string, StoredOutcome>();
  private bySession = new Map<string, Set<string>>();
  private active = new Map<string, string>();

  constructor(sessions: Session[]) {
    for (const one of sessions) {
      this.sessions.set(one.id, one);
      this.bySession.set(one.id, new Set());
    }
  }

  /** One batch: read, decide, write. */
  run(commands: Command[], now: number): Decision {
    const decision = decide(this.read(commands, now), commands, now);
    const rows = [...decision.created, ...decision.changed];
    for (const row of rows) this.forget(row.id);
    for (const row of rows) this.write(row);
    for (const one of decision.sessions) this.sessions.set(one.id, one);
    for (const [key, answer] of decision.answers) this.answers.set(key, answer);
    return decision;
  }

  of(sessionId: string): Registration[] {
    return [...(this.bySession.get(sessionId) ?? [])].flatMap((id) => this.rows.get(id) ?? []);
  }

  /** Unique keys are judged when all of a batch is written, as in a transaction. */
  private forget(id: string): void {
    const before = this.rows.get(id);
    if (!before) return;
    this.bySession.get(before.sessionId)?.delete(id);
    if (before.activeKey) this.active.delete(before.activeKey);
  }

  private write(row: Registration): void {
    this.rows.set(row.id, row);
    if (row.status !== 'cancelled') this.bySession.get(row.sessionId)?.add(row.id);
    if (!row.activeKey) return;
    if (this.active.has(row.activeKey)) throw new Error('doubled: the unique key is taken');
    this.active.set(row.activeKey, row.id);
  }

  private read(commands: Command[], now: number): EngineState {
    const state: EngineState = {
      sessions: new Map<string, LockedSession>(),
      registrations: new Map(),
      byActiveKey: new Map(),
      slots: new Map(),
      holders: new Map(),
      quotas: this.quotas(),
      answers: new Map(),
    };
    const take = (id: string | undefined): void => {
      const row = id === undefined ? undefined : this.rows.get(id);
      if (!row || state.registrations.has(row.id)) return;
      const copy = { ...row };
      state.registrations.set(row.id, copy);
      if (copy.activeKey) state.byActiveKey.set(copy.activeKey, copy.id);
    };
    for (const id of new Set(commands.flatMap(sessionsOf))) this.readSession(id, commands, now, state, take);
    for (const command of commands) {
      const answer = command.key === null ? undefined : this.answers.get(command.key);
      if (command.key !== null && answer) state.answers.set(command.key, answer);
      if (command.type === 'register') {
        for (const row of this.rows.values()) if (row.status !== 'cancelled') countPerson(state, row);
      }
      take(this.active.get(activeKeyTakenBy(command) ?? ''));
      const limitKey = limitKeyTakenBy(command);
      if (limitKey !== null && !state.slots.has(limitKey)) state.slots.set(limitKey, this.slotsOf(limitKey));
      for (const id of namedRowsOf(command)) take(id);
    }
    return state;
  }

  private readSession(
    id: string,
    commands: Command[],
    now: number,
    state: EngineState,
    take: (id: string) => void,
  ): void {
    const found = this.sessions.get(id);
    if (!found) return;
    const waiting = this.of(id).filter((row) => row.status === 'waitlist');
    const due = found.nextOfferAt !== null && found.nextOfferAt <= now;
    const offers = due ? waiting.filter((row) => row.offerUntil !== null).map((row) => row.id) : [];
    const frees = commands
      .filter((command) => command.sessionId === id)
      .reduce(
        (sum, command) => sum + mayFree(command, found.capacity),
        offers.length + Math.max(0, found.capacity - found.held),
      );
    const line = waiting
      .filter((row) => row.offerUntil === null)
      .sort(byTurn)
      .slice(0, frees)
      .map((row) => row.id);
    state.sessions.set(id, { session: { ...found }, waitlist: line, offers });
    for (const one of [...line, ...offers]) take(one);
  }

  private quotas(): Map<string, number> {
    const quotas = new Map<string, number>();
    for (const { quota, held } of this.sessions.values())
      if (quota) quotas.set(quota.key, (quotas.get(quota.key) ?? 0) + held);
    return quotas;
  }

  private slotsOf(limitKey: string): Set<number> {
    const rows = [...this.bySession.keys()].flatMap((id) => this.of(id)).filter((row) => row.limitKey === limitKey);
    return new Set(rows.flatMap(({ limitSlot }) => limitSlot ?? []));
  }

  /** What must hold after every batch; returns what does not. */
  faults(now: number): string[] {
    const faults: string[] = [];
    const limits = new Map<string, number>();
    for (const one of this.sessions.values()) {
      const rows = this.of(one.id);
      const held = rows.filter(holdsSeat).length;
      const waiting = rows.filter((row) => row.status === 'waitlist' && row.offerUntil === null).length;
      if (held > one.capacity) faults.push(`${one.id} oversold: ${held} of ${one.capacity}`);
      if (held !== one.held || waiting !== one.waiting) faults.push(`${one.id} miscounted: ${held}/${waiting}`);
      if (waiting > one.waitlistSize) faults.push(`${one.id} waiting list too long`);
      const places = one.quota?.seats ?? Infinity;
      const given = one.quota ? (this.quotas().get(one.quota.key) ?? 0) : 0;
      if (given > places) faults.push(`${one.id} is over its district's quota: ${given} of ${places}`);
      if (waiting > 0 && held < one.capacity && one.quota === null && now < one.startsAt && one.state === 'open')
        faults.push(`${one.id} has a line and a free place`);
      if (
        rows.some(
          (row) => row.offerUntil !== null && !isUndelivered(row) && row.offerUntil < (one.nextOfferAt ?? Infinity),
        )
      ) {
        faults.push(`${one.id} forgets an offer`);
      }
      const people = new Set(rows.map((row) => row.activeKey));
      if (people.size !== rows.length) faults.push(`${one.id} has somebody twice`);
      for (const { limitKey } of rows) if (limitKey) limits.set(limitKey, (limits.get(limitKey) ?? 0) + 1);
      for (const [key, count] of limits) {
        if (count > (one.rules.limitPerPerson ?? Infinity)) faults.push(`${key} is over the limit`);
      }
    }
    return faults;
  }
}

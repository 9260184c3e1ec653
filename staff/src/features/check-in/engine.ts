/** Check-in on one phone: the stored roster, the people admitted, and the check-ins that still have to be sent. */
import * as v from 'valibot';
import { DoorWire, type CheckInResult } from '@yugong/domain/check-in/wire';
import type { ApiError } from '../../api/api-error';
import type { CheckInApi } from './api';
import { toSyncError } from '../../offline/outbox';
import { CheckInOutbox } from './outbox';
import type { PendingCheckIn } from './pending-check-in';
import {
  countCheckedIn,
  verdictFor,
  verdictForPass,
  indexRoster,
  type RosterIndex,
  type RosterPerson,
  type CheckInVerdict,
} from './roster-index';
import type { Vault } from '../../offline/vault';

export interface CheckInState {
  rosterIndex: RosterIndex | null;
  /** When the roster was fetched, milliseconds. */
  keptAt: number | null;
  arrived: number;
  expected: number;
  unsentCount: number;
  /** The last people admitted on this phone, newest first. */
  recent: { entry: PendingCheckIn; person: RosterPerson }[];
  /** Check-ins that the service judged differently. */
  differences: CheckInResult[];
  /** Check-ins that the service takes for another day's: a person decides. */
  undecided: PendingCheckIn[];
  /** Why the roster or the check-ins aren't up to date; null where they are. */
  syncError: ApiError | null;
}

const RECENT = 8;

export class CheckInEngine {
  private index: RosterIndex | null = null;
  private keptAt: number | null = null;
  /** How far the service's clock is ahead of this phone's, in milliseconds. */
  private clockOffset = 0;
  private recent: CheckInState['recent'] = [];
  /** People admitted since the present roster was requested. */
  private admittedSinceRoster: PendingCheckIn[] = [];
  private syncError: ApiError | null = null;
  private readonly outbox: CheckInOutbox;
  private listeners = new Set<() => void>();
  private snapshot: CheckInState;

  constructor(
    readonly sessionId: string,
    private readonly vault: Vault,
    private readonly api: CheckInApi,
  ) {
    this.outbox = new CheckInOutbox(sessionId, vault, api, () => this.notify());
    this.snapshot = this.takeSnapshot();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  state = (): CheckInState => this.snapshot;

  /** Loads what is stored on the phone; an expired roster is destroyed. */
  async open(): Promise<void> {
    await this.outbox.open();
    const stored = await this.vault.roster(this.sessionId);
    if (!stored) return this.notify();
    const roster = v.parse(DoorWire, stored.value);
    if (Date.parse(roster.expiresAt) <= Date.now()) await this.vault.forget(this.sessionId);
    else this.indexFrom(roster, stored.keptAt);
    this.notify();
  }

  /** Sends the pending check-ins, then fetches the roster anew. */
  async refresh(): Promise<void> {
    await this.outbox.push();
    const askedAt = Date.now();
    try {
      const roster = await this.api.roster(this.sessionId);
      const before = this.clockOffset;
      await this.vault.storeRoster(this.sessionId, roster);
      // The roster doesn't know of those who were admitted and sent while it was on its way.
      this.admittedSinceRoster = this.admittedSinceRoster.filter(({ at }) => Date.parse(at) - before >= askedAt);
      this.indexFrom(roster, Date.now());
      this.syncError = null;
    } catch (error) {
      this.syncError = toSyncError(error);
    }
    this.notify();
  }

  /** Judges a scanned or typed pass. The roster is fetched anew for a pass that it doesn't know yet. */
  async scan(code: string): Promise<CheckInVerdict> {
    if (!this.index) return { kind: 'unknown' };
    let verdict = await verdictForPass(this.index, code);
    if (verdict.kind === 'unknown' && navigator.onLine) {
      await this.refresh();
      verdict = await verdictForPass(this.index, code);
    }
    if (verdict.kind === 'come-in') await this.admit(verdict.person, 'scan', code);
    return verdict;
  }

  /** Admits somebody who was found by name, such as with a dead phone. */
  async admitByName(person: RosterPerson): Promise<CheckInVerdict> {
    if (!this.index) return { kind: 'unknown' };
    const verdict = verdictFor(this.index, person);
    if (verdict.kind === 'come-in') await this.admit(person, 'name', null);
    return verdict;
  }

  /**
   * Gives somebody of the waiting list who came a seat, and checks them in. Seats are the service's to give, so it needs a
   * network.
   *
   * @throws {ApiError} such as where no seat is free
   */
  async admitWalkIn(person: RosterPerson): Promise<CheckInVerdict> {
    const { registrationId } = person;
    const { results } = await this.api.walkIn(this.sessionId, { id: crypto.randomUUID(), registrationId });
    await this.refresh();
    const [result] = results;
    return result?.outcome === 'already' && result.checkedInAt !== null
      ? { kind: 'already', person, at: result.checkedInAt }
      : { kind: 'come-in', person };
  }

  private async admit(person: RosterPerson, how: PendingCheckIn['how'], code: string | null): Promise<void> {
    const { registrationId } = person;
    const entry: PendingCheckIn = {
      id: crypto.randomUUID(),
      registrationId,
      at: new Date(Date.now() + this.clockOffset).toISOString(),
      how,
      code,
      undecided: false,
      confirmed: false,
    };
    // Noted before it is stored, so that the same pass in the next frame is "already" and no second check-in.
    this.index?.checkedIn.set(registrationId, entry.at);
    try {
      await this.outbox.add(entry);
    } catch (error) {
      this.index?.checkedIn.delete(registrationId);
      throw error;
    }
    this.admittedSinceRoster.push(entry);
    this.recent = [{ entry, person }, ...this.recent].slice(0, RECENT);
    this.notify();
    this.outbox.pushSoon();
  }

  /** Takes a check-in back: at once while it is pending, through the service afterwards. @throws {ApiError} */
  async undo({ id, registrationId }: PendingCheckIn): Promise<void> {
    if (!(await this.outbox.drop(id))) await this.api.undoCheckIn(registrationId);
    this.index?.checkedIn.delete(registrationId);
    this.admittedSinceRoster = this.admittedSinceRoster.filter((one) => one.id !== id);
    this.recent = this.recent.filter(({ entry }) => entry.id !== id);
    this.notify();
  }

  /** A person says that somebody, whom the service takes for another day's, was at this session. */
  async confirm(id: string): Promise<void> {
    await this.outbox.confirm(id);
    this.notify();
  }

  /** A person says that nobody came. @throws {ApiError} */
  async discard(id: string): Promise<void> {
    const entry = this.outbox.list().find((one) => one.id === id);
    if (entry) await this.undo(entry);
  }

  dismiss(): void {
    this.outbox.differences = [];
    this.notify();
  }

  private indexFrom(roster: DoorWire, keptAt: number): void {
    this.clockOffset = Date.parse(roster.now) - keptAt;
    this.index = indexRoster(roster, [...this.outbox.list(), ...this.admittedSinceRoster]);
    this.keptAt = keptAt;
  }

  private notify(): void {
    this.snapshot = this.takeSnapshot();
    for (const listener of this.listeners) listener();
  }

  private takeSnapshot(): CheckInState {
    const { index, keptAt, recent, outbox } = this;
    const { arrived, expected } = index ? countCheckedIn(index) : { arrived: 0, expected: 0 };
    const { differences } = outbox;
    const syncError = outbox.error ?? this.syncError;
    return {
      rosterIndex: index,
      keptAt,
      arrived,
      expected,
      unsentCount: outbox.unsent().length,
      undecided: [...outbox.undecided()],
      recent,
      differences,
      syncError,
    };
  }
}

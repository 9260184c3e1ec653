/** One door: the roster kept on the phone, the people let in, and what still has to reach the service. */
import * as v from 'valibot';
import { DoorWire, type CheckInResult } from '@yugong/domain/check-in/wire';
import type { Refusal } from '../../api/refusal';
import type { DoorApi } from './api';
import type { Entry } from './entry';
import { countInside, judge, judgeCode, openDesk, type Desk, type Guest, type Verdict } from './register';
import { asRefusal, Unsent } from './unsent';
import type { Vault } from './vault';

export interface DoorState {
  desk: Desk | null;
  /** When the roster was fetched, milliseconds. */
  keptAt: number | null;
  came: number;
  expected: number;
  waiting: number;
  /** The last ones let in here, newest first. */
  recent: { entry: Entry; guest: Guest }[];
  /** What the service saw differently when it was told. */
  differences: CheckInResult[];
  /** Why the roster or the check-ins are not up to date; null where they are. */
  trouble: Refusal | null;
}

const RECENT = 8;

export class Door {
  private desk: Desk | null = null;
  private keptAt: number | null = null;
  private recent: DoorState['recent'] = [];
  /** Let in since the roster that is held was asked for. */
  private made: Entry[] = [];
  private trouble: Refusal | null = null;
  private readonly unsent: Unsent;
  private listeners = new Set<() => void>();
  private snapshot: DoorState;

  constructor(
    readonly sessionId: string,
    private readonly vault: Vault,
    private readonly api: DoorApi,
  ) {
    this.unsent = new Unsent(sessionId, vault, api, () => this.changed());
    this.snapshot = this.draw();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  state = (): DoorState => this.snapshot;

  /** What is on the phone already; a list that has run out is destroyed. */
  async open(): Promise<void> {
    await this.unsent.open();
    const kept = await this.vault.roster(this.sessionId);
    if (!kept) return this.changed();
    const roster = v.parse(DoorWire, kept.value);
    if (Date.parse(roster.expiresAt) <= Date.now()) await this.vault.forget(this.sessionId);
    else this.take(roster, kept.keptAt);
    this.changed();
  }

  /** Sends what waits, then fetches the roster anew. */
  async refresh(): Promise<void> {
    await this.unsent.push();
    const askedAt = new Date().toISOString();
    try {
      const roster = await this.api.roster(this.sessionId);
      await this.vault.keepRoster(this.sessionId, roster);
      // Let in and sent while the list was on its way: it doesn't know of them yet.
      this.made = this.made.filter(({ at }) => at >= askedAt);
      this.take(roster, Date.now());
      this.trouble = null;
    } catch (error) {
      this.trouble = asRefusal(error);
    }
    this.changed();
  }

  /** A scanned or typed pass. Somebody signed up since the roster was fetched is asked of the service. */
  async scan(code: string): Promise<Verdict> {
    if (!this.desk) return { kind: 'unknown' };
    let verdict = await judgeCode(this.desk, code);
    if (verdict.kind === 'unknown' && navigator.onLine) {
      await this.refresh();
      verdict = await judgeCode(this.desk, code);
    }
    if (verdict.kind === 'come-in') await this.letIn(verdict.guest, 'scan', code);
    return verdict;
  }

  /** Somebody whose phone is dead, found in the list. */
  async byName(guest: Guest): Promise<Verdict> {
    if (!this.desk) return { kind: 'unknown' };
    const verdict = judge(this.desk, guest);
    if (verdict.kind === 'come-in') await this.letIn(guest, 'name', null);
    return verdict;
  }

  private async letIn(guest: Guest, how: Entry['how'], code: string | null): Promise<void> {
    const { registrationId } = guest;
    const entry: Entry = { id: crypto.randomUUID(), registrationId, at: new Date().toISOString(), how, code };
    // First, so that the same person in the next picture is "already" and not a second entry.
    this.desk?.inside.set(registrationId, entry.at);
    try {
      await this.unsent.add(entry);
    } catch (error) {
      this.desk?.inside.delete(registrationId);
      throw error;
    }
    this.made.push(entry);
    this.recent = [{ entry, guest }, ...this.recent].slice(0, RECENT);
    this.changed();
    this.unsent.pushSoon();
  }

  /** Takes one back: at once while it waits here, through the service afterwards. @throws {Refusal} */
  async undo({ id, registrationId }: Entry): Promise<void> {
    if (!(await this.unsent.drop(id))) await this.api.takeBack(registrationId);
    this.desk?.inside.delete(registrationId);
    this.made = this.made.filter((one) => one.id !== id);
    this.recent = this.recent.filter(({ entry }) => entry.id !== id);
    this.changed();
  }

  dismiss(): void {
    this.unsent.differences = [];
    this.changed();
  }

  private take(roster: DoorWire, keptAt: number): void {
    this.desk = openDesk(roster, [...this.unsent.list(), ...this.made]);
    this.keptAt = keptAt;
  }

  private changed(): void {
    this.snapshot = this.draw();
    for (const listener of this.listeners) listener();
  }

  private draw(): DoorState {
    const { desk, keptAt, recent, unsent } = this;
    const { came, expected } = desk ? countInside(desk) : { came: 0, expected: 0 };
    const { differences } = unsent;
    const trouble = unsent.trouble ?? this.trouble;
    return { desk, keptAt, came, expected, waiting: unsent.list().length, recent, differences, trouble };
  }
}

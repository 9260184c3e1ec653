/**
 * One door: the roster kept on the phone, the people let in, and what still has to reach the service. Whoever comes in
 * is written down, encrypted, before the screen says so; sending waits for a network and may be repeated.
 */
import * as v from 'valibot';
import { DoorWire, type CheckIn, type CheckInResult, type CheckInsWire } from '@/domain/staff';
import { Refusal } from '../../api/refusal';
import { countInside, judge, judgeCode, openDesk, type Desk, type Entry, type Guest, type Verdict } from './register';
import type { Vault } from './vault';

/** What the door asks of the service. */
export interface DoorApi {
  roster(sessionId: string): Promise<DoorWire>;
  send(sessionId: string, checkIns: CheckIn[], key: string): Promise<CheckInsWire>;
  takeBack(registrationId: string): Promise<void>;
}

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

const BATCH = 200;
const RECENT = 8;

const EntrySchema = v.object({
  id: v.string(),
  registrationId: v.string(),
  at: v.string(),
  how: v.picklist(['scan', 'name']),
  code: v.nullable(v.string()),
});

const onWire = ({ id, at, how, code, registrationId }: Entry): CheckIn =>
  how === 'scan' && code !== null ? { id, at, how: 'scan', code } : { id, at, how: 'name', registrationId };

export class Door {
  private desk: Desk | null = null;
  private keptAt: number | null = null;
  private pending: Entry[] = [];
  private recent: DoorState['recent'] = [];
  private differences: CheckInResult[] = [];
  private trouble: Refusal | null = null;
  private sending: Promise<void> | null = null;
  private listeners = new Set<() => void>();
  private snapshot: DoorState;
  private order = Date.now();

  constructor(
    readonly sessionId: string,
    private readonly vault: Vault,
    private readonly api: DoorApi,
  ) {
    this.snapshot = this.draw();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  state = (): DoorState => this.snapshot;

  /** What is on the phone already; a list that has run out is destroyed. */
  async open(): Promise<void> {
    this.pending = v.parse(v.array(EntrySchema), await this.vault.entries(this.sessionId));
    const kept = await this.vault.roster(this.sessionId);
    if (!kept) return this.changed();
    const roster = v.parse(DoorWire, kept.value);
    if (Date.parse(roster.expiresAt) <= Date.now()) await this.vault.forget(this.sessionId);
    else this.take(roster, kept.keptAt);
    this.changed();
  }

  /** Sends what waits, then fetches the roster anew. */
  async refresh(): Promise<void> {
    await this.push();
    try {
      const roster = await this.api.roster(this.sessionId);
      await this.vault.keepRoster(this.sessionId, roster);
      this.take(roster, Date.now());
      if (this.pending.length === 0) this.trouble = null;
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
      await this.vault.keepEntry({ id: entry.id, sessionId: this.sessionId, order: (this.order += 1) }, entry);
    } catch (error) {
      this.desk?.inside.delete(registrationId);
      throw error;
    }
    this.pending.push(entry);
    this.recent = [{ entry, guest }, ...this.recent].slice(0, RECENT);
    this.changed();
    void this.push();
  }

  /** Takes one back: at once while it waits here, through the service afterwards. @throws {Refusal} */
  async undo({ id, registrationId }: Entry): Promise<void> {
    await this.sending;
    if (this.pending.some((one) => one.id === id)) {
      await this.vault.dropEntries([id]);
      this.pending = this.pending.filter((one) => one.id !== id);
    } else {
      await this.api.takeBack(registrationId);
    }
    this.desk?.inside.delete(registrationId);
    this.recent = this.recent.filter(({ entry }) => entry.id !== id);
    this.changed();
  }

  /** Sends what waits, a batch after the other; one at a time, whoever asks. */
  push(): Promise<void> {
    this.sending ??= this.pushAll().finally(() => {
      this.sending = null;
    });
    return this.sending;
  }

  private async pushAll(): Promise<void> {
    while (this.pending.length > 0) {
      const batch = this.pending.slice(0, BATCH);
      try {
        const key = `door-${batch[0]?.id}-${batch.length}`;
        const { results } = await this.api.send(this.sessionId, batch.map(onWire), key);
        await this.settle(batch, results);
      } catch (error) {
        this.trouble = asRefusal(error);
        this.changed();
        return;
      }
    }
  }

  private async settle(batch: readonly Entry[], results: readonly CheckInResult[]): Promise<void> {
    await this.vault.dropEntries(batch.map(({ id }) => id));
    const sent = new Set(batch.map(({ id }) => id));
    this.pending = this.pending.filter(({ id }) => !sent.has(id));
    // Let in at two doors is one person who came once: said, not counted twice.
    this.differences = [...this.differences, ...results.filter(({ outcome }) => outcome !== 'checked-in')];
    this.trouble = null;
    this.changed();
  }

  dismiss(): void {
    this.differences = [];
    this.changed();
  }

  private take(roster: DoorWire, keptAt: number): void {
    this.desk = openDesk(roster, this.pending);
    this.keptAt = keptAt;
  }

  private changed(): void {
    this.snapshot = this.draw();
    for (const listener of this.listeners) listener();
  }

  private draw(): DoorState {
    const { desk, keptAt, recent, differences, trouble } = this;
    const { came, expected } = desk ? countInside(desk) : { came: 0, expected: 0 };
    return { desk, keptAt, came, expected, waiting: this.pending.length, recent, differences, trouble };
  }
}

const asRefusal = (error: unknown): Refusal =>
  error instanceof Refusal ? error : new Refusal('这台手机存不了名单，请检查存储空间', 'storage', false);

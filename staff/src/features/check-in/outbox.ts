/**
 * Check-ins on this phone that the service doesn't know yet. Each is stored encrypted before the verdict is shown, and
 * is sent in batches once there is a network, as often as it takes.
 */
import * as v from 'valibot';
import type { CheckInResult } from '@yugong/domain/check-in/wire';
import { ApiError } from '../../api/api-error';
import type { CheckInApi } from './api';
import { PendingCheckIn, toCheckIn } from './pending-check-in';
import type { Vault } from './vault';

const BATCH = 200;
const SOON_MS = 400;

export class CheckInOutbox {
  private entries: PendingCheckIn[] = [];
  private sending: Promise<void> | null = null;
  private lastOrder = Date.now();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Check-ins that the service judged differently. */
  differences: CheckInResult[] = [];
  /** Why the last attempt failed; null where it didn't, or nothing was tried. */
  error: ApiError | null = null;

  constructor(
    private readonly sessionId: string,
    private readonly vault: Vault,
    private readonly api: Pick<CheckInApi, 'send'>,
    private readonly notify: () => void,
  ) {}

  /** Loads what was unsent when the page was closed. */
  async open(): Promise<void> {
    this.entries = v.parse(v.array(PendingCheckIn), await this.vault.entries(this.sessionId));
  }

  list = (): readonly PendingCheckIn[] => this.entries;

  /** Those that are sent by themselves. */
  unsent = (): readonly PendingCheckIn[] => this.entries.filter(({ undecided }) => !undecided);

  /** Those that the service found to be of another day, and that a person decides about. */
  undecided = (): readonly PendingCheckIn[] => this.entries.filter(({ undecided }) => undecided);

  /** A person says that somebody was at this session. */
  async confirm(id: string): Promise<void> {
    await this.change(id, { undecided: false, confirmed: true });
    await this.push();
  }

  private async change(id: string, change: Partial<PendingCheckIn>): Promise<void> {
    const entry = this.entries.find((one) => one.id === id);
    if (!entry) return;
    const changed = { ...entry, ...change };
    await this.vault.storeEntry({ id, sessionId: this.sessionId, order: (this.lastOrder += 1) }, changed);
    this.entries = this.entries.map((one) => (one.id === id ? changed : one));
  }

  /** @throws where the phone can't store it */
  async add(entry: PendingCheckIn): Promise<void> {
    await this.vault.storeEntry({ id: entry.id, sessionId: this.sessionId, order: (this.lastOrder += 1) }, entry);
    this.entries = [...this.entries, entry];
  }

  /** Takes a pending check-in back. @returns false where it has been sent already */
  async drop(id: string): Promise<boolean> {
    await this.sending;
    if (!this.entries.some((one) => one.id === id)) return false;
    await this.remove([id]);
    return true;
  }

  /** Sends a little later: after the verdict is drawn, and together with whoever follows right behind. */
  pushSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.push(), SOON_MS);
  }

  /** Sends all; concurrent calls share one run. */
  push(): Promise<void> {
    this.sending ??= this.pushAll().finally(() => {
      this.sending = null;
    });
    return this.sending;
  }

  private async pushAll(): Promise<void> {
    while (this.unsent().length > 0) {
      const batch = this.unsent().slice(0, BATCH);
      try {
        const said = batch.filter(({ confirmed }) => confirmed).length;
        const key = `door-${batch[0]?.id}-${batch.length}${said > 0 ? `-${said}` : ''}`;
        const { results } = await this.api.send(this.sessionId, batch.map(toCheckIn), key);
        // Whoever was let in on what the service takes for another day is lost to nobody: a person says what it was.
        const otherDay = new Set(results.flatMap(({ id, outcome }) => (outcome === 'wrong-day' ? [id] : [])));
        for (const id of otherDay) await this.change(id, { undecided: true, confirmed: false });
        await this.remove(batch.flatMap(({ id }) => (otherDay.has(id) ? [] : [id])));
        // A person admitted on two phones came once: the difference is shown, and nobody is counted twice.
        const others = results.filter(({ id, outcome }) => outcome !== 'checked-in' && !otherDay.has(id));
        this.differences = [...this.differences, ...others];
        this.error = null;
        this.notify();
      } catch (error) {
        this.error = toSyncError(error);
        this.notify();
        return;
      }
    }
  }

  private async remove(ids: readonly string[]): Promise<void> {
    await this.vault.dropEntries(ids);
    const gone = new Set(ids);
    this.entries = this.entries.filter(({ id }) => !gone.has(id));
  }
}

/** Any error that isn't the service's own comes from this phone's storage. */
export const toSyncError = (error: unknown): ApiError =>
  error instanceof ApiError ? error : new ApiError('这台手机无法保存名单，请检查存储空间', 'storage', false);

/**
 * What was recorded on this phone and the service doesn't know yet. Each entry is stored encrypted before the page says
 * that it is recorded, and is sent in batches once there is a network, as often as it takes.
 */
import { ApiError } from '../api/api-error';
import type { Vault } from './vault';

const SOON_MS = 400;

/** The entries of one list, whatever they are; a subclass says how they are read and sent. */
export abstract class Outbox<Entry extends { id: string }> {
  private entries: Entry[] = [];
  private sending: Promise<void> | null = null;
  private lastOrder = Date.now();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Why the last attempt failed; null where it didn't, or nothing was tried. */
  error: ApiError | null = null;

  /** @param listId what the entries belong to: a session, or a list of stations */
  constructor(
    private readonly listId: string,
    private readonly vault: Vault,
    protected readonly notify: () => void,
  ) {}

  /** Reads what was stored, in an older version of the page perhaps. @throws where it can't be read */
  protected abstract read(stored: readonly unknown[]): Entry[];

  /** The entries that go together with the next attempt; some of {@link unsent}. */
  protected abstract nextBatch(): readonly Entry[];

  /**
   * Sends a batch, and removes or changes each of its entries, so that none of them is in the next batch.
   *
   * @throws ApiError where it wasn't sent; nothing is removed then
   */
  protected abstract deliver(batch: readonly Entry[]): Promise<void>;

  /** Loads what was unsent when the page was closed. */
  async open(): Promise<void> {
    this.entries = this.read(await this.vault.entries(this.listId));
  }

  list = (): readonly Entry[] => this.entries;

  /** Those that are sent by themselves. */
  unsent(): readonly Entry[] {
    return this.entries;
  }

  /** @throws where the phone can't store it */
  async add(entry: Entry): Promise<void> {
    await this.store(entry);
    this.entries = [...this.entries, entry];
  }

  protected async change(id: string, change: Partial<Entry>): Promise<void> {
    const entry = this.entries.find((one) => one.id === id);
    if (!entry) return;
    const changed = { ...entry, ...change };
    await this.store(changed);
    this.entries = this.entries.map((one) => (one.id === id ? changed : one));
  }

  private store(entry: Entry): Promise<void> {
    return this.vault.storeEntry({ id: entry.id, sessionId: this.listId, order: (this.lastOrder += 1) }, entry);
  }

  /** Takes a pending entry back. @returns false where it has been sent already */
  async drop(id: string): Promise<boolean> {
    await this.sending;
    if (!this.entries.some((one) => one.id === id)) return false;
    await this.remove([id]);
    return true;
  }

  /** Sends a little later: after the answer is drawn, and together with whatever follows right behind. */
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
      try {
        await this.deliver(this.nextBatch());
        this.error = null;
        this.notify();
      } catch (error) {
        this.error = toSyncError(error);
        this.notify();
        return;
      }
    }
  }

  protected async remove(ids: readonly string[]): Promise<void> {
    await this.vault.dropEntries(ids);
    const gone = new Set(ids);
    this.entries = this.entries.filter(({ id }) => !gone.has(id));
  }
}

/** Any error that isn't the service's own comes from this phone's storage. */
export const toSyncError = (error: unknown): ApiError =>
  error instanceof ApiError ? error : new ApiError('这台手机无法保存名单，请检查存储空间', 'storage', false);

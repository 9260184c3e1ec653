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
    while (this.entries.length > 0) {
      const batch = this.entries.slice(0, BATCH);
      try {
        const key = `door-${batch[0]?.id}-${batch.length}`;
        const { results } = await this.api.send(this.sessionId, batch.map(toCheckIn), key);
        await this.remove(batch.map(({ id }) => id));
        // A person admitted on two phones came once: the difference is shown, and nobody is counted twice.
        this.differences = [...this.differences, ...results.filter(({ outcome }) => outcome !== 'checked-in')];
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

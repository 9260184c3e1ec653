/** A round of one list on one phone: the stored list, what was checked, and what still has to be sent. */
import { OnSiteListWire, type OnSiteCheck } from '@yugong/domain/on-site/wire';
import * as v from 'valibot';
import type { ApiError } from '../src/api/api-error';
import { toSyncError } from '../src/offline/outbox';
import type { Vault } from '../src/offline/vault';
import type { OnSiteApi } from './api';
import { OnSiteOutbox } from './outbox';

export interface RoundState {
  list: OnSiteListWire | null;
  /** Stations that were checked, by whoever has the link. */
  checked: ReadonlySet<string>;
  unsentCount: number;
  refused: OnSiteOutbox['refused'];
  /** Why list or checks aren't up to date; null where they are, or nothing was tried yet. */
  error: ApiError | null;
}

export class OnSiteRound {
  private list: OnSiteListWire | null = null;
  private error: ApiError | null = null;
  private readonly outbox: OnSiteOutbox;
  private readonly listeners = new Set<() => void>();
  private snapshot: RoundState;

  constructor(
    private readonly listId: string,
    private readonly vault: Vault,
    private readonly api: OnSiteApi,
  ) {
    this.outbox = new OnSiteOutbox(
      listId,
      vault,
      api,
      (stationIds) => this.noteChecked(stationIds),
      () => this.notify(),
    );
    this.snapshot = this.takeSnapshot();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  state = (): RoundState => this.snapshot;

  /** Loads what is stored on the phone. What the service takes no more is destroyed. */
  async open(): Promise<void> {
    const stored = await this.vault.roster(this.listId);
    const read = stored ? v.safeParse(OnSiteListWire, stored.value) : null;
    await this.outbox.open();
    if (read?.success && Date.parse(read.output.sendUntil) > Date.now()) this.list = read.output;
    else if (stored) {
      await this.vault.forget(this.listId);
      for (const { id } of this.outbox.list()) await this.outbox.drop(id);
    }
    this.notify();
  }

  /** Sends what is unsent. */
  push = (): Promise<void> => this.outbox.push();

  /** Sends what is unsent, then fetches the list anew. */
  async refresh(): Promise<void> {
    await this.outbox.push();
    try {
      const list = await this.api.list();
      await this.vault.storeRoster(this.listId, list);
      this.list = list;
      this.error = null;
    } catch (error) {
      this.error = toSyncError(error);
    }
    this.notify();
  }

  /** Records a check on the phone, then sends it as soon as that can be. @throws where the phone can't store it */
  async record(check: OnSiteCheck): Promise<void> {
    await this.outbox.add(check);
    this.notify();
    this.outbox.pushSoon();
  }

  private async noteChecked(stationIds: readonly string[]): Promise<void> {
    if (!this.list) return;
    this.list = { ...this.list, checked: [...new Set([...this.list.checked, ...stationIds])] };
    await this.vault.storeRoster(this.listId, this.list);
  }

  private notify(): void {
    this.snapshot = this.takeSnapshot();
    for (const listener of this.listeners) listener();
  }

  private takeSnapshot(): RoundState {
    const { outbox, list } = this;
    const unsent = outbox.list();
    return {
      list,
      checked: new Set([...(list?.checked ?? []), ...unsent.map(({ stationId }) => stationId)]),
      unsentCount: unsent.length,
      refused: outbox.refused,
      error: outbox.error ?? this.error,
    };
  }
}

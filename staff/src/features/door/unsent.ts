/**
 * Check-ins on this phone that the service doesn't know yet: written down sealed before anybody is told, sent a batch
 * after the other once there is a network, as often as it takes.
 */
import * as v from 'valibot';
import type { CheckInResult } from '@yugong/domain/check-in/wire';
import { Refusal } from '../../api/refusal';
import type { DoorApi } from './api';
import { Entry, onWire } from './entry';
import type { Vault } from './vault';

const BATCH = 200;
const SOON_MS = 400;

export class Unsent {
  private entries: Entry[] = [];
  private sending: Promise<void> | null = null;
  private order = Date.now();
  private soon: ReturnType<typeof setTimeout> | undefined;
  /** What the service saw differently when it was told. */
  differences: CheckInResult[] = [];
  /** Why they are not sent; null where they are, or nothing was tried. */
  trouble: Refusal | null = null;

  constructor(
    private readonly sessionId: string,
    private readonly vault: Vault,
    private readonly api: Pick<DoorApi, 'send'>,
    private readonly changed: () => void,
  ) {}

  /** What was left here when the page was closed. */
  async open(): Promise<void> {
    this.entries = v.parse(v.array(Entry), await this.vault.entries(this.sessionId));
  }

  list = (): readonly Entry[] => this.entries;

  /** @throws where the phone can't keep it */
  async add(entry: Entry): Promise<void> {
    await this.vault.keepEntry({ id: entry.id, sessionId: this.sessionId, order: (this.order += 1) }, entry);
    this.entries = [...this.entries, entry];
  }

  /** Takes one back that waits here. @returns false where it has been sent */
  async drop(id: string): Promise<boolean> {
    await this.sending;
    if (!this.entries.some((one) => one.id === id)) return false;
    await this.forget([id]);
    return true;
  }

  /** When the answer has been drawn, and together with whoever comes in right behind. */
  pushSoon(): void {
    clearTimeout(this.soon);
    this.soon = setTimeout(() => void this.push(), SOON_MS);
  }

  /** One at a time, whoever asks. */
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
        const { results } = await this.api.send(this.sessionId, batch.map(onWire), key);
        await this.forget(batch.map(({ id }) => id));
        // Let in at two doors is one person who came once: said, not counted twice.
        this.differences = [...this.differences, ...results.filter(({ outcome }) => outcome !== 'checked-in')];
        this.trouble = null;
        this.changed();
      } catch (error) {
        this.trouble = asRefusal(error);
        this.changed();
        return;
      }
    }
  }

  private async forget(ids: readonly string[]): Promise<void> {
    await this.vault.dropEntries(ids);
    const gone = new Set(ids);
    this.entries = this.entries.filter(({ id }) => !gone.has(id));
  }
}

/** What isn't the service's own refusal is this phone's storage. */
export const asRefusal = (error: unknown): Refusal =>
  error instanceof Refusal ? error : new Refusal('这台手机存不了名单，请检查存储空间', 'storage', false);

/** Check-ins on this phone that the service doesn't know yet, and those of which it thinks otherwise. */
import * as v from 'valibot';
import type { CheckInResult } from '@yugong/domain/check-in/wire';
import { Outbox } from '../../offline/outbox';
import type { Vault } from '../../offline/vault';
import type { CheckInApi } from './api';
import { PendingCheckIn, toCheckIn } from './pending-check-in';

const BATCH = 200;

export class CheckInOutbox extends Outbox<PendingCheckIn> {
  /** Check-ins that the service judged differently. */
  differences: CheckInResult[] = [];

  constructor(
    private readonly sessionId: string,
    vault: Vault,
    private readonly api: Pick<CheckInApi, 'send'>,
    notify: () => void,
  ) {
    super(sessionId, vault, notify);
  }

  protected override read(stored: readonly unknown[]): PendingCheckIn[] {
    return v.parse(v.array(PendingCheckIn), stored);
  }

  override unsent(): readonly PendingCheckIn[] {
    return this.list().filter(({ undecided }) => !undecided);
  }

  /** Those that the service found to be of another day, and that a person decides about. */
  undecided = (): readonly PendingCheckIn[] => this.list().filter(({ undecided }) => undecided);

  /** A person says that somebody was at this session. */
  async confirm(id: string): Promise<void> {
    await this.change(id, { undecided: false, confirmed: true });
    await this.push();
  }

  protected override nextBatch(): readonly PendingCheckIn[] {
    return this.unsent().slice(0, BATCH);
  }

  protected override async deliver(batch: readonly PendingCheckIn[]): Promise<void> {
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
  }
}

/** Checks on this phone that the service doesn't have yet, and those that it refused. */
import { OnSiteCheck, type CheckRefusal } from '@yugong/domain/on-site/wire';
import * as v from 'valibot';
import { Outbox } from '../src/offline/outbox';
import type { Vault } from '../src/offline/vault';
import type { OnSiteApi } from './api';

const BATCH = 40;

export class OnSiteOutbox extends Outbox<OnSiteCheck> {
  /** Checks of which the service kept nothing, and why. */
  refused: { stationId: string; refusal: CheckRefusal }[] = [];

  constructor(
    listId: string,
    vault: Vault,
    private readonly api: Pick<OnSiteApi, 'send'>,
    private readonly sent: (stationIds: readonly string[]) => Promise<void>,
    notify: () => void,
  ) {
    super(listId, vault, notify);
  }

  protected override read(stored: readonly unknown[]): OnSiteCheck[] {
    return v.parse(v.array(OnSiteCheck), stored);
  }

  /** As many as go together: pictures are large, and each is the last of its batch. */
  protected override nextBatch(): readonly OnSiteCheck[] {
    const unsent = this.unsent().slice(0, BATCH);
    const picture = unsent.findIndex(({ photo }) => photo !== null);
    return picture < 0 ? unsent : unsent.slice(0, picture + 1);
  }

  protected override async deliver(batch: readonly OnSiteCheck[]): Promise<void> {
    const { results } = await this.api.send(batch);
    const refusals = new Map(
      results.flatMap(({ id, outcome, refusal }) =>
        outcome === 'refused' ? [[id, refusal ?? 'not-on-list'] as const] : [],
      ),
    );
    const refused = batch.flatMap(({ id, stationId }) => {
      const refusal = refusals.get(id);
      return refusal === undefined ? [] : [{ stationId, refusal }];
    });
    await this.sent(batch.flatMap(({ id, stationId }) => (refusals.has(id) ? [] : [stationId])));
    await this.remove(batch.map(({ id }) => id));
    this.refused = [...this.refused, ...refused];
  }
}

/** Commits batches of commands on one connection: each a transaction, with an audit chain of the connection's own. */
import type { Client } from 'pg';
import type { Outcome } from '@yugong/domain/registration';
import { newSecret } from '../../crypto/ids';
import { StorageFailure, type FailureKind } from '../../kernel/storage-failure';
import type { Submission } from '../../kernel/store';
import { AuditChain } from '../audit';
import { failureOf } from '../failure';
import { BatchConnection, refuseAsynchronous, transaction } from './connection';
import { PostgresEngine } from './registration-engine';

export interface CommitterOptions {
  url: string;
  auditKey: Buffer;
  now: () => number;
  /** Is the database a cluster's, which has to be synchronous? */
  isCluster: boolean;
}

/** Rows of a table of the session's own that need a few pages of disk, which are given back when the transaction ends. */
const ROOM = 8000;

/** What another connection may do better: after a failover it leads to another server. */
const ELSEWHERE: ReadonlySet<FailureKind> = new Set(['unavailable', 'unreplicated', 'read-only']);

export class Committer {
  private readonly connection: BatchConnection;
  private readonly chain: AuditChain;
  private readonly engine: PostgresEngine;
  private readonly now: () => number;
  private readonly isCluster: boolean;
  private last: Promise<unknown> = Promise.resolve();

  constructor({ url, auditKey, now, isCluster }: CommitterOptions) {
    this.connection = new BatchConnection(url);
    this.chain = new AuditChain(auditKey, newSecret(9));
    this.engine = new PostgresEngine(this.chain);
    this.now = now;
    this.isCluster = isCluster;
  }

  /**
   * All commands in one transaction, or none. A connection may have broken for itself (a proxy, a restart), so one more try
   * on a new one tells.
   *
   * @throws StorageFailure where nothing was kept, or it isn't known whether anything was
   */
  commit(batch: readonly Submission[]): Promise<Outcome[]> {
    return this.inTurn(async () => {
      try {
        return await this.tryCommit(batch);
      } catch (error) {
        if (failureOf(error).kind !== 'unavailable') throw failureOf(error);
        return await this.tryCommit(batch).catch((again: unknown) => {
          throw failureOf(again);
        });
      }
    });
  }

  /**
   * Asks this very connection, between two batches, whether the database takes writes and has room for them.
   *
   * @throws StorageFailure where it doesn't
   */
  check(): Promise<void> {
    return this.inTurn(() =>
      this.onConnection(async (client) => {
        const { rows } = await client.query<{ ro: string }>("select current_setting('transaction_read_only') as ro");
        if (rows[0]?.ro === 'on') throw new StorageFailure('read-only', 'the server takes no writes');
        if (this.isCluster) await refuseAsynchronous(client);
        await client.query('create temp table if not exists room (n int) on commit delete rows');
        await client.query('insert into room select generate_series(1, $1::int)', [ROOM]);
      }),
    );
  }

  /** Gives the connection up; the next batch makes another. */
  rest(): Promise<void> {
    return this.inTurn(() => this.connection.close());
  }

  private tryCommit(batch: readonly Submission[]): Promise<Outcome[]> {
    const head = this.chain.mark();
    return this.onConnection(
      (client) => transaction(client, () => this.engine.run(client, batch, this.now()), { isCluster: this.isCluster }),
      () => this.chain.reset(head),
    );
  }

  private async onConnection<T>(work: (client: Client) => Promise<T>, undo = (): void => undefined): Promise<T> {
    const client = await this.connection.get();
    try {
      return await work(client);
    } catch (error) {
      undo();
      const failure = failureOf(error);
      if (ELSEWHERE.has(failure.kind)) {
        this.connection.drop();
        // The commit may have arrived though its answer didn't.
        this.chain.restart(newSecret(9));
      }
      throw failure;
    }
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work, work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

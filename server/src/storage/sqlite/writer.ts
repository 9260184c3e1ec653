/** The one connection that writes, with its transactions. Runs in a thread of its own: fsync would hold up every request. */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { defined } from '@yugong/domain/narrow';
import { AuditChain } from '../audit';
import type { Settled } from '../batcher';
import { commandsOf, retryIndividually, type Job, type JobResult } from '../jobs';
import type { Written } from '../../kernel/store';
import { Statements, openDatabase, type Value } from './database';
import { markClosed, markOpen } from './generation';
import { SqliteEngine } from './registration-engine';

/**
 * Pages of log after which it is moved into the database: 32 MB, a second and a half of the worst rush. A thread of its
 * own for that took a quarter more work, since it moves the same pages every time, and made no commit quicker.
 */
const LOG_LIMIT = 8_000;

export class SqliteWriter {
  private readonly db: DatabaseSyncInstance;
  private readonly chain: AuditChain;
  private readonly engine: SqliteEngine;
  private readonly statements: Statements;

  constructor(file: string, auditKey: Buffer) {
    this.db = openDatabase(file);
    this.db.exec(`pragma wal_autocheckpoint = ${LOG_LIMIT}`);
    markOpen(this.db);
    const last = this.db.prepare("select seq, hash from audit where chain = 'main' order by seq desc limit 1").get();
    this.chain = new AuditChain(auditKey, 'main', last as { seq: number; hash: string } | undefined);
    this.engine = new SqliteEngine(this.db, this.chain);
    this.statements = new Statements(this.db);
  }

  async run(jobs: Job[], now: number): Promise<Settled<JobResult>[]> {
    try {
      return this.commitTogether(jobs, now).map((ok) => ({ ok }));
    } catch (failure) {
      return retryIndividually(jobs, failure, (job) => defined(this.commitTogether([job], now)[0]));
    }
  }

  private commitTogether(jobs: Job[], now: number): JobResult[] {
    const head = this.chain.mark();
    this.db.exec('begin immediate');
    try {
      const submissions = commandsOf(jobs);
      const outcomes = submissions.length > 0 ? this.engine.run(submissions, now) : [];
      let next = 0;
      const results = jobs.map((job) => (job.type === 'command' ? defined(outcomes[next++]) : this.write(job, now)));
      this.db.exec('commit');
      return results;
    } catch (error) {
      this.chain.reset(head);
      if (this.db.isTransaction) this.db.exec('rollback');
      throw error;
    }
  }

  /** All of a job's statements or none, without touching the rest of the batch. */
  private write({ statements, audit }: Extract<Job, { type: 'write' }>, now: number): Written {
    const head = this.chain.mark();
    this.db.exec('savepoint job');
    const changes: number[] = [];
    for (const [at, { sql, parameters, changes: expected }] of statements.entries()) {
      const changed = Number(this.statements.get(sql).run(...(parameters as Value[])).changes);
      if (expected !== undefined && changed !== expected) {
        this.db.exec('rollback to job; release job');
        this.chain.reset(head);
        return { done: false, at };
      }
      changes.push(changed);
    }
    this.engine.audit(audit, now);
    this.db.exec('release job');
    return { done: true, changes };
  }

  /** Empties the log into the database and cuts it to nothing. */
  truncateLog(): void {
    this.db.exec('pragma wal_checkpoint(truncate)');
  }

  /** Leaves one file that is whole: a copy of it without the log loses nothing. */
  close(): void {
    markClosed(this.db);
    this.db.close();
  }
}

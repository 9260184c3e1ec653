/** Plain statements in a transaction, with their audit. */
import type { Client, PoolClient } from 'pg';
import { newSecret } from '../../crypto/ids';
import type { AuditChain } from '../audit';
import { failureOf, isFatal } from '../failure';
import type { AuditEntry, Statement, Written } from '../../kernel/store';
import { transaction } from './connection';
import { AUDIT } from './registration-engine';

export interface Pooled {
  connect(): Promise<PoolClient>;
}

/** A transaction of plain statements; thrice where another process was in the way. */
export async function write(
  pool: Pooled,
  statements: Statement[],
  audit: AuditEntry[],
  chain: AuditChain,
  { now, isCluster }: { now: () => number; isCluster: boolean },
  tries = 3,
): Promise<Written> {
  const client = await pool.connect();
  const head = chain.mark();
  let broken: Error | undefined;
  try {
    return await transaction(client, () => runAll(client, statements, audit, chain, now()), { isCluster });
  } catch (error) {
    chain.reset(head);
    if (error instanceof Missed) return { done: false, at: error.at };
    const { kind } = failureOf(error);
    if (isFatal(kind)) {
      broken = error as Error;
      chain.restart(newSecret(9));
    }
    if (kind !== 'conflict' || tries === 1) throw error;
  } finally {
    client.release(broken);
  }
  return write(pool, statements, audit, chain, { now, isCluster }, tries - 1);
}

class Missed extends Error {
  constructor(readonly at: number) {
    super('changed another number of rows');
  }
}

async function runAll(
  client: PoolClient | Client,
  statements: Statement[],
  audit: AuditEntry[],
  chain: AuditChain,
  now: number,
): Promise<Written> {
  const changes: number[] = [];
  for (const [at, { sql, parameters, changes: expected }] of statements.entries()) {
    const { rowCount } = await client.query(sql, [...parameters]);
    if (expected !== undefined && rowCount !== expected) throw new Missed(at);
    changes.push(rowCount ?? 0);
  }
  if (audit.length > 0) await client.query(AUDIT, [JSON.stringify(chain.link(audit, now))]);
  return { done: true, changes };
}

/**
 * The audit trail: each entry's hash covers the one before, keyed, so that whoever edits the table without the
 * key is found out. A process writes its own chain; processes need not wait for each other.
 */
import { keyed } from '../crypto/ids';
import type { AuditRow } from '../kernel/schema';
import type { AuditEntry } from '../kernel/store';

interface Head {
  seq: number;
  hash: string;
}

export class AuditChain {
  constructor(
    private readonly key: Buffer,
    private chain: string,
    private head: Head = { seq: 0, hash: '' },
  ) {}

  /** Where the chain stands, to come back to when a transaction is rolled back. */
  mark(): Head {
    return this.head;
  }

  reset(head: Head): void {
    this.head = head;
  }

  /** Begins another chain, where it isn't known whether the last rows were kept. */
  restart(chain: string): void {
    this.chain = chain;
    this.head = { seq: 0, hash: '' };
  }

  /** The next rows. */
  link(entries: AuditEntry[], now: number): AuditRow[] {
    return entries.map(({ actor, action, subject, detail }): AuditRow => {
      const seq = this.head.seq + 1;
      const row = { chain: this.chain, seq, at: now, actor, action, subject, detail: JSON.stringify(detail) };
      this.head = { seq, hash: hashOf(this.key, this.head.hash, row) };
      return { ...row, hash: this.head.hash };
    });
  }
}

type Unhashed = Omit<AuditRow, 'hash'>;

const hashOf = (key: Buffer, before: string, row: Unhashed): string =>
  keyed(key, before, row.chain, `${row.seq}`, `${row.at}`, row.actor, row.action, row.subject ?? '', row.detail);

/** Is a row as it was written, after the one before it in its chain? */
export const isLinked = (key: Buffer, before: AuditRow | undefined, row: AuditRow): boolean =>
  (row.seq === 1 || before !== undefined) && row.hash === hashOf(key, before?.hash ?? '', row);

/** The first row that is not as it was written, or whose predecessor is missing; null where all is well. */
export function brokenLink(key: Buffer, rows: AuditRow[]): AuditRow | null {
  const heads = new Map<string, AuditRow>();
  for (const row of [...rows].sort((a, b) => a.seq - b.seq)) {
    const before = heads.get(row.chain);
    if (row.seq !== (before?.seq ?? 0) + 1 || row.hash !== hashOf(key, before?.hash ?? '', row)) return row;
    heads.set(row.chain, row);
  }
  return null;
}

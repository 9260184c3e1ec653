/**
 * The audit trail: each entry's hash covers the one before, keyed, so that whoever edits the table without the
 * key is found out. A process writes its own chain; processes need not wait for each other.
 */
import { keyed } from '../crypto/ids';
import type { AuditRow } from './schema';
import type { AuditEntry } from './store';

export class AuditChain {
  constructor(
    private readonly key: Buffer,
    readonly chain: string,
    private seq = 0,
    private hash = '',
  ) {}

  /** The next rows. They only count once {@link commit} is called; a batch that fails leaves no trace. */
  link(entries: AuditEntry[], now: number): { rows: AuditRow[]; commit: () => void } {
    let { seq, hash } = this;
    const rows = entries.map((entry): AuditRow => {
      seq += 1;
      const row = { ...entry, detail: JSON.stringify(entry.detail), chain: this.chain, seq, at: now };
      hash = hashOf(this.key, hash, row);
      return { ...row, hash };
    });
    return {
      rows,
      commit: () => {
        this.seq = seq;
        this.hash = hash;
      },
    };
  }
}

type Unhashed = Omit<AuditRow, 'hash'>;

const hashOf = (key: Buffer, before: string, row: Unhashed): string =>
  keyed(key, before, row.chain, `${row.seq}`, `${row.at}`, row.actor, row.action, row.subject ?? '', row.detail);

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

/**
 * Asks every server by itself, past HAProxy, to write: only a primary does, and where two did at one time, the later one's
 * answer and the earlier one's are both here.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';
import { NUMBERS, portsOf, type ClusterLayout, type NodeNumber } from '../layout';
import { administrator, query } from './database';

const EVERY = 100;
const TABLE = 'create table if not exists witness (id text primary key)';
// A timeline is a primary's reign: it grows by one with every promotion.
const WRITE = `insert into witness (id) values ($1) returning ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::int as timeline`;

interface Written {
  id: string;
  node: NodeNumber;
  timeline: number;
  sentAt: number;
  answeredAt: number;
}

export class Witness {
  private readonly written: Written[] = [];
  private readonly askers: Promise<void>[] = [];
  private isOver = false;

  private constructor(
    private readonly layout: ClusterLayout,
    private readonly round: string,
  ) {}

  static async start(layout: ClusterLayout, round: string): Promise<Witness> {
    await query(layout, TABLE);
    const witness = new Witness(layout, round);
    witness.askers.push(...NUMBERS.map((node) => witness.watch(node)));
    return witness;
  }

  private async watch(node: NodeNumber): Promise<void> {
    let client: Client | null = null;
    for (let n = 0; !this.isOver; n += 1) {
      try {
        client ??= await administrator(this.layout, portsOf(this.layout).postgres(node));
        const { rows: roles } = await client.query<{ standby: boolean }>('select pg_is_in_recovery() as standby');
        if (roles[0]?.standby !== false) {
          await wait(EVERY);
          continue;
        }
        const id = `${this.round}-${node}-${n}`;
        const sentAt = Date.now();
        const { rows } = await client.query<{ timeline: number }>(WRITE, [id]);
        const [row] = rows;
        if (row) this.written.push({ id, node, timeline: row.timeline, sentAt, answeredAt: Date.now() });
      } catch {
        // A replica refuses, a dead server doesn't answer; what was sent may have got no answer, so the connection goes.
        void client?.end().catch(() => undefined);
        client = null;
      }
      await wait(EVERY);
    }
    await client?.end().catch(() => undefined);
  }

  /**
   * @returns how many writes were acknowledged, how many of them aren't there, and how many an old primary acknowledged
   *   that were sent only after a newer one had acknowledged something
   */
  async stop(): Promise<{ written: number; lost: number; byTwo: number }> {
    this.isOver = true;
    await Promise.all(this.askers);
    const rows = await query<{ id: string }>(this.layout, 'select id from witness');
    const stored = new Set(rows.map(({ id }) => id));
    const byTwo = this.written.filter((old) =>
      this.written.some((other) => other.timeline > old.timeline && other.answeredAt < old.sentAt),
    );
    return {
      written: this.written.length,
      lost: this.written.filter(({ id }) => !stored.has(id)).length,
      byTwo: byTwo.length,
    };
  }
}

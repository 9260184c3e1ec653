/** Candidates of stations: proposed once each, whatever proposes them and however often. */
import type { NewCandidate } from '@yugong/domain/station-candidate';
import { newId } from '../crypto/ids';
import type { Service } from '../kernel/context';
import type { StationCandidateRow } from '../kernel/schema';
import { statement, type AuditEntry, type Statement } from '../kernel/store';

/** Keys that one question looks up: SQLite takes some 32,000 parameters, and nobody has more than a page of them. */
const KEYS_AT_ONCE = 500;
/** Somebody else may propose the same between the look and the write; twice running is a fault. */
const TRIES = 3;

export interface CandidatesProposed {
  /** How many are new. */
  added: number;
  /** How many were proposed before, with the same key. */
  known: number;
}

/**
 * Proposes something of stations that are published already; nothing of them changes before somebody accepts it. All of it
 * is written with an entry in the audit for each, or nothing. What was proposed before, by its key, isn't proposed again, so
 * that a list which is sent twice does no harm.
 *
 * Whether the stations are there, and whose they are, is the caller's to know.
 *
 * @param by who proposes, as the audit names them: `staff:…`, or `visit:…` with the link of a volunteer
 * @param beside statements of the caller's for the same transaction
 * @example await proposeCandidates(service, { candidates: [{ stationId, proposal: { field: 'anyoneMayEnter', value: 'yes' }, origin, doubts: [], key }], by: `visit:${link}` })
 */
export async function proposeCandidates(
  service: Pick<Service, 'store' | 'now'>,
  { candidates, by, beside = [] }: { candidates: readonly NewCandidate[]; by: string; beside?: readonly Statement[] },
): Promise<CandidatesProposed> {
  const { store } = service;
  for (let tries = 1; ; tries++) {
    const known = await knownKeys(
      service,
      candidates.map(({ key }) => key),
    );
    const fresh = new Map<string, NewCandidate>();
    for (const one of candidates) if (!known.has(one.key)) fresh.set(one.key, one);
    const rows = [...fresh.values()].map((one) => candidateRow(one, service.now()));
    const statements = rows.map((row) =>
      statement(
        store.read
          .insertInto('station_candidates')
          .values(row)
          .onConflict((conflict) => conflict.doNothing()),
        1,
      ),
    );
    const written = await store.write(
      [...statements, ...beside],
      rows.map((row) => proposedEntry(row, by)),
    );
    if (written.done) return { added: rows.length, known: candidates.length - rows.length };
    if (written.at >= statements.length || tries === TRIES) throw new Error('candidates could not be written');
  }
}

async function knownKeys({ store }: Pick<Service, 'store'>, keys: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (let at = 0; at < keys.length; at += KEYS_AT_ONCE) {
    const rows = await store.read
      .selectFrom('station_candidates')
      .select('unique_key')
      .where('unique_key', 'in', keys.slice(at, at + KEYS_AT_ONCE))
      .execute();
    for (const { unique_key } of rows) known.add(unique_key);
  }
  return known;
}

function candidateRow(candidate: NewCandidate, now: number): StationCandidateRow {
  const { stationId, proposal, origin, doubts, isRefused = false, key } = candidate;
  return {
    id: newId(now),
    station_id: stationId,
    field: proposal.field,
    value: JSON.stringify(proposal.value),
    origin: JSON.stringify(origin),
    doubts: JSON.stringify(doubts),
    state: isRefused ? 'rejected' : 'open',
    unique_key: key,
    created_at: now,
    decided_by: null,
    decided_at: isRefused ? now : null,
    accepted_value: null,
  };
}

const proposedEntry = (row: StationCandidateRow, by: string): AuditEntry => ({
  actor: by,
  action: 'station.candidate-proposed',
  subject: row.station_id,
  detail: { candidate: row.id, field: row.field },
});

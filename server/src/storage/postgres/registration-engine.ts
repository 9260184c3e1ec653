/**
 * The engine on PostgreSQL: sessions are locked first, in id order, and only then is anything else read, so that
 * what is decided still holds when it is written. A batch takes four to seven round trips, whatever its size.
 */
import type { ClientBase } from 'pg';
import {
  activeKeyTakenBy,
  byTurn,
  countPerson,
  decide,
  emptyState,
  holdersOf,
  limitKeyTakenBy,
  quotaKey,
  namedRowsOf,
  type Command,
  type EngineState,
  type Outcome,
} from '@yugong/domain/registration';
import type { AuditChain } from '../audit';
import { waitlistReach, sessionIds } from '../jobs';
import {
  CHANGING_COLUMNS,
  correctedRows,
  ENGINE_COLUMNS,
  fromRegistration,
  HOLDER_COLUMNS,
  holdsBegun,
  keyReleasesFirst,
  LOCKED_SESSION_COLUMNS,
  toAudit,
  toHolding,
  toNotices,
  toRegistration,
  toSession,
  type EngineColumns,
  type HolderColumns,
  type LockedSessionRow,
} from '../rows';
import type { IdempotencyRow } from '../../kernel/schema';
import type { AuditEntry, Submission } from '../../kernel/store';

/** Any number, alike in all processes: it keeps these locks apart from others. */
const HOLDING = 7_205_761;

const recordsOf = (table: string, parameter: string): string => `json_populate_recordset(null::${table}, ${parameter})`;

const LOCK = `select ${LOCKED_SESSION_COLUMNS} from sessions s join programmes p on p.id = s.programme_id where s.id = any($1::text[]) order by s.id for update of s`;
// Sessions that share a quota are locked apart from each other: whoever changes one of them holds their programme too.
const LOCK_QUOTAS = 'select id from programmes where id = any($1::text[]) order by id for no key update';
const QUOTAS =
  'select programme_id, adcode, sum(held)::int as held from sessions where programme_id = any($1::text[]) group by programme_id, adcode';
const ROWS = `select ${ENGINE_COLUMNS} from registrations where active_key = any($1::text[]) or id = any($2::text[]) or limit_key = any($3::text[])`;
const ANSWERS = 'select id, fingerprint, answer from idempotency where id = any($1::text[])';
// Sign-ups to different sessions lock nothing in common: who holds the account's, the number's or the device's lock counts for it.
const LOCK_HOLDERS = `select pg_advisory_xact_lock(hashtextextended(key, ${HOLDING}))
  from (select distinct key from unnest($1::text[]) as key order by key) as keys`;
const HOLDERS = `select ${HOLDER_COLUMNS} from registrations where status <> 'cancelled' and person_key is not null
  and (account_id = any($1::text[]) or phone_key = any($2::text[]) or device_key = any($3::text[]))`;
const OFFERS = `select ${ENGINE_COLUMNS} from registrations where session_id = any($1::text[]) and status = 'waitlist' and offer_until is not null`;
const waitlisted = (whose: string): string => `(select ${ENGINE_COLUMNS} from registrations
  where session_id = need.id and status = 'waitlist' and offer_until is null and ${whose} order by place limit need.reach)`;
// The head of each waiting list, in two steps that each have an index: who was displaced, then the others.
const WAITLISTS = `select r.* from unnest($1::text[], $2::int[]) as need(id, reach) cross join lateral (
  ${waitlisted('displaced_at is not null')} union all ${waitlisted('displaced_at is null')}) r`;
const CHANGE = `update registrations r set ${CHANGING_COLUMNS.map((name) => `${name} = x.${name}`).join(', ')}
  from ${recordsOf('registrations', '$1')} x where r.id = x.id`;
const CORRECT = `update registrations r set sealed = x.sealed, own_phone = x.own_phone from ${recordsOf('registrations', '$1')} x where r.id = x.id`;
const BEGIN_HOLDS = `update notices n set deadline = x.deadline from ${recordsOf('notices', '$1')} x
  where n.registration_id = x.id and n.kind = 'offered' and n.deadline is null`;
const SAVE = `with created as (insert into registrations select * from ${recordsOf('registrations', '$1')}),
  answered as (insert into idempotency select * from ${recordsOf('idempotency', '$2')}),
  audited as (insert into audit select * from ${recordsOf('audit', '$3')}),
  notified as (insert into notices select * from ${recordsOf('notices', '$4')})
  update sessions s set revision = s.revision + case when s.state <> x.state then 1 else 0 end,
    changed_at = case when s.state <> x.state then $6::bigint else s.changed_at end, state = x.state, capacity = x.capacity, waitlist_size = x.waitlist_size, held = x.held, waiting = x.waiting,
    next_place = x.next_place, next_offer_at = x.next_offer_at from ${recordsOf('sessions', '$5')} x where s.id = x.id`;
export const AUDIT = `insert into audit select * from ${recordsOf('audit', '$1')}`;

export class PostgresEngine {
  constructor(private readonly chain: AuditChain) {}

  /** Runs in the caller's transaction. */
  async run(client: ClientBase, submissions: readonly Submission[], now: number): Promise<Outcome[]> {
    const commands = submissions.map(({ command }) => command);
    const decision = decide(await this.read(client, commands, now), commands, now);
    const changed = keyReleasesFirst(decision.changed).map(fromRegistration);
    const freed = changed.filter((row) => row.active_key === null);
    const keyed = changed.filter((row) => row.active_key !== null);
    for (const rows of [freed, keyed]) {
      if (rows.length > 0) await client.query({ name: 'change', text: CHANGE, values: [JSON.stringify(rows)] });
    }
    if (decision.corrected.size > 0) {
      await client.query({ name: 'correct', text: CORRECT, values: [JSON.stringify(correctedRows(decision))] });
    }
    const begun = holdsBegun(decision);
    if (begun.length > 0)
      await client.query({ name: 'begin-holds', text: BEGIN_HOLDS, values: [JSON.stringify(begun)] });
    const loads = new Map(
      submissions.map(({ command, load }) => ['registrationId' in command && command.registrationId, load]),
    );
    const created = decision.created.map((row) => {
      const { sealed = null, consents = '[]', numberKey = null, own_phone = null } = loads.get(row.id) ?? {};
      return { ...fromRegistration(row), sealed, consents, number_key: numberKey, own_phone };
    });
    const answers = [...decision.answers].map(([id, { fingerprint, outcome }]) => ({
      id,
      fingerprint,
      answer: JSON.stringify(outcome),
      created_at: now,
    }));
    const sessions = decision.sessions.map((one) => ({
      id: one.id,
      state: one.state,
      capacity: one.capacity,
      waitlist_size: one.waitlistSize,
      held: one.held,
      waiting: one.waiting,
      next_place: one.nextQueueNumber,
      next_offer_at: one.nextOfferAt,
    }));
    const audit = this.audit(decision.happenings.map(toAudit), now);
    const notices = toNotices(decision.happenings, now);
    if (created.length + answers.length + sessions.length + audit.length > 0) {
      const values = [created, answers, audit, notices, sessions].map((rows) => JSON.stringify(rows));
      await client.query({ name: 'save', text: SAVE, values: [...values, now] });
    }
    return decision.outcomes;
  }

  audit(entries: AuditEntry[], now: number) {
    return this.chain.link(entries, now);
  }

  private async read(client: ClientBase, commands: Command[], now: number): Promise<EngineState> {
    const state = emptyState();
    const locked = await client.query<LockedSessionRow>({ name: 'lock', text: LOCK, values: [sessionIds(commands)] });
    for (const row of locked.rows) state.sessions.set(row.id, { session: toSession(row), waitlist: [], offers: [] });
    await this.readQuotas(client, locked.rows, state);
    const collect = (rows: EngineColumns[]): void => {
      for (const row of rows) {
        if (row.limit_key !== null && row.limit_slot !== null) {
          state.slots.set(row.limit_key, (state.slots.get(row.limit_key) ?? new Set()).add(row.limit_slot));
        }
        if (state.registrations.has(row.id)) continue;
        state.registrations.set(row.id, toRegistration(row));
        if (row.active_key) state.byActiveKey.set(row.active_key, row.id);
      }
    };

    const keys = commands.flatMap(({ key }) => (key === null ? [] : [key]));
    if (keys.length > 0) {
      const stored = await client.query<IdempotencyRow>({ name: 'answers', text: ANSWERS, values: [keys] });
      for (const { id, fingerprint, answer } of stored.rows) {
        state.answers.set(id, { fingerprint, outcome: JSON.parse(answer) as Outcome });
      }
    }
    const activeKeys = commands.map(activeKeyTakenBy).filter((one) => one !== null);
    const ids = commands.flatMap(namedRowsOf);
    const limitKeys = commands.map(limitKeyTakenBy).filter((one) => one !== null);
    if (activeKeys.length + ids.length > 0) {
      const values = [activeKeys, ids, limitKeys];
      collect((await client.query<EngineColumns>({ name: 'rows', text: ROWS, values })).rows);
    }
    await this.readHolders(client, commands, state);
    await this.readLines(client, commands, now, state, collect);
    return state;
  }

  /** The sum is read in a statement after the lock, so that it has what was committed while this one waited. */
  private async readQuotas(client: ClientBase, rows: LockedSessionRow[], state: EngineState): Promise<void> {
    const programmes = [...new Set(rows.filter((row) => row.quotas !== null).map((row) => row.programme_id))];
    if (programmes.length === 0) return;
    await client.query({ name: 'lock-quotas', text: LOCK_QUOTAS, values: [programmes] });
    const sums = await client.query<{ programme_id: string; adcode: string; held: number }>({
      name: 'quotas',
      text: QUOTAS,
      values: [programmes],
    });
    for (const { programme_id, adcode, held } of sums.rows) state.quotas.set(quotaKey(programme_id, adcode), held);
  }

  /** Read in a statement after the lock, so that it has what was committed while this one waited. */
  private async readHolders(client: ClientBase, commands: Command[], state: EngineState): Promise<void> {
    const limited = commands.flatMap((one) => {
      if (one.type !== 'register' || one.by === 'staff') return [];
      const session = state.sessions.get(one.sessionId)?.session;
      if (!session || session.rules.peopleLimit === null) return [];
      const { accountId, phoneKey, deviceKey = null } = one;
      const keys = holdersOf({ programmeId: session.programmeId, accountId, phoneKey, deviceKey });
      return [{ accountId, phoneKey, deviceKey, keys }];
    });
    if (limited.length === 0) return;
    const keys = limited.flatMap((one) => one.keys);
    await client.query({ name: 'lock-holders', text: LOCK_HOLDERS, values: [keys] });
    const phones = limited.flatMap(({ phoneKey }) => (phoneKey === null ? [] : [phoneKey]));
    const devices = limited.flatMap(({ deviceKey }) => (deviceKey === null ? [] : [deviceKey]));
    const values = [limited.map(({ accountId }) => accountId), phones, devices];
    const { rows } = await client.query<HolderColumns>({ name: 'holders', text: HOLDERS, values });
    for (const row of rows) countPerson(state, toHolding(row));
  }

  private async readLines(
    client: ClientBase,
    commands: Command[],
    now: number,
    state: EngineState,
    collect: (rows: EngineColumns[]) => void,
  ): Promise<void> {
    const all = [...state.sessions.values()];
    const due = all.filter(({ session }) => session.nextOfferAt !== null && session.nextOfferAt <= now);
    if (due.length > 0) {
      const values = [due.map(({ session }) => session.id)];
      const { rows } = await client.query<EngineColumns>({ name: 'offers', text: OFFERS, values });
      collect(rows);
      for (const row of rows) state.sessions.get(row.session_id)?.offers.push(row.id);
    }
    const needs = all
      .filter(({ session }) => session.waiting > 0)
      .map(({ session, offers }) => ({ id: session.id, reach: waitlistReach(commands, session, offers.length) }))
      .filter(({ reach }) => reach > 0);
    if (needs.length === 0) return;
    const values = [needs.map(({ id }) => id), needs.map(({ reach }) => reach)];
    const { rows } = await client.query<EngineColumns>({ name: 'waitlists', text: WAITLISTS, values });
    collect(rows);
    const reach = new Map(needs.map((one) => [one.id, one.reach]));
    for (const { id, sessionId } of rows.map(toRegistration).sort(byTurn)) {
      const waitlist = state.sessions.get(sessionId)?.waitlist;
      if (waitlist && waitlist.length < (reach.get(sessionId) ?? 0)) waitlist.push(id);
    }
  }
}

/** The engine on SQLite: reads what a batch needs, writes what was decided. The caller owns the transaction. */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import {
  activeKeyTakenBy,
  countPerson,
  decide,
  emptyState,
  limitKeyTakenBy,
  namedRowsOf,
  type EngineState,
  type Outcome,
  type Register,
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
import { Statements, type Value } from './database';

const CHANGE = `update registrations set ${CHANGING_COLUMNS.map((name) => `${name} = ?`).join(', ')} where id = ?`;

export class SqliteEngine {
  private readonly statements: Statements;

  constructor(
    db: DatabaseSyncInstance,
    private readonly chain: AuditChain,
  ) {
    this.statements = new Statements(db);
  }

  private all<T>(sql: string, ...parameters: Value[]): T[] {
    return this.statements.get(sql).all(...parameters) as T[];
  }

  private insert(table: string, row: object): void {
    const columns = Object.keys(row);
    const sql = `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`;
    this.statements.get(sql).run(...(Object.values(row) as Value[]));
  }

  run(submissions: Submission[], now: number): Outcome[] {
    const commands = submissions.map(({ command }) => command);
    const decision = decide(this.read(submissions, now), commands, now);
    const loads = new Map(
      submissions.map(({ command, load }) => ['registrationId' in command && command.registrationId, load]),
    );
    for (const row of keyReleasesFirst(decision.changed)) {
      const columns = fromRegistration(row);
      this.statements.get(CHANGE).run(...CHANGING_COLUMNS.map((name) => columns[name]), row.id);
    }
    for (const { id, sealed, own_phone } of correctedRows(decision))
      this.statements.get('update registrations set sealed = ?, own_phone = ? where id = ?').run(sealed, own_phone, id);
    for (const row of decision.created) {
      const { sealed = null, consents = '[]', numberKey = null, own_phone = null } = loads.get(row.id) ?? {};
      this.insert('registrations', { ...fromRegistration(row), sealed, consents, number_key: numberKey, own_phone });
    }
    for (const {
      id,
      state,
      capacity,
      waitlistSize,
      held,
      waiting,
      nextQueueNumber,
      nextOfferAt,
    } of decision.sessions) {
      this.statements
        .get(
          'update sessions set revision = revision + case when state <> ? then 1 else 0 end, changed_at = case when state <> ? then ? else changed_at end, state = ?, capacity = ?, waitlist_size = ?, held = ?, waiting = ?, next_place = ?, next_offer_at = ? where id = ?',
        )
        .run(state, state, now, state, capacity, waitlistSize, held, waiting, nextQueueNumber, nextOfferAt, id);
    }
    for (const [id, { fingerprint, outcome }] of decision.answers) {
      this.insert('idempotency', { id, fingerprint, answer: JSON.stringify(outcome), created_at: now });
    }
    for (const row of toNotices(decision.happenings, now)) this.insert('notices', row);
    for (const { id, deadline } of holdsBegun(decision)) {
      this.statements
        .get("update notices set deadline = ? where registration_id = ? and kind = 'offered' and deadline is null")
        .run(deadline, id);
    }
    this.audit(decision.happenings.map(toAudit), now);
    return decision.outcomes;
  }

  audit(entries: AuditEntry[], now: number): void {
    for (const row of this.chain.link(entries, now)) this.insert('audit', row);
  }

  private read(submissions: Submission[], now: number): EngineState {
    const commands = submissions.map(({ command }) => command);
    const state = emptyState();
    const take = (rows: EngineColumns[]): string[] =>
      rows.map((row) => {
        if (state.registrations.has(row.id)) return row.id;
        state.registrations.set(row.id, toRegistration(row));
        if (row.active_key) state.byActiveKey.set(row.active_key, row.id);
        return row.id;
      });

    const rows = this.all<LockedSessionRow>(
      `select ${LOCKED_SESSION_COLUMNS} from sessions s join programmes p on p.id = s.programme_id
        where s.id in (select value from json_each(?))`,
      JSON.stringify(sessionIds(commands)),
    );
    const isDue = ({ next_offer_at }: LockedSessionRow): boolean => next_offer_at !== null && next_offer_at <= now;
    const dueOffers = this.readOffers(rows.filter(isDue).map(({ id }) => id));
    for (const row of rows) {
      const { id } = row;
      const offers = take(dueOffers.filter(({ session_id }) => session_id === id));
      const reach = row.waiting > 0 ? waitlistReach(commands, row, offers.length) : 0;
      const waitlist = reach > 0 ? take(this.readWaitlist(id, reach)) : [];
      const session = toSession(row);
      state.sessions.set(id, { session, waitlist, offers });
      if (session.quota && !state.quotas.has(session.quota.key)) {
        const [sum] = this.all<{ held: number }>(
          'select sum(held) as held from sessions where programme_id = ? and adcode = ?',
          row.programme_id,
          row.adcode,
        );
        state.quotas.set(session.quota.key, sum?.held ?? 0);
      }
    }
    for (const command of commands) {
      if (command.key !== null && !state.answers.has(command.key)) {
        const [stored] = this.all<IdempotencyRow>(
          'select fingerprint, answer from idempotency where id = ?',
          command.key,
        );
        if (stored) {
          const outcome = JSON.parse(stored.answer) as Outcome;
          state.answers.set(command.key, { fingerprint: stored.fingerprint, outcome });
        }
      }
      const activeKey = activeKeyTakenBy(command);
      if (activeKey !== null && !state.byActiveKey.has(activeKey)) {
        take(this.all(`select ${ENGINE_COLUMNS} from registrations where active_key = ?`, activeKey));
      }
      for (const id of namedRowsOf(command)) {
        if (!state.registrations.has(id))
          take(this.all(`select ${ENGINE_COLUMNS} from registrations where id = ?`, id));
      }
      if (command.type === 'register') this.readHolders(command, state);
      const limitKey = limitKeyTakenBy(command);
      if (limitKey !== null && !state.slots.has(limitKey)) {
        const taken = this.all<{ limit_slot: number }>(
          'select limit_slot from registrations where limit_key = ?',
          limitKey,
        );
        state.slots.set(limitKey, new Set(taken.map((one) => one.limit_slot)));
      }
    }
    return state;
  }

  /** The offers of sessions in which one may have lapsed, in one query however many sessions there are. */
  private readOffers(sessions: readonly string[]): EngineColumns[] {
    if (sessions.length === 0) return [];
    return this.all(
      `select ${ENGINE_COLUMNS} from registrations where session_id in (select value from json_each(?))
        and status = 'waitlist' and offer_until is not null`,
      JSON.stringify(sessions),
    );
  }

  /** The head of a session's waiting list, in two steps that each have an index: who was displaced, then the others. */
  private readWaitlist(sessionId: string, reach: number): EngineColumns[] {
    const waitlisted = `select ${ENGINE_COLUMNS} from registrations where session_id = ? and status = 'waitlist'`;
    const read = (whose: string): EngineColumns[] =>
      this.all(`${waitlisted} and offer_until is null and ${whose} order by place limit ?`, sessionId, reach);
    return [...read('displaced_at is not null'), ...read('displaced_at is null')].slice(0, reach);
  }

  /** Whom the command's account, telephone number and device hold places for in its programme, where that is limited. */
  private readHolders({ sessionId, accountId, phoneKey, deviceKey = null, by }: Register, state: EngineState): void {
    const session = state.sessions.get(sessionId)?.session;
    if (!session || session.rules.peopleLimit === null || by === 'staff') return;
    const active = `select ${HOLDER_COLUMNS} from registrations where programme_id = ? and status <> 'cancelled'`;
    const rows = this.all<HolderColumns>(`${active} and account_id = ?`, session.programmeId, accountId);
    if (phoneKey !== null)
      rows.push(...this.all<HolderColumns>(`${active} and phone_key = ?`, session.programmeId, phoneKey));
    if (deviceKey !== null)
      rows.push(...this.all<HolderColumns>(`${active} and device_key = ?`, session.programmeId, deviceKey));
    for (const row of rows) countPerson(state, toHolding(row));
  }
}

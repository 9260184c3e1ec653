/**
 * The only way from staff to data: every query it hands out has the asker's scope in it already. What is outside
 * cannot be told from what isn't there. Lint keeps the rest of the staff's code away from the store (ADR 0019).
 */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { CollectionName } from '@yugong/content/schema';
import { defined } from '@yugong/domain/narrow';
import type { Command, Outcome } from '@yugong/domain/registration';
import { sessionsOf } from '@yugong/domain/registration';
import { covers, type Belonging, type Scope } from '@yugong/domain/staff-account';
import { ApiProblem } from '../../kernel/problem';
import type { ContentSource } from '../../content';
import type { ProgrammeRow, RegistrationRow, SessionRow } from '../../kernel/schema';
import {
  statement,
  type AuditEntry,
  type Statement,
  type Store,
  type Submission,
  type Written,
} from '../../kernel/store';
import { FIRST_ORGANISATION } from '../../kernel/organisation';

/** Tables whose rows say where they belong. */
type Placed = 'sessions' | 'programmes' | 'legal_aid' | 'complaints';

/** For the files of this folder only, which add what a scope means to tables that have a rule of their own. */
const stores = new WeakMap<Scoped, Store>();
export const storeOf = (scoped: Scoped): Store => defined(stores.get(scoped));

export class Scoped {
  readonly #store: Store;
  readonly #content: ContentSource;
  /** Sessions this request has found in its scope. */
  readonly #known = new Set<string>();

  constructor(
    { store, content }: { store: Store; content: ContentSource },
    readonly staffId: string,
    readonly scope: Scope,
  ) {
    this.#store = store;
    stores.set(this, store);
    this.#content = content;
  }

  private within(table: Placed, { cityToo = false } = {}): RawBuilder<SqlBool> {
    const { organisation, districts } = this.scope;
    const adcode = sql.ref(`${table}.adcode`);
    const mine = districts === null ? null : sql<SqlBool>`${adcode} in (${sql.join(districts)})`;
    const conditions = [
      ...(organisation === null ? [] : [sql<SqlBool>`${sql.ref(`${table}.organisation`)} = ${organisation}`]),
      ...(mine === null ? [] : [cityToo ? sql<SqlBool>`(${mine} or ${adcode} is null)` : mine]),
    ];
    return conditions.length === 0 ? sql<SqlBool>`1 = 1` : sql.join(conditions, sql` and `);
  }

  /** Is it mine to change? */
  covers(at: Belonging): boolean {
    return covers(this.scope, at);
  }

  // What is read.

  sessions() {
    return this.#store.read.selectFrom('sessions').where(this.within('sessions'));
  }

  /** The whole city's programmes are everybody's to read in their organisation. */
  programmes() {
    return this.#store.read.selectFrom('programmes').where(this.within('programmes', { cityToo: true }));
  }

  registrations() {
    const { read } = this.#store;
    return read
      .selectFrom('registrations')
      .where('registrations.session_id', 'in', this.sessions().select('sessions.id'));
  }

  checkIns() {
    const { read } = this.#store;
    return read.selectFrom('check_ins').where('check_ins.session_id', 'in', this.sessions().select('sessions.id'));
  }

  outcomes() {
    const { read } = this.#store;
    return read.selectFrom('outcomes').where('outcomes.session_id', 'in', this.sessions().select('sessions.id'));
  }

  legalAid() {
    return this.#store.read.selectFrom('legal_aid').where(this.within('legal_aid'));
  }

  complaints() {
    return this.#store.read.selectFrom('complaints').where(this.within('complaints'));
  }

  /** What a union published is its own, and what no other union did is the first one's. */
  private ownedRecords(collection: CollectionName) {
    const { organisation } = this.scope;
    const owned = this.#store.read.selectFrom('record_owners').select('record_id').where('collection', '=', collection);
    return organisation === FIRST_ORGANISATION
      ? ({ are: 'not in', query: owned.where('organisation', '!=', FIRST_ORGANISATION) } as const)
      : ({ are: 'in', query: owned.where('organisation', '=', organisation ?? '') } as const);
  }

  /** Tells which of a collection's published records are in one's organisation. */
  async owns(collection: CollectionName): Promise<(id: string) => boolean> {
    if (this.scope.organisation === null) return () => true;
    const { are, query } = this.ownedRecords(collection);
    const ids = new Set((await query.execute()).map(({ record_id }) => record_id));
    return (id) => ids.has(id) === (are === 'in');
  }

  /** Tells which stations are one's own: by organisation and district. */
  async ownsStation(): Promise<(station: { id: string; adcode?: string | undefined }) => boolean> {
    const isOwned = await this.owns('stations');
    const { districts } = this.scope;
    return ({ id, adcode }) =>
      isOwned(id) && (districts === null || (adcode !== undefined && districts.includes(adcode)));
  }

  /** Publications of one's organisation; whoever works for all publishes for the first. */
  publications() {
    const { read } = this.#store;
    const { organisation } = this.scope;
    const publications = read.selectFrom('content_publications');
    if (organisation === null) return publications;
    const members = read.selectFrom('staff').select('staff.id');
    return organisation === FIRST_ORGANISATION
      ? publications.where('by_whom', 'not in', members.where('organisation', '!=', FIRST_ORGANISATION))
      : publications.where('by_whom', 'in', members.where('organisation', '=', organisation));
  }

  /** Reports of one's own stations; those of stations that are gone are the whole city's. */
  reports() {
    const { organisation } = this.scope;
    const all = this.#store.read.selectFrom('station_reports');
    const owned = this.ownedRecords('stations');
    const reports = organisation === null ? all : all.where('station_id', owned.are, owned.query);
    const mine = this.stationsOfDistricts();
    return mine === null ? reports : reports.where('station_id', 'in', mine);
  }

  /** Candidates of one's own stations; those of stations that are gone are the whole city's. */
  stationCandidates() {
    const { organisation } = this.scope;
    const all = this.#store.read.selectFrom('station_candidates');
    const owned = this.ownedRecords('stations');
    const candidates = organisation === null ? all : all.where('station_id', owned.are, owned.query);
    const mine = this.stationsOfDistricts();
    return mine === null ? candidates : candidates.where('station_id', 'in', mine);
  }

  /** Stations of one's districts, never an empty list; null where one has all of them. */
  private stationsOfDistricts(): string[] | null {
    const { districts } = this.scope;
    if (districts === null) return null;
    const mine = this.#content
      .dataset()
      .stations.filter(({ adcode }) => adcode !== undefined && districts.includes(adcode))
      .map(({ id }) => id);
    return mine.length > 0 ? mine : [''];
  }

  jobs() {
    return this.#store.read.selectFrom('staff_jobs').where('staff_jobs.staff_id', '=', this.staffId);
  }

  // Single rows: there, or not found.

  async session(id: string): Promise<SessionRow> {
    const row = await this.sessions().selectAll().where('sessions.id', '=', id).executeTakeFirst();
    if (!row) throw new ApiProblem('not-found');
    this.#known.add(id);
    return row;
  }

  async programme(id: string): Promise<ProgrammeRow> {
    const row = await this.programmes().selectAll().where('programmes.id', '=', id).executeTakeFirst();
    if (!row) throw new ApiProblem('not-found');
    return row;
  }

  async registration(id: string): Promise<RegistrationRow> {
    const row = await this.registrations().selectAll().where('registrations.id', '=', id).executeTakeFirst();
    if (!row) throw new ApiProblem('not-found');
    this.#known.add(row.session_id);
    return row;
  }

  // What is written.

  updateSession(id: string) {
    return this.#store.read.updateTable('sessions').where('sessions.id', '=', id).where(this.within('sessions'));
  }

  /**
   * Deletes a session that nobody is or ever was in, and nobody waits for. Its own counters say so, which the engine
   * changes under the row's lock: a sign-up of this very moment is seen.
   */
  deleteUnusedSession(id: string): Statement {
    const { read } = this.#store;
    const remove = read
      .deleteFrom('sessions')
      .where('sessions.id', '=', id)
      .where(this.within('sessions'))
      .where('next_place', '=', 1)
      .where('held', '=', 0)
      .where('waiting', '=', 0)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('held_registrations').select('id').where('session_id', '=', id))),
      )
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('session_alerts').select('id').where('session_id', '=', id))),
      );
    return statement(remove, 1);
  }

  updateProgramme(id: string) {
    const { read } = this.#store;
    return read.updateTable('programmes').where('programmes.id', '=', id).where(this.within('programmes'));
  }

  /** Forgets what a registration was flagged by; nothing where it isn't of the scope's. */
  forgetFlags(id: string): Statement {
    const { read } = this.#store;
    const ids = this.sessions().select('sessions.id');
    const none = { device_key: null, number_key: null };
    return statement(
      read.updateTable('registrations').set(none).where('id', '=', id).where('session_id', 'in', ids),
      1,
    );
  }

  insertSession(row: SessionRow): Statement {
    this.mustCover(row);
    return statement(this.#store.read.insertInto('sessions').values(row), 1);
  }

  insertProgramme(row: ProgrammeRow): Statement {
    this.mustCover(row);
    return statement(this.#store.read.insertInto('programmes').values(row), 1);
  }

  private mustCover(at: Belonging): void {
    if (!this.covers(at)) throw new ApiProblem('scope-too-wide');
  }

  /** One transaction with its audit. Statements come from here, so they are in scope. */
  write(statements: Statement[], audit: AuditEntry[] = []): Promise<Written> {
    return this.#store.write(statements, audit);
  }

  /** A command to the engine, where every session it touches is in scope. */
  async submit(command: Command, load?: Submission['load']): Promise<Outcome> {
    for (const id of sessionsOf(command)) if (!this.#known.has(id)) await this.session(id);
    return this.#store.submit(load ? { command, load } : { command });
  }

  /** An entry of the audit: who did or saw what, of whom. */
  entry(action: string, subject: string | null, detail: AuditEntry['detail'] = {}): AuditEntry {
    return { actor: `staff:${this.staffId}`, action, subject, detail };
  }

  /** Notes that somebody looked. It is written before they see anything. */
  async saw(action: string, subject: string | null, detail: AuditEntry['detail'] = {}): Promise<void> {
    await this.#store.write([], [this.entry(action, subject, detail)]);
  }

  /**
   * As {@link saw}, of a page that asks again by itself while it is open: what the same person has seen since is not written
   * down once more.
   *
   * @param since in milliseconds
   */
  async sawSince(since: number, action: string, subject: string, detail: AuditEntry['detail']): Promise<void> {
    const before = await this.#store.read
      .selectFrom('audit')
      .select('seq')
      .where('subject', '=', subject)
      .where('action', '=', action)
      .where('actor', '=', `staff:${this.staffId}`)
      .where('at', '>=', since)
      .limit(1)
      .executeTakeFirst();
    if (!before) await this.saw(action, subject, detail);
  }
}

/** The schema's history, oldest first. A step that was released is never edited; add the next. */
import { Migrator, PostgresAdapter, sql, type Kysely, type Migration } from 'kysely';
import type { Tables } from '../kernel/schema';
import { publications, staff } from './staff-tables';
import { index, table } from './create-table';

const first: Migration = {
  async up(db: Kysely<unknown>) {
    await table(db, 'meta', ['name'], { name: 'text', value: 'text' });
    await table(db, 'programmes', ['id'], {
      id: 'text',
      kind: 'text',
      title: 'text',
      summary: 'text',
      organiser: 'text',
      limit_per_person: 'integer?',
      offer_minutes: 'integer?',
      fields: 'text',
      sex: 'text?',
      age_min: 'integer?',
      age_max: 'integer?',
      consents: 'text',
      demo: 'integer',
    });
    await table(db, 'sessions', ['id'], {
      id: 'text',
      programme_id: 'text',
      kind: 'text',
      title: 'text',
      place: 'text',
      adcode: 'text',
      note: 'text?',
      state: 'text',
      capacity: 'integer',
      waitlist_size: 'integer',
      opens_at: 'bigint',
      closes_at: 'bigint',
      cancel_until: 'bigint',
      starts_at: 'bigint',
      ends_at: 'bigint',
      held: 'integer',
      waiting: 'integer',
      next_place: 'integer',
      next_offer_at: 'bigint?',
      demo: 'integer',
    });
    await index(db, 'sessions', ['starts_at']);
    await index(db, 'sessions', ['next_offer_at']);
    await table(db, 'registrations', ['id'], {
      id: 'text',
      session_id: 'text',
      programme_id: 'text',
      account_id: 'text',
      status: 'text',
      place: 'integer',
      offer_until: 'bigint?',
      active_key: 'text?',
      limit_key: 'text?',
      limit_slot: 'integer?',
      sealed: 'text?',
      consents: 'text',
      created_at: 'bigint',
      updated_at: 'bigint',
    });
    // One person once a session, and so often a programme: held by the database, whatever the code thinks.
    await index(db, 'registrations', ['active_key'], { unique: true });
    await index(db, 'registrations', ['limit_key', 'limit_slot'], { unique: true });
    await index(db, 'registrations', ['session_id', 'status', 'place']);
    await index(db, 'registrations', ['account_id']);
    await table(db, 'idempotency', ['id'], { id: 'text', fingerprint: 'text', answer: 'text', created_at: 'bigint' });
    await index(db, 'idempotency', ['created_at']);
    await table(db, 'accounts', ['id'], { id: 'text', kind: 'text', subject: 'text?', created_at: 'bigint' });
    await index(db, 'accounts', ['subject'], { unique: true });
    await table(db, 'account_keys', ['account_id'], { account_id: 'text', kid: 'text', wrapped: 'text' });
    await table(db, 'logins', ['id'], {
      id: 'text',
      account_id: 'text',
      renewal_hash: 'text',
      created_at: 'bigint',
      expires_at: 'bigint',
      revoked_at: 'bigint?',
    });
    await index(db, 'logins', ['account_id']);
    await table(db, 'legal_aid', ['id'], {
      id: 'text',
      account_id: 'text',
      status: 'text',
      topic: 'text',
      sealed: 'text',
      consents: 'text',
      created_at: 'bigint',
      updated_at: 'bigint',
    });
    await index(db, 'legal_aid', ['account_id']);
    await table(db, 'legal_aid_messages', ['id'], {
      id: 'text',
      request_id: 'text',
      author: 'text',
      sealed: 'text',
      created_at: 'bigint',
    });
    await index(db, 'legal_aid_messages', ['request_id']);
    await table(db, 'station_reports', ['id'], {
      id: 'text',
      station_id: 'text',
      account_id: 'text?',
      kind: 'text',
      sealed: 'text?',
      state: 'text',
      created_at: 'bigint',
    });
    await index(db, 'station_reports', ['station_id']);
    await index(db, 'station_reports', ['account_id']);
    await table(db, 'consent_withdrawals', ['id'], { id: 'text', account_id: 'text', purpose: 'text', at: 'bigint' });
    await index(db, 'consent_withdrawals', ['account_id']);
    await table(db, 'audit', ['chain', 'seq'], {
      chain: 'text',
      seq: 'integer',
      at: 'bigint',
      actor: 'text',
      action: 'text',
      subject: 'text?',
      detail: 'text',
      hash: 'text',
    });
    await table(db, 'outbox', ['id'], {
      id: 'text',
      kind: 'text',
      account_id: 'text',
      registration_id: 'text',
      session_id: 'text',
      created_at: 'bigint',
      done_at: 'bigint?',
    });
  },
};

const programmeRules: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('programmes').addColumn('rules', 'text').execute();
  },
};

/** A report has a fate that its sender reads. `new` and `seen` were all there was before. */
const reportFates: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('station_reports').addColumn('reply', 'text').execute();
    await db.schema.alterTable('station_reports').addColumn('updated_at', 'bigint').execute();
    await sql`update station_reports set state = 'received' where state in ('new', 'seen')`.execute(db);
    await index(db, 'station_reports', ['created_at']);
  },
};

const teams: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('programmes').addColumn('team_min', 'integer').execute();
    await db.schema.alterTable('programmes').addColumn('team_max', 'integer').execute();
  },
};

/** A request says where and until when, and somebody has it. `open` was all there was before. */
const legalAidQueue: Migration = {
  async up(db: Kysely<unknown>) {
    for (const column of ['adcode', 'due_day', 'assigned_to'])
      await db.schema.alterTable('legal_aid').addColumn(column, 'text').execute();
    await sql`update legal_aid set status = 'received' where status = 'open'`.execute(db);
    await index(db, 'legal_aid', ['status', 'due_day']);
  },
};

/** What the union publishes without a release: every revision whole. */
const contentVersions: Migration = {
  async up(db: Kysely<unknown>) {
    await table(db, 'content_versions', ['collection', 'revision'], {
      collection: 'text',
      revision: 'integer',
      at: 'bigint',
      by_whom: 'text',
      version: 'text',
      note: 'text?',
      undoes: 'integer?',
      record_count: 'integer',
      records: 'text',
    });
  },
};

/** PostgreSQL keeps samples of a column for its planner, longer than the rows: of a key there must be none. */
const noSamplesOfKeys: Migration = {
  async up(db: Kysely<unknown>) {
    if (db.getExecutor().adapter instanceof PostgresAdapter)
      await sql`alter table account_keys alter column wrapped set statistics 0`.execute(db);
  },
};

const reminders: Migration = {
  async up(db: Kysely<unknown>) {
    await table(db, 'reminders', ['registration_id'], {
      registration_id: 'text',
      account_id: 'text',
      state: 'text',
      session_id: 'text?',
      sealed: 'text?',
      tries: 'integer',
      not_before: 'bigint',
      errcode: 'integer?',
      created_at: 'bigint',
    });
    await index(db, 'reminders', ['account_id']);
    await index(db, 'reminders', ['state', 'not_before']);
  },
};

/** What happened to one registration is asked for by whose it is. Ids grow with time, so rows come in at the tree's end. */
const auditBySubject: Migration = {
  up: (db: Kysely<unknown>) => index(db, 'audit', ['subject']),
};

/** Brings a database up to date; on PostgreSQL several processes may try at once, one does it. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrations = {
    '0001-first': first,
    '0002-programme-rules': programmeRules,
    '0003-report-fates': reportFates,
    '0005-teams': teams,
    '0006-legal-aid-queue': legalAidQueue,
    '0007-content-versions': contentVersions,
    '0008-staff': staff,
    '0009-no-samples-of-keys': noSamplesOfKeys,
    '0010-publications': publications,
    '0011-reminders': reminders,
    '0012-audit-by-subject': auditBySubject,
  };
  const provider = { getMigrations: async () => Promise.resolve(migrations) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) throw error;
}

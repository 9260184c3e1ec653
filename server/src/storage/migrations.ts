/** The schema's history, oldest first. A step that was released is never edited; add the next. */
import { Migrator, PostgresAdapter, sql, type Kysely, type Migration } from 'kysely';
import { PEOPLE_LIMIT } from '@yugong/domain/registration';
import { quotasColumn } from './rows';
import type { Tables } from '../kernel/schema';
import { guardedAccounts, ownedByFirst, publications, staff } from './staff-tables';
import { createIndex, createTable } from './create-table';

const first: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'meta', ['name'], { name: 'text', value: 'text' });
    await createTable(db, 'programmes', ['id'], {
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
    await createTable(db, 'sessions', ['id'], {
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
    await createIndex(db, 'sessions', ['starts_at']);
    await createIndex(db, 'sessions', ['next_offer_at']);
    await createTable(db, 'registrations', ['id'], {
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
    await createIndex(db, 'registrations', ['active_key'], { unique: true });
    await createIndex(db, 'registrations', ['limit_key', 'limit_slot'], { unique: true });
    await createIndex(db, 'registrations', ['session_id', 'status', 'place']);
    await createIndex(db, 'registrations', ['account_id']);
    await createTable(db, 'idempotency', ['id'], {
      id: 'text',
      fingerprint: 'text',
      answer: 'text',
      created_at: 'bigint',
    });
    await createIndex(db, 'idempotency', ['created_at']);
    await createTable(db, 'accounts', ['id'], { id: 'text', kind: 'text', subject: 'text?', created_at: 'bigint' });
    await createIndex(db, 'accounts', ['subject'], { unique: true });
    await createTable(db, 'account_keys', ['account_id'], { account_id: 'text', kid: 'text', wrapped: 'text' });
    await createTable(db, 'logins', ['id'], {
      id: 'text',
      account_id: 'text',
      renewal_hash: 'text',
      created_at: 'bigint',
      expires_at: 'bigint',
      revoked_at: 'bigint?',
    });
    await createIndex(db, 'logins', ['account_id']);
    await createTable(db, 'legal_aid', ['id'], {
      id: 'text',
      account_id: 'text',
      status: 'text',
      topic: 'text',
      sealed: 'text',
      consents: 'text',
      created_at: 'bigint',
      updated_at: 'bigint',
    });
    await createIndex(db, 'legal_aid', ['account_id']);
    await createTable(db, 'legal_aid_messages', ['id'], {
      id: 'text',
      request_id: 'text',
      author: 'text',
      sealed: 'text',
      created_at: 'bigint',
    });
    await createIndex(db, 'legal_aid_messages', ['request_id']);
    await createTable(db, 'station_reports', ['id'], {
      id: 'text',
      station_id: 'text',
      account_id: 'text?',
      kind: 'text',
      sealed: 'text?',
      state: 'text',
      created_at: 'bigint',
    });
    await createIndex(db, 'station_reports', ['station_id']);
    await createIndex(db, 'station_reports', ['account_id']);
    await createTable(db, 'consent_withdrawals', ['id'], {
      id: 'text',
      account_id: 'text',
      purpose: 'text',
      at: 'bigint',
    });
    await createIndex(db, 'consent_withdrawals', ['account_id']);
    await createTable(db, 'audit', ['chain', 'seq'], {
      chain: 'text',
      seq: 'integer',
      at: 'bigint',
      actor: 'text',
      action: 'text',
      subject: 'text?',
      detail: 'text',
      hash: 'text',
    });
    await createTable(db, 'outbox', ['id'], {
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
    await createIndex(db, 'station_reports', ['created_at']);
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
    await createIndex(db, 'legal_aid', ['status', 'due_day']);
  },
};

/** What the union publishes without a release: every revision whole. */
const contentVersions: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'content_versions', ['collection', 'revision'], {
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
    await createTable(db, 'reminders', ['registration_id'], {
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
    await createIndex(db, 'reminders', ['account_id']);
    await createIndex(db, 'reminders', ['state', 'not_before']);
  },
};

/** What happened to one registration is asked for by whose it is. Ids grow with time, so rows come in at the tree's end. */
const auditBySubject: Migration = {
  up: (db: Kysely<unknown>) => createIndex(db, 'audit', ['subject']),
};

/** Quotas are asked for by every sign-up: a column says which programmes have any, instead of a search in their rules. */
const programmeQuotas: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('programmes').addColumn('quotas', 'text').execute();
    const { rows } = await sql<{ id: string; rules: string }>`
      select id, rules from programmes where rules is not null`.execute(db);
    for (const { id, rules } of rows) {
      const quotas = quotasColumn(JSON.parse(rules) as { quotas?: unknown });
      if (quotas !== null) await sql`update programmes set quotas = ${quotas} where id = ${id}`.execute(db);
    }
  },
};

/** Who is counted against a programme's limit of people; what is there already counts as far as its keys say who it is. */
const peopleLimit: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('programmes')
      .addColumn('people_limit', 'integer', (c) => c.defaultTo(PEOPLE_LIMIT))
      .execute();
    for (const column of ['person_key', 'phone_key'])
      await db.schema.alterTable('registrations').addColumn(column, 'text').execute();
    await sql`update registrations set person_key = limit_key where limit_key is not null`.execute(db);
    await createIndex(db, 'registrations', ['phone_key']);
  },
};

/**
 * What people have to know, in place of messages that nothing sent and nobody could read. Those that are there were
 * never delivered, so they are carried over unread.
 */
const notices: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'notices', ['id'], {
      id: 'text',
      account_id: 'text',
      kind: 'text',
      registration_id: 'text?',
      session_id: 'text?',
      request_id: 'text?',
      station_id: 'text?',
      from_session_id: 'text?',
      deadline: 'bigint?',
      changes: 'text',
      created_at: 'bigint',
      read_at: 'bigint?',
      reached_at: 'bigint?',
      call_result: 'text?',
      called_at: 'bigint?',
      calls: 'integer',
    });
    await createIndex(db, 'notices', ['account_id']);
    await createIndex(db, 'notices', ['registration_id']);
    await createIndex(db, 'notices', ['session_id']);
    await sql`
      insert into notices (id, account_id, kind, registration_id, session_id, changes, created_at, calls)
      select id, account_id, case kind when 'offer-expired' then 'cancelled' else kind end,
        registration_id, session_id, '[]', created_at, 0
      from outbox where account_id <> ''`.execute(db);
    await db.schema.dropTable('outbox').execute();
  },
};

/**
 * Notices go out over channels, and what became of each stands in a row. Notices from before were never to be sent, so
 * none of them is due.
 */
const deliveries: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('notices').addColumn('deliver_at', 'bigint').execute();
    await db.schema.alterTable('notices').addColumn('delivered_at', 'bigint').execute();
    await db.schema.alterTable('notices').addColumn('delivered_by', 'text').execute();
    await createIndex(db, 'notices', ['deliver_at']);
    await createTable(db, 'deliveries', ['notice_id', 'channel'], {
      notice_id: 'text',
      channel: 'text',
      account_id: 'text',
      state: 'text',
      recipient: 'text?',
      provider_id: 'text?',
      reason: 'text?',
      tries: 'integer',
      push_day: 'text?',
      sent_at: 'bigint',
      updated_at: 'bigint',
    });
    await createIndex(db, 'deliveries', ['account_id']);
    await createIndex(db, 'deliveries', ['provider_id']);
    await createIndex(db, 'deliveries', ['recipient']);
    await createIndex(db, 'deliveries', ['push_day', 'account_id'], { unique: true });
    await createTable(db, 'wechat_grants', ['subject_id', 'template_kind'], {
      subject_id: 'text',
      template_kind: 'text',
      account_id: 'text',
      sealed: 'text',
      recipient: 'text',
      remaining: 'integer',
      created_at: 'bigint',
    });
    await createIndex(db, 'wechat_grants', ['account_id']);
    await createIndex(db, 'wechat_grants', ['recipient']);
    await createTable(db, 'sms_usage', ['period'], { period: 'text', sent: 'integer', segments: 'integer' });
  },
};

/**
 * An offer's hold begins with its delivery, who lost a booked seat is first in line, and a cancellation has its cause.
 * Offers that run keep their deadlines: without a time to pass them on from they count as delivered.
 */
const offersAndCauses: Migration = {
  async up(db: Kysely<unknown>) {
    const add = (column: string, type: 'bigint' | 'text') =>
      db.schema.alterTable('registrations').addColumn(column, type).execute();
    await add('pass_on_from', 'bigint');
    await add('displaced_at', 'bigint');
    await add('cancel_cause', 'text');
    await sql`create index registrations_displaced on registrations (session_id, place)
      where displaced_at is not null`.execute(db);
    await sql`create index registrations_undelivered on registrations (id)
      where pass_on_from is not null`.execute(db);
    const happened = (action: string, whose = '%') => sql<boolean>`exists (select 1 from audit
      where audit.subject = registrations.id and audit.action = ${action} and audit.actor like ${whose})`;
    await sql`update registrations set cancel_cause = case
        when ${happened('registration.offer-expired')} then 'lapsed'
        when exists (select 1 from sessions s where s.id = registrations.session_id and s.state = 'cancelled') then 'session'
        when ${happened('registration.cancelled', 'staff%')} then 'union'
        else 'owner' end
      where status = 'cancelled'`.execute(db);
    await sql`update registrations set displaced_at = updated_at
      where status = 'waitlist' and offer_until is null and ${happened('registration.displaced')}`.execute(db);
  },
};

/** Keyed hashes of deleted accounts, which tell what a backup must not bring back. */
const erasedAccounts: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'erased_accounts', ['id'], { id: 'text', at: 'bigint' });
  },
};

/** A session's revision and when it was changed, for calendars that subscribe to it. */
const sessionRevision: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('sessions')
      .addColumn('revision', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
    await db.schema.alterTable('sessions').addColumn('changed_at', 'bigint').execute();
  },
};

/** Who wants to hear when sign-up opens. */
const sessionAlerts: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'session_alerts', ['id'], {
      id: 'text',
      account_id: 'text',
      session_id: 'text?',
      kind: 'text',
      programme_id: 'text?',
      adcode: 'text?',
      evening: 'integer',
      weekend: 'integer',
      created_at: 'bigint',
    });
    await createIndex(db, 'session_alerts', ['account_id']);
  },
};

/** Who wants to be told when she is due again. */
const dueReminders: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'due_reminders', ['id'], {
      id: 'text',
      account_id: 'text',
      day: 'text',
      months: 'integer',
      told: 'integer',
      next_at: 'bigint',
      consents: 'text',
      created_at: 'bigint',
    });
    await createIndex(db, 'due_reminders', ['account_id']);
    await createIndex(db, 'due_reminders', ['next_at']);
  },
};

/** Sign-ups for somebody for whom another account has a place: staff settle them. */
const heldRegistrations: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'held_registrations', ['id'], {
      id: 'text',
      session_id: 'text',
      programme_id: 'text',
      account_id: 'text',
      active_key: 'text',
      limit_key: 'text',
      phone_key: 'text?',
      sealed: 'text',
      consents: 'text',
      state: 'text',
      reason: 'text?',
      created_at: 'bigint',
    });
    await createIndex(db, 'held_registrations', ['account_id']);
    await createIndex(db, 'held_registrations', ['session_id']);
  },
};

/** Renewal tokens rotate. What phones have is the first of its series. */
const renewalSeries: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('logins')
      .addColumn('renewal_serial', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
    await db.schema.alterTable('logins').addColumn('renewal_previous', 'integer').execute();
    await db.schema.alterTable('logins').addColumn('renewed_at', 'bigint').execute();
  },
};

/** Screenings that tell people apart by their identity number take sign-ups for members of one's family from now on. */
const familySignUps: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('programmes').addColumn('family', 'integer').execute();
    await sql`update programmes set family = case when kind = 'screening' and fields like '%"residentId"%' then 1 else 0 end`.execute(
      db,
    );
  },
};

/** Whoever was signed up by somebody else and has a telephone of her own is told besides the account. */
const ownPhones: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('registrations').addColumn('own_phone', 'integer').execute();
  },
};

/**
 * By what a clerk sees that sign-ups belong together, and where a telephone number has to be proved. What is there
 * already is neither flagged nor asked for.
 */
const devicesAndProofs: Migration = {
  async up(db: Kysely<unknown>) {
    const add = (table: string, column: string, type: 'text' | 'integer' | 'bigint') =>
      db.schema.alterTable(table).addColumn(column, type).execute();
    const flag = (table: string, column: string) =>
      db.schema
        .alterTable(table)
        .addColumn(column, 'integer', (c) => c.notNull().defaultTo(0))
        .execute();
    await flag('programmes', 'proof');
    for (const table of ['registrations', 'held_registrations'])
      for (const column of ['device_key', 'number_key']) await add(table, column, 'text');
    await flag('registrations', 'awaits_proof');
    await createIndex(db, 'registrations', ['device_key']);
    await db.schema
      .alterTable('held_registrations')
      .addColumn('cause', 'text', (c) => c.notNull().defaultTo('claim'))
      .execute();
    await add('held_registrations', 'proof_until', 'bigint');
    await add('held_registrations', 'proved_at', 'bigint');
    await add('held_registrations', 'registration_id', 'text');
  },
};

/** Codes that were sent to telephone numbers, as keyed hashes. */
const phoneCodes: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'phone_codes', ['held_id'], {
      held_id: 'text',
      account_id: 'text',
      code_key: 'text',
      tries: 'integer',
      sent_at: 'bigint',
      expires_at: 'bigint',
    });
    await createIndex(db, 'phone_codes', ['account_id']);
  },
};

/** Whose a published record is, of a union that isn't the first: all others are the first one's. */
const recordOwners: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'record_owners', ['collection', 'record_id'], {
      collection: 'text',
      record_id: 'text',
      organisation: 'text',
    });
  },
};

/** Who published a record last, and which records were taken down. What was published before says nothing of it. */
const publishedRecords: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'published_records', ['collection', 'record_id'], {
      collection: 'text',
      record_id: 'text',
      title: 'text',
      at: 'bigint',
      publication: 'integer',
      organisation: 'text?',
      gone: 'integer',
    });
  },
};

/** Changes of single records that wait: drafts, and those with a time. */
const recordPlans: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'record_plans', ['id'], {
      id: 'text',
      staff_id: 'text',
      organisation: 'text?',
      collection: 'text',
      record_id: 'text',
      record: 'text?',
      seen: 'text?',
      publish_at: 'bigint?',
      expires_at: 'bigint?',
      failure: 'text?',
      created_at: 'bigint',
      updated_at: 'bigint',
    });
    await createIndex(db, 'record_plans', ['publish_at']);
    await createIndex(db, 'record_plans', ['collection', 'record_id']);
  },
};

/** Messages with a code, by which the carrier's receipts of them are known. */
const codeMessages: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'code_messages', ['id'], {
      id: 'text',
      account_id: 'text',
      recipient: 'text',
      provider_id: 'text?',
      sent_at: 'bigint',
    });
    await createIndex(db, 'code_messages', ['account_id']);
    await createIndex(db, 'code_messages', ['recipient']);
  },
};

/** Which person had the push of which day, whatever pushed. */
const pushDays: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'push_days', ['account_id', 'day'], { account_id: 'text', day: 'text', taken_by: 'text' });
    await sql`insert into push_days select account_id, push_day, min(notice_id) from deliveries
      where push_day is not null group by account_id, push_day`.execute(db);
  },
};

/** Of a notice of an alert or a due reminder: which, so that a yes to a message of WeChat's is found. */
const noticesOfAlerts: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('notices').addColumn('alert_id', 'text').execute();
  },
};

/** Who made the last call about a notice. */
const callers: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('notices').addColumn('called_by', 'text').execute();
  },
};

/** The letters of a union's supervision of labour law. */
const legalAidLetters: Migration = {
  async up(db: Kysely<unknown>) {
    for (const column of ['letter_kind', 'letter_on', 'letter_due'])
      await db.schema.alterTable('legal_aid').addColumn(column, 'text').execute();
  },
};

/** Complaints, suggestions and requests to be called back, with the talk about them. */
const complaints: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'complaints', ['id'], {
      id: 'text',
      account_id: 'text',
      status: 'text',
      kind: 'text',
      page: 'text?',
      sealed: 'text',
      adcode: 'text?',
      answer_by: 'text',
      assigned_to: 'text?',
      created_at: 'bigint',
      updated_at: 'bigint',
    });
    await ownedByFirst(db, 'complaints');
    await createIndex(db, 'complaints', ['account_id']);
    await createIndex(db, 'complaints', ['status', 'answer_by']);
    await createTable(db, 'complaint_messages', ['id'], {
      id: 'text',
      request_id: 'text',
      author: 'text',
      sealed: 'text',
      created_at: 'bigint',
    });
    await createIndex(db, 'complaint_messages', ['request_id']);
  },
};

/** What two people may change at the same moment has a version, by which the second is told. */
const versionsOfRows: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of ['sessions', 'programmes', 'staff', 'legal_aid_templates', 'record_plans'])
      await db.schema
        .alterTable(table)
        .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
        .execute();
  },
};

/** What a pasted newsletter published of each entry, by which it is told whether somebody reworded it since. */
const publishedEntries: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('content_drafts')
      .addColumn('published', 'text', (c) => c.notNull().defaultTo('{}'))
      .execute();
  },
};

/** How a session's place is found and reached: its address, floor and telephone; unknown of those that are there. */
const sessionVenues: Migration = {
  async up(db: Kysely<unknown>) {
    for (const column of ['address', 'floor', 'phone'])
      await db.schema.alterTable('sessions').addColumn(column, 'text').execute();
  },
};

/** Pictures that unions show in their records. */
const pictures: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'pictures', ['organisation', 'id'], {
      id: 'text',
      organisation: 'text',
      bytes: 'text',
      size: 'integer',
      width: 'integer',
      height: 'integer',
      created_at: 'bigint',
      used_at: 'bigint',
    });
    await createIndex(db, 'pictures', ['id']);
    await createIndex(db, 'pictures', ['used_at']);
  },
};

/** What geocoders and volunteers say of stations, until somebody decides it. */
const stationCandidates: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'station_candidates', ['id'], {
      id: 'text',
      station_id: 'text',
      field: 'text',
      value: 'text',
      origin: 'text',
      doubts: 'text',
      state: 'text',
      unique_key: 'text',
      created_at: 'bigint',
      decided_by: 'text?',
      decided_at: 'bigint?',
      accepted_value: 'text?',
    });
    await createIndex(db, 'station_candidates', ['unique_key'], { unique: true });
    await createIndex(db, 'station_candidates', ['state', 'station_id']);
    await createIndex(db, 'station_candidates', ['station_id']);
  },
};

/** What was asked of geocoders, and how often a day. */
const geocoding: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'geocode_queries', ['station_id', 'provider', 'query'], {
      station_id: 'text',
      provider: 'text',
      query: 'text',
      outcome: 'text',
      status: 'text',
      answer: 'text?',
      run: 'text',
      asked_at: 'bigint',
    });
    await createTable(db, 'geocoder_days', ['provider', 'day'], { provider: 'text', day: 'text', asked: 'integer' });
  },
};

/** Lists of stations that volunteers check on one day, and the checks that came of them. */
const onSiteChecks: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'on_site_lists', ['id'], {
      id: 'text',
      title: 'text',
      organisation: 'text?',
      publisher: 'text',
      day: 'text',
      station_ids: 'text',
      created_by: 'text',
      created_at: 'bigint',
      expires_at: 'bigint',
      revoked_at: 'bigint?',
    });
    await createIndex(db, 'on_site_lists', ['created_at']);
    await createTable(db, 'on_site_checks', ['id'], {
      id: 'text',
      list_id: 'text',
      station_id: 'text',
      found: 'text',
      at: 'bigint',
      recorded_at: 'bigint',
    });
    await createIndex(db, 'on_site_checks', ['list_id']);
    await createIndex(db, 'on_site_checks', ['station_id']);
  },
};

/** Pictures of doors, until a clerk has decided them; a refused one is deleted. */
const onSitePhotos: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'on_site_photos', ['check_id'], {
      check_id: 'text',
      station_id: 'text',
      state: 'text',
      jpeg: 'text',
      created_at: 'bigint',
    });
    await createIndex(db, 'on_site_photos', ['station_id']);
  },
};

/** Of a notice about a sign-up that staff have to settle: which, so that what was typed there finds whom to tell. */
const noticesOfHeld: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('notices').addColumn('held_id', 'text').execute();
    await db.schema.alterTable('notices').addColumn('told_by', 'text').execute();
    await createIndex(db, 'notices', ['held_id']);
    await db.schema.alterTable('held_registrations').addColumn('own_phone', 'integer').execute();
  },
};

/**
 * While processes are exchanged one by one, release 0.2 still signs people up on PostgreSQL. It inserts whole records, in
 * which a column that it doesn't know is null and not left out, so a default is never asked. SQLite has one process.
 */
const recordsOfOldProcesses: Migration = {
  async up(db: Kysely<unknown>) {
    if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return;
    await sql`create function registrations_of_old_processes() returns trigger language plpgsql as $$
      begin
        new.awaits_proof := 0;
        return new;
      end $$`.execute(db);
    await sql`create trigger of_old_processes before insert on registrations
      for each row when (new.awaits_proof is null) execute function registrations_of_old_processes()`.execute(db);
  },
};

/** What the union writes to a person: why it ended her registration, or a message. */
const noticeTexts: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('notices').addColumn('sealed', 'text').execute();
  },
};

/** What staff write down for each other about a registration or a request. */
const staffNotes: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'staff_notes', ['id'], {
      id: 'text',
      subject: 'text',
      subject_id: 'text',
      account_id: 'text',
      sealed: 'text',
      staff_id: 'text',
      created_at: 'bigint',
    });
    await createIndex(db, 'staff_notes', ['subject_id']);
    await createIndex(db, 'staff_notes', ['account_id']);
  },
};

/** Texts for cancellations beside those for answers; what there was before is for answers. */
const templateKinds: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('legal_aid_templates')
      .addColumn('kind', 'text', (c) => c.notNull().defaultTo('reply'))
      .execute();
  },
};

/** Sessions that only staff see yet, and the filters that staff keep for their list; what is there is public. */
const sessionDrafts: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('sessions')
      .addColumn('public_from', 'bigint', (c) => c.defaultTo(0))
      .execute();
    await createTable(db, 'staff_session_filters', ['id'], {
      id: 'text',
      staff_id: 'text',
      name: 'text',
      query: 'text',
      created_at: 'bigint',
    });
    await createIndex(db, 'staff_session_filters', ['staff_id']);
  },
};

/** How the repository's records last read, release by release: a release is no publication, and changes what phones show. */
const shippedRecords: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'shipped_records', ['collection', 'id'], {
      collection: 'text',
      id: 'text',
      version: 'text',
      changes: 'integer',
      changed_at: 'bigint?',
    });
  },
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
    '0013-programme-quotas': programmeQuotas,
    '0020-people-limit': peopleLimit,
    '0021-notices': notices,
    '0023-deliveries': deliveries,
    '0024-offers-and-causes': offersAndCauses,
    '0025-session-revision': sessionRevision,
    '0026-session-alerts': sessionAlerts,
    '0027-due-reminders': dueReminders,
    '0030-erased-accounts': erasedAccounts,
    '0040-guarded-accounts': guardedAccounts,
    '0041-held-registrations': heldRegistrations,
    '0042-renewal-series': renewalSeries,
    '0043-family-sign-ups': familySignUps,
    '0044-own-phones': ownPhones,
    '0047-devices-and-proofs': devicesAndProofs,
    '0048-phone-codes': phoneCodes,
    '0049-record-owners': recordOwners,
    '0055-published-records': publishedRecords,
    '0056-record-plans': recordPlans,
    '0050-push-days': pushDays,
    '0051-notices-of-alerts': noticesOfAlerts,
    '0052-callers': callers,
    '0053-code-messages': codeMessages,
    '0059-legal-aid-letters': legalAidLetters,
    '0064-complaints': complaints,
    '0067-versions-of-rows': versionsOfRows,
    '0068-published-entries': publishedEntries,
    '0069-pictures': pictures,
    '0071-station-candidates': stationCandidates,
    '0072-geocoding': geocoding,
    '0073-on-site-checks': onSiteChecks,
    '0074-on-site-photos': onSitePhotos,
    '0075-session-venues': sessionVenues,
    '0076-notices-of-held': noticesOfHeld,
    '0078-records-of-old-processes': recordsOfOldProcesses,
    '0082-notice-texts': noticeTexts,
    '0083-staff-notes': staffNotes,
    '0084-template-kinds': templateKinds,
    '0085-session-drafts': sessionDrafts,
    '0100-shipped-records': shippedRecords,
  };
  const provider = { getMigrations: async () => Promise.resolve(migrations) };
  // Steps are independent of each other: one that was merged late still runs where a later number ran before.
  const { error } = await new Migrator({ db, provider, allowUnorderedMigrations: true }).migrateToLatest();
  if (error) throw error;
}

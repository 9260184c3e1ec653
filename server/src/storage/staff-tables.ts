/** What the union's side keeps. */
import type { Kysely, Migration } from 'kysely';
import type { Tables } from '../kernel/schema';
import { createIndex, createTable } from './create-table';

/** What there was before belongs to it. */
const MAIN = 'main';

/** Rows of the table belong to the first union until another is said. */
export const ownedByFirst = (db: Kysely<unknown>, table: string): Promise<void> =>
  db.schema
    .alterTable(table)
    .addColumn('organisation', 'text', (c) => c.notNull().defaultTo(MAIN))
    .execute();

export const staff: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'organisations', ['id'], { id: 'text', title: 'text', created_at: 'bigint' });
    await (db as Kysely<Tables>)
      .insertInto('organisations')
      .values({ id: MAIN, title: '本级工会', created_at: 0 })
      .execute();
    await createTable(db, 'staff', ['id'], {
      id: 'text',
      username: 'text',
      sealed: 'text',
      roles: 'text',
      organisation: 'text?',
      districts: 'text?',
      state: 'text',
      password: 'text?',
      totp_step: 'bigint',
      setup_hash: 'text?',
      setup_until: 'bigint?',
      demo: 'integer',
      created_at: 'bigint',
    });
    await createIndex(db, 'staff', ['username'], { unique: true });
    await createTable(db, 'staff_tries', ['id'], { id: 'text', failed: 'integer', since: 'bigint' });
    await createTable(db, 'staff_sign_ins', ['id'], {
      id: 'text',
      staff_id: 'text',
      secret_hash: 'text',
      agent: 'text',
      idle: 'bigint',
      created_at: 'bigint',
      seen_at: 'bigint',
      expires_at: 'bigint',
      revoked_at: 'bigint?',
    });
    await createIndex(db, 'staff_sign_ins', ['staff_id']);
    await createTable(db, 'staff_jobs', ['id'], {
      id: 'text',
      kind: 'text',
      staff_id: 'text',
      title: 'text',
      state: 'text',
      input: 'text',
      done: 'integer',
      total: 'integer?',
      result: 'text?',
      problem: 'text?',
      file_name: 'text?',
      file: 'text?',
      file_until: 'bigint?',
      claim: 'text?',
      lease_until: 'bigint',
      tries: 'integer',
      created_at: 'bigint',
      finished_at: 'bigint?',
    });
    await createIndex(db, 'staff_jobs', ['state', 'lease_until']);
    await createIndex(db, 'staff_jobs', ['staff_id']);
    await createTable(db, 'check_ins', ['registration_id'], {
      registration_id: 'text',
      session_id: 'text',
      at: 'bigint',
      device: 'text',
      staff_id: 'text',
      how: 'text',
      recorded_at: 'bigint',
    });
    await createIndex(db, 'check_ins', ['session_id']);
    await createTable(db, 'outcomes', ['registration_id'], {
      registration_id: 'text',
      session_id: 'text',
      notified_at: 'bigint?',
      sealed: 'text?',
      updated_at: 'bigint',
      staff_id: 'text',
    });
    await createIndex(db, 'outcomes', ['session_id']);
    await createTable(db, 'legal_aid_templates', ['id'], {
      id: 'text',
      organisation: 'text',
      title: 'text',
      topic: 'text?',
      text: 'text',
      updated_at: 'bigint',
    });
    await createTable(db, 'content_drafts', ['id'], {
      id: 'text',
      staff_id: 'text',
      heading: 'text?',
      issue_date: 'text?',
      text: 'text',
      edits: 'text',
      created_at: 'bigint',
      published_version: 'integer?',
    });
    for (const name of ['programmes', 'sessions', 'legal_aid']) await ownedByFirst(db, name);
    await db.schema.alterTable('programmes').addColumn('adcode', 'text').execute();
    await db.schema.alterTable('sessions').addColumn('notice', 'text').execute();
  },
};

/** Tries are counted by where they come from, power needs password and code anew, and administrators hear of it. */
export const guardedAccounts: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('staff_tries').addColumn('name_key', 'text').execute();
    await createIndex(db, 'staff_tries', ['name_key']);
    await db.schema.alterTable('staff_sign_ins').addColumn('confirmed_at', 'bigint').execute();
    await createTable(db, 'staff_alerts', ['id'], {
      id: 'text',
      staff_id: 'text',
      kind: 'text',
      subject_id: 'text',
      actor_id: 'text?',
      created_at: 'bigint',
      read_at: 'bigint?',
    });
    await createIndex(db, 'staff_alerts', ['staff_id']);
  },
};

/** What staff publish at once may be in several collections; it is undone as one. */
export const publications: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'content_publications', ['version'], {
      version: 'integer',
      at: 'bigint',
      by_whom: 'text',
      note: 'text',
      parts: 'text',
      undone_by: 'integer?',
    });
  },
};

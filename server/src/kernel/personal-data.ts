/**
 * What becomes of the personal data of each table: a new table doesn't compile until it says so, and
 * tests/service/personal-data.test.ts holds the service to what is said here (个人信息保护法 19, 45, 47).
 */
import type { Tables } from './schema';

/** Whose data a table holds, and what ends it. */
export type PersonalData =
  /** Nothing of any person. */
  | { holds: 'nothing' }
  /** Of the union's own staff: kept with the account, see docs/staff.md. */
  | { holds: 'staff' }
  | {
      holds: 'worker';
      /** What deletion of the account leaves: no row, or one that nobody can be found by. */
      onErasure: 'deleted' | 'unlinked';
      /** Where the person finds it in what she takes along; null where it says nothing that isn't elsewhere. */
      exportedAs: string | null;
      /** What ends it without her doing anything. */
      retention: string;
    };

const nothing = { holds: 'nothing' } as const;
const staff = { holds: 'staff' } as const;

export const personalData: Record<keyof Tables, PersonalData> = {
  shipped_records: nothing,
  meta: nothing,
  programmes: nothing,
  sessions: nothing,
  organisations: nothing,
  content_versions: nothing,
  content_publications: nothing,
  record_owners: nothing,
  published_records: nothing,
  record_plans: staff,
  // Who is to be seen agreed with the union, which says so beside the picture; no account hangs on it.
  pictures: nothing,
  content_drafts: staff,
  legal_aid_templates: staff,
  staff,
  staff_sign_ins: staff,
  staff_tries: staff,
  staff_alerts: staff,
  staff_jobs: staff,
  staff_session_filters: staff,
  station_candidates: staff,
  geocode_queries: nothing,
  geocoder_days: nothing,
  on_site_lists: staff,
  // Who went round isn't kept: a link belongs to a list, not to a person.
  on_site_checks: nothing,
  // A picture with somebody in it is refused, and deleted at once; one that nobody decided goes after 30 days.
  on_site_photos: nothing,
  registrations: {
    holds: 'worker',
    onErasure: 'unlinked',
    exportedAs: 'registrations',
    retention: 'the person is erased 180 days after the session, the keys of number, device and identity after 30',
  },
  held_registrations: {
    holds: 'worker',
    onErasure: 'deleted',
    exportedAs: 'held',
    retention: 'until it is settled or its time to prove the number is over, at most 30 days after the session',
  },
  phone_codes: { holds: 'worker', onErasure: 'deleted', exportedAs: null, retention: 'ten minutes, an hour at most' },
  code_messages: { holds: 'worker', onErasure: 'deleted', exportedAs: null, retention: 'seven days' },
  check_ins: { holds: 'worker', onErasure: 'deleted', exportedAs: null, retention: 'with the registration' },
  outcomes: { holds: 'worker', onErasure: 'deleted', exportedAs: null, retention: 'with the registration' },
  // Staff's own working notes: they are never shown to her, and what is told of her goes with her account.
  staff_notes: {
    holds: 'worker',
    onErasure: 'deleted',
    exportedAs: null,
    retention: 'with what they are about: 180 days after the session, or with the request',
  },
  reminders: {
    holds: 'worker',
    onErasure: 'deleted',
    exportedAs: 'reminders',
    retention: 'until it was sent or lapsed',
  },
  session_alerts: {
    holds: 'worker',
    onErasure: 'deleted',
    exportedAs: 'sessionAlerts',
    retention: 'until it was told or its session is over, half a year at most',
  },
  due_reminders: {
    holds: 'worker',
    onErasure: 'deleted',
    exportedAs: 'dueReminders',
    retention: 'until she stops it, or 90 days after she was told for the second time',
  },
  notices: { holds: 'worker', onErasure: 'deleted', exportedAs: 'notices', retention: '180 days' },
  deliveries: { holds: 'worker', onErasure: 'deleted', exportedAs: 'deliveries', retention: 'with the notice' },
  push_days: { holds: 'worker', onErasure: 'deleted', exportedAs: null, retention: 'seven days' },
  wechat_grants: {
    holds: 'worker',
    onErasure: 'deleted',
    exportedAs: 'messages',
    retention: 'until it is used up, or its registration or request is over',
  },
  sms_usage: nothing,
  idempotency: { holds: 'worker', onErasure: 'unlinked', exportedAs: null, retention: 'seven days' },
  accounts: { holds: 'worker', onErasure: 'deleted', exportedAs: 'account', retention: 'until it is deleted' },
  erased_accounts: {
    holds: 'worker',
    onErasure: 'unlinked',
    exportedAs: null,
    retention: 'as long as a backup may be put back',
  },
  account_keys: { holds: 'worker', onErasure: 'deleted', exportedAs: null, retention: 'with the account' },
  logins: { holds: 'worker', onErasure: 'deleted', exportedAs: null, retention: 'until they lapse' },
  legal_aid: {
    holds: 'worker',
    onErasure: 'deleted',
    exportedAs: 'legalAid',
    retention: 'two years after it was closed, 30 days after it was withdrawn',
  },
  legal_aid_messages: { holds: 'worker', onErasure: 'deleted', exportedAs: 'legalAid', retention: 'with the request' },
  complaints: {
    holds: 'worker',
    onErasure: 'deleted',
    exportedAs: 'complaints',
    retention: 'two years after it was closed, or after its last word',
  },
  complaint_messages: {
    holds: 'worker',
    onErasure: 'deleted',
    exportedAs: 'complaints',
    retention: 'with the complaint',
  },
  station_reports: { holds: 'worker', onErasure: 'unlinked', exportedAs: 'reports', retention: 'with the account' },
  consent_withdrawals: {
    holds: 'worker',
    onErasure: 'deleted',
    exportedAs: 'withdrawals',
    retention: 'with the account',
  },
  audit: { holds: 'worker', onErasure: 'unlinked', exportedAs: null, retention: 'see docs/deploy.md' },
};

/** The tables of the union's side; see schema.ts for how values are kept. */

export interface OrganisationRow {
  id: string;
  title: string;
  created_at: number;
}

export interface StaffRow {
  id: string;
  username: string;
  /** Name and TOTP secret, sealed with the account's own key (account_keys). */
  sealed: string;
  roles: string;
  organisation: string | null;
  districts: string | null;
  state: 'invited' | 'active' | 'disabled';
  /** scrypt with its parameters; null until set up. */
  password: string | null;
  /** The last time step whose code was used: none is good twice. */
  totp_step: number;
  setup_hash: string | null;
  setup_until: number | null;
  demo: number;
  created_at: number;
}

/** Tries by a keyed hash of the username, whether somebody has it or not. */
export interface StaffTryRow {
  id: string;
  failed: number;
  since: number;
}

export interface StaffSignInRow {
  id: string;
  staff_id: string;
  secret_hash: string;
  agent: string;
  /** Milliseconds without a request after which it is over. */
  idle: number;
  created_at: number;
  seen_at: number;
  expires_at: number;
  revoked_at: number | null;
}

export interface StaffJobRow {
  id: string;
  kind: string;
  staff_id: string;
  title: string;
  state: 'queued' | 'running' | 'done' | 'failed';
  /** What was asked, sealed with the staff account's key. */
  input: string;
  done: number;
  total: number | null;
  result: string | null;
  problem: string | null;
  file_name: string | null;
  /** The file, sealed likewise. */
  file: string | null;
  file_until: number | null;
  /** Which run has it, until when unless it says otherwise. */
  claim: string | null;
  lease_until: number;
  tries: number;
  created_at: number;
  finished_at: number | null;
}

export interface CheckInRow {
  registration_id: string;
  session_id: string;
  /** By the clock of the phone at the door. */
  at: number;
  device: string;
  staff_id: string;
  how: 'scan' | 'name';
  recorded_at: number;
}

export interface OutcomeRow {
  registration_id: string;
  session_id: string;
  /** In the clear, so that who has not been told can be found. */
  notified_at: number | null;
  /** The rest, sealed with the worker's key. */
  sealed: string | null;
  updated_at: number;
  staff_id: string;
}

export interface LegalAidTemplateRow {
  id: string;
  organisation: string;
  title: string;
  topic: string | null;
  text: string;
  updated_at: number;
}

export interface ContentDraftRow {
  id: string;
  staff_id: string;
  heading: string | null;
  issue_date: string | null;
  text: string;
  /** Records corrected by hand, by entry. */
  edits: string;
  created_at: number;
  published_version: number | null;
}

export interface PublicationRow {
  version: number;
  at: number;
  by_whom: string;
  note: string;
  /** Per collection: the revision before and after, and how many records changed. */
  parts: string;
  /** The version that undid it. */
  undone_by: number | null;
}

export interface StaffTables {
  organisations: OrganisationRow;
  staff: StaffRow;
  staff_tries: StaffTryRow;
  staff_sign_ins: StaffSignInRow;
  staff_jobs: StaffJobRow;
  check_ins: CheckInRow;
  outcomes: OutcomeRow;
  legal_aid_templates: LegalAidTemplateRow;
  content_drafts: ContentDraftRow;
  content_publications: PublicationRow;
}

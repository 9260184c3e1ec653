/** The tables, alike on both engines. Times are milliseconds, flags 0 or 1, lists and objects JSON, ciphertext base64url. */
import type { ComplaintKind } from '@yugong/domain/complaint/wire';
import type { LegalAidStatus, LetterKind } from '@yugong/domain/legal-aid';
import type { Channel, TemplateKind } from '@yugong/domain/notice';
import type { CallResult } from '@yugong/domain/notice/staff-wire';
import type { NoticeKind } from '@yugong/domain/notice/wire';
import type { VisitFinding } from '@yugong/domain/on-site';
import type { Generated } from 'kysely';
import type { CollectionName } from '@yugong/content/schema';
import type { JobKind } from '@yugong/domain/job/wire';
import type { Topic } from '@yugong/domain/legal-aid/wire';
import type { CancelCause, HeldCause, RegistrationStatus } from '@yugong/domain/registration';
import type { ReportKind, ReportState } from '@yugong/domain/report';
import type { NoteSubject } from '@yugong/domain/staff-note/wire';
import type { StaffAlertKind } from '@yugong/domain/staff-account/wire';
import type { CandidateField, CandidateState, GeocoderProvider } from '@yugong/domain/station-candidate';
import type { GeocodeOutcome } from '@yugong/content/geocode/run';

export interface ProgrammeRow {
  id: string;
  kind: 'screening' | 'event';
  title: string;
  summary: string;
  organiser: string;
  limit_per_person: number | null;
  offer_minutes: number | null;
  /** People that one account, one telephone number and one device may hold places for; null where there is no limit. */
  people_limit: number | null;
  /** Whether a telephone number has to be proved before a place counts. */
  proof: number;
  /** Which personal fields it needs: as few as it can. */
  fields: string;
  sex: 'female' | 'male' | null;
  age_min: number | null;
  age_max: number | null;
  /** People a team has, the captain included; both null where everybody signs up alone. */
  team_min: number | null;
  team_max: number | null;
  /** 1: people may sign up members of their family. */
  family: number | null;
  /** Purposes that must be agreed to. */
  consents: string;
  demo: number;
  /** A screening's rules, see domain/screening. */
  rules: string | null;
  /** The quotas of these rules as JSON, so that the engine finds them without reading the rules; null for none. */
  quotas: string | null;
  /** Whose it is, and the district it is for; null for the whole city. */
  organisation: string;
  adcode: string | null;
  /** Rises with every change that staff make, so that a second one is told. */
  version: number;
}

export interface SessionRow {
  id: string;
  programme_id: string;
  kind: 'screening' | 'event';
  title: string;
  place: string;
  /** How the place is found and reached; null where the union hasn't said. */
  address: string | null;
  floor: string | null;
  phone: string | null;
  adcode: string;
  note: string | null;
  state: 'open' | 'cancelled';
  capacity: number;
  waitlist_size: number;
  opens_at: number;
  closes_at: number;
  cancel_until: number;
  starts_at: number;
  ends_at: number;
  held: number;
  waiting: number;
  next_place: number;
  next_offer_at: number | null;
  demo: number;
  organisation: string;
  /** Said to everybody in it, such as why it was cancelled. */
  notice: string | null;
  /**
   * How often what a calendar shows of it was changed: title, venue, note, times, or that it was called off. It only
   * rises, as SEQUENCE of RFC 5545 3.8.7.4 must.
   */
  revision: number;
  /** When that was last; null on rows that are older than this column and were not changed since. */
  changed_at: number | null;
  /** Rises with every change that staff make, so that a second one is told. */
  version: number;
  /** From when others than staff see it, and anybody can be in it; null of a draft whose time isn't known. */
  public_from: number | null;
}

export interface RegistrationRow {
  id: string;
  session_id: string;
  programme_id: string;
  account_id: string;
  status: RegistrationStatus;
  place: number;
  offer_until: number | null;
  /** Of an offer that hasn't been delivered: from when staff may pass it on; null once its hold has begun. */
  pass_on_from: number | null;
  /** When the union took the booked seat away; null once there is one again. */
  displaced_at: number | null;
  /** Why it is cancelled; null while it isn't. */
  cancel_cause: CancelCause | null;
  active_key: string | null;
  limit_key: string | null;
  limit_slot: number | null;
  /** Keyed hashes of who it is and of the telephone number, both within the programme; null 30 days after the session. */
  person_key: string | null;
  phone_key: string | null;
  /** Keyed hash of the device within the programme; null 30 days after the session, and where it isn't known. */
  device_key: string | null;
  /** Keyed hash, within the programme, of the identity number without its last four digits; null as `device_key`. */
  number_key: string | null;
  /** Its seat is kept until `offer_until` for the telephone number to be proved. */
  awaits_proof: number;
  /** The person, sealed with the account's key; null once erased. */
  sealed: string | null;
  /** What was agreed to: purpose, version, hash of the text, when. */
  consents: string;
  /** 1: somebody else signed the person up, and she has a telephone of her own, so she is told besides the account. */
  own_phone: number | null;
  created_at: number;
  updated_at: number;
}

/**
 * A sign-up that waits: for its telephone number to be proved, or for staff, where another account has a place for the
 * person or its device has too many. The keys are made as those of a registration; the row is gone when it was let
 * through, when its account is, when the time for its proof is long over, and 30 days after the session.
 */
export interface HeldRow {
  id: string;
  session_id: string;
  programme_id: string;
  account_id: string;
  active_key: string;
  limit_key: string;
  phone_key: string | null;
  device_key: string | null;
  number_key: string | null;
  cause: HeldCause;
  /** Until when the number can be proved; null where the programme doesn't ask for that. */
  proof_until: number | null;
  /** When it was proved, where that didn't settle it. */
  proved_at: number | null;
  /** The registration whose seat is kept for the proof; null where no seat was free. */
  registration_id: string | null;
  /** The person, sealed with the account's key as a registration with this id would have it. */
  sealed: string;
  /** As a registration's: 1 where the person has a telephone besides the account's, and so is told herself. */
  own_phone: number | null;
  consents: string;
  state: 'held' | 'returned';
  /** Why it was returned. */
  reason: string | null;
  created_at: number;
}

/** A code that was sent to a telephone number, for a sign-up that waits for it. Neither is in it. */
export interface PhoneCodeRow {
  /** Of the {@link HeldRow}. */
  held_id: string;
  account_id: string;
  /** Keyed hash of the code and of what it is for. */
  code_key: string;
  /** How many codes were tried against it. */
  tries: number;
  sent_at: number;
  expires_at: number;
}

/** A message with a code, so that the carrier's receipt of it is known. Neither number nor code is in it. */
export interface CodeMessageRow {
  id: string;
  account_id: string;
  /** Keyed hash of the number, as a delivery has it. */
  recipient: string;
  /** The carrier's number of the message; null until its answer, or where that got lost. */
  provider_id: string | null;
  sent_at: number;
}

export interface IdempotencyRow {
  /** Hash of account and key: says nothing about either. */
  id: string;
  fingerprint: string;
  answer: string;
  created_at: number;
}

export interface AccountRow {
  id: string;
  /** `staff`: made for somebody whom a clerk signed up by hand. */
  kind: 'device' | 'wechat' | 'staff';
  /** Keyed hash of the WeChat openid; null for a device. */
  subject: string | null;
  created_at: number;
}

/** Kept apart so that a backup can leave it out: without it nothing personal can be read. */
export interface AccountKeyRow {
  account_id: string;
  kid: string;
  wrapped: string;
}

/** A deleted account, as a keyed hash of its id: it goes with the keys' backup, and tells what must not come back. */
export interface ErasedAccountRow {
  id: string;
  at: number;
}

export interface LoginRow {
  id: string;
  account_id: string;
  /** Of the first renewal token. */
  renewal_hash: string;
  created_at: number;
  expires_at: number;
  revoked_at: number | null;
  /** The latest renewal token of the series that was given, the one that was given for, and when; 0 is the first. */
  renewal_serial: number;
  renewal_previous: number | null;
  renewed_at: number | null;
}

export interface LegalAidRow {
  id: string;
  account_id: string;
  status: LegalAidStatus;
  topic: Topic;
  sealed: string;
  consents: string;
  /** The district of the work, where it was told. */
  adcode: string | null;
  /** The nearest last day by the sender's reckoning, `YYYY-MM-DD`. */
  due_day: string | null;
  /** Who at the union has it. */
  assigned_to: string | null;
  /** The union's last letter about it, the day it was sent, and the last day for its answer as it was told then. */
  letter_kind: LetterKind | null;
  letter_on: string | null;
  letter_due: string | null;
  organisation: string;
  created_at: number;
  updated_at: number;
}

export interface LegalAidMessageRow {
  id: string;
  request_id: string;
  author: 'worker' | 'union';
  sealed: string;
  created_at: number;
}

export interface ComplaintRow {
  id: string;
  account_id: string;
  status: LegalAidStatus;
  kind: ComplaintKind;
  /** On which page of the app it was begun, where that was told. */
  page: string | null;
  sealed: string;
  /** The district that it is about, where it was told. */
  adcode: string | null;
  /** The last day for an answer, `YYYY-MM-DD`, by the promise and the days off of the day on which it was written. */
  answer_by: string;
  /** Who at the union answered it. */
  assigned_to: string | null;
  organisation: string;
  created_at: number;
  updated_at: number;
}

export interface StationReportRow {
  id: string;
  station_id: string;
  account_id: string | null;
  kind: ReportKind;
  sealed: string | null;
  state: ReportState;
  /** The union's answer, sealed with its sender's key. */
  reply: string | null;
  created_at: number;
  /** Null on rows from before there were answers. */
  updated_at: number | null;
}

export interface ConsentWithdrawalRow {
  id: string;
  account_id: string;
  purpose: string;
  at: number;
}

export interface AuditRow {
  chain: string;
  seq: number;
  at: number;
  actor: string;
  action: string;
  subject: string | null;
  detail: string;
  hash: string;
}

/** What somebody has to know, written in the transaction in which it happened. It names what it is about by id only. */
export interface NoticeRow {
  id: string;
  account_id: string;
  kind: NoticeKind;
  registration_id: string | null;
  /** Of a sign-up that staff have to settle, before it is a registration: which {@link HeldRow}. */
  held_id: string | null;
  /** Of such a sign-up: the registration whose own notice goes to the same telephone number, so that nobody rings twice. */
  told_by: string | null;
  session_id: string | null;
  request_id: string | null;
  station_id: string | null;
  /** Of an alert or a due reminder: which, also after it is gone. */
  alert_id: string | null;
  /** Of a move: the session that was left. */
  from_session_id: string | null;
  /** Of an offer whose hold has begun, and of a registration that ended with its offer: until when the seat was held. */
  deadline: number | null;
  /** What is another now: a list of field, from and to. */
  changes: string;
  created_at: number;
  /** When her phone said that she has seen it. */
  read_at: number | null;
  /** When a clerk reached her by telephone. */
  reached_at: number | null;
  /** How the last call ended, when, and how many there were; null, null and 0 where nobody called. */
  call_result: CallResult | null;
  called_at: number | null;
  /** The member of staff who called last. */
  called_by: string | null;
  calls: number;
  /** When the delivery looks at it next; while it is being delivered, the lease of who does. Null: there is no more to do. */
  deliver_at: number | null;
  /** When a channel outside the app proved that it arrived, and which. */
  delivered_at: number | null;
  delivered_by: Channel | null;
  /** What the union writes to her: why it ended her registration, or a message. Sealed with her account's key. */
  sealed: string | null;
}

/** What became of a notice on one channel: one row, however often it was tried. */
export interface DeliveryRow {
  notice_id: string;
  channel: Channel;
  account_id: string;
  /**
   * `sending`: a process hands it over; `later`: it was surely not taken and may be tried again; `unknown`: the answer
   * was lost; `accepted`: the provider took it; `refused`, `failed`: it did not arrive; `confirmed`: it arrived.
   */
  state: 'sending' | 'later' | 'unknown' | 'accepted' | 'refused' | 'failed' | 'confirmed';
  /** Keyed hash of the openid or the number, by which a receipt is matched. */
  recipient: string | null;
  /** The provider's own id of the message. */
  provider_id: string | null;
  /** The provider's last no, or why it was given up. */
  reason: string | null;
  tries: number;
  /** The day of a push that a person gets one of a day; null for those that know no such limit. */
  push_day: string | null;
  /** When it was last handed over. */
  sent_at: number;
  updated_at: number;
}

/** Somebody's yes to messages of WeChat's about one thing of theirs. */
export interface WechatGrantRow {
  /** Of the registration or the request. */
  subject_id: string;
  template_kind: TemplateKind;
  account_id: string;
  /** The openid, sealed with the account's key. */
  sealed: string;
  /** Keyed hash of the openid, by which a withdrawal of WeChat's is matched. */
  recipient: string;
  /** How many messages the yes is still good for; a long-term template's is never used up. */
  remaining: number;
  created_at: number;
}

/** How many SMS went out in an hour, a day or a month of Chongqing, and how many the carrier counts them as. */
export interface SmsUsageRow {
  period: string;
  sent: number;
  segments: number;
}

/** A reminder that was agreed to, of a registration: it follows the registration to whatever session that is in. */
export interface ReminderRow {
  registration_id: string;
  account_id: string;
  state: 'waiting' | 'sent' | 'failed';
  /** Which session it was sent for, or failed for; null before. */
  session_id: string | null;
  /** The openid, sealed with the account's key; null once it is no longer needed. */
  sealed: string | null;
  tries: number;
  /** Not tried before; while it is being sent, the lease of who does. */
  not_before: number;
  /** WeChat's last no. */
  errcode: number | null;
  created_at: number;
}

/** A person's one push of a day, outside the kinds that know no such limit. */
export interface PushDayRow {
  account_id: string;
  day: string;
  /** The notice or the reminder that took it. */
  taken_by: string;
}

/** Somebody waits for a session, or for any that suits; the row is gone once they were told. */
export interface SessionAlertRow {
  /** A keyed hash of the account and of what it waits for, so that the same is there once. */
  id: string;
  account_id: string;
  session_id: string | null;
  kind: ProgrammeRow['kind'];
  programme_id: string | null;
  adcode: string | null;
  evening: number;
  weekend: number;
  created_at: number;
}

/** A day on which somebody wants to be told that she is due again: neither of what nor with which result. */
export interface DueReminderRow {
  /** A keyed hash of the account and of the registration that it was asked at. */
  id: string;
  account_id: string;
  day: string;
  months: number;
  /** How often she was told of this day. */
  told: number;
  /** When she is told next; once she was told for the last time, when the row is deleted. */
  next_at: number;
  consents: string;
  created_at: number;
}

export interface MetaRow {
  name: string;
  value: string;
}

/** Whose a row is, where it doesn't say: the first organisation's. */
type Owned<Row> = Omit<Row, 'organisation'> & { organisation: Generated<string> };

/** A row's version, which a new one needn't say: it is the first. */
type Versioned<Row> = Omit<Row, 'version'> & { version: Generated<number> };

export interface Tables extends StaffTables {
  programmes: Versioned<Owned<ProgrammeRow>>;
  sessions: Omit<Versioned<Owned<SessionRow>>, 'revision' | 'public_from'> & {
    revision: Generated<number>;
    public_from: Generated<number | null>;
  };
  registrations: RegistrationRow;
  held_registrations: HeldRow;
  phone_codes: PhoneCodeRow;
  code_messages: CodeMessageRow;
  idempotency: IdempotencyRow;
  accounts: AccountRow;
  account_keys: AccountKeyRow;
  erased_accounts: ErasedAccountRow;
  logins: LoginRow;
  legal_aid: Owned<LegalAidRow>;
  legal_aid_messages: LegalAidMessageRow;
  complaints: Owned<ComplaintRow>;
  complaint_messages: LegalAidMessageRow;
  station_reports: StationReportRow;
  consent_withdrawals: ConsentWithdrawalRow;
  audit: AuditRow;
  notices: NoticeRow;
  reminders: ReminderRow;
  deliveries: DeliveryRow;
  wechat_grants: WechatGrantRow;
  sms_usage: SmsUsageRow;
  session_alerts: SessionAlertRow;
  due_reminders: DueReminderRow;
  push_days: PushDayRow;
  content_versions: ContentVersionRow;
  record_owners: RecordOwnerRow;
  published_records: PublishedRecordRow;
  record_plans: Versioned<RecordPlanRow>;
  pictures: PictureRow;
  shipped_records: ShippedRecordRow;
  meta: MetaRow;
  station_candidates: StationCandidateRow;
  geocode_queries: GeocodeQueryRow;
  geocoder_days: GeocoderDayRow;
  on_site_lists: OnSiteListRow;
  on_site_checks: OnSiteCheckRow;
  on_site_photos: OnSitePhotoRow;
}

/** How a record of the repository last read, in whichever release. */
export interface ShippedRecordRow {
  collection: string;
  id: string;
  /** Of what counts as a change. */
  version: string;
  /** How many releases changed it since it was first seen. */
  changes: number;
  changed_at: number | null;
}

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
  /** Rises with every change that staff make, so that a second one is told. */
  version: number;
}

/** Tries by a keyed hash of the username and of where they came from, whether somebody has the name or not. */
export interface StaffTryRow {
  id: string;
  failed: number;
  /** The last try. */
  since: number;
  /** Keyed hash of the name alone, so that its waits can be lifted; null on rows from before. */
  name_key: string | null;
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
  /** When password and code were given anew; null where they weren't since the sign-in. */
  confirmed_at: number | null;
}

/** What an administrator has to know of another account that gives power, or of her own. */
export interface StaffAlertRow {
  id: string;
  /** Who is told. */
  staff_id: string;
  kind: StaffAlertKind;
  /** Whose account it is about. */
  subject_id: string;
  /** Who did it; null for the command on the service's own machine. */
  actor_id: string | null;
  created_at: number;
  read_at: number | null;
}

export interface StaffJobRow {
  id: string;
  kind: JobKind;
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
  /** `added-seat`: by name too, from the waiting list, on a seat that the session got for it. */
  how: 'scan' | 'name' | 'added-seat';
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

/** Filters of the list of sessions that a member of staff has kept under a name. */
export interface SessionFilterRow {
  id: string;
  staff_id: string;
  name: string;
  /** The filters as the page's address has them. */
  query: string;
  created_at: number;
}

/** What staff write down for each other about a registration or a request. */
export interface StaffNoteRow {
  id: string;
  subject: NoteSubject;
  subject_id: string;
  /** Whose the registration or request was when it was written: with her key it is sealed. */
  account_id: string;
  sealed: string;
  staff_id: string;
  created_at: number;
}

export interface LegalAidTemplateRow {
  id: string;
  organisation: string;
  /** What it is the text of: an answer to a request, or what people read where something is cancelled for them. */
  kind: 'reply' | 'cancellation';
  title: string;
  /** Of a reply: for which topic; null for all of them. */
  topic: Topic | null;
  text: string;
  updated_at: number;
  /** Rises with every change that staff make, so that a second one is told. */
  version: number;
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
  /** By entry, the version of the record that it published last, as JSON. */
  published: string;
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
  staff: Versioned<StaffRow>;
  staff_tries: StaffTryRow;
  staff_sign_ins: StaffSignInRow;
  staff_alerts: StaffAlertRow;
  staff_jobs: StaffJobRow;
  check_ins: CheckInRow;
  outcomes: OutcomeRow;
  legal_aid_templates: Versioned<LegalAidTemplateRow>;
  content_drafts: ContentDraftRow;
  staff_notes: StaffNoteRow;
  staff_session_filters: SessionFilterRow;
  content_publications: PublicationRow;
}

/** Which union a published record belongs to; one without a row is the first union's. */
export interface RecordOwnerRow {
  collection: CollectionName;
  record_id: string;
  organisation: string;
}

/** Who published a record last, or that it was taken down; a record without a row is as the repository ships it. */
export interface PublishedRecordRow {
  collection: CollectionName;
  record_id: string;
  title: string;
  /** When, in milliseconds since the epoch. */
  at: number;
  publication: number;
  /** Null: the first union. */
  organisation: string | null;
  /** 1: taken down, and phones drop it. */
  gone: number;
}

/** A picture that a union uploaded for its records. Phones get it while a published record shows it. */
export interface PictureRow {
  /** The SHA-256 of its file, in hexadecimal. */
  id: string;
  organisation: string;
  /** The file, a JPEG, in base64: alike on both engines. */
  bytes: string;
  /** Bytes of the file. */
  size: number;
  /** In pixels. */
  width: number;
  height: number;
  created_at: number;
  /** When a published record or a draft last showed it. */
  used_at: number;
}

/** A change of one record that isn't published yet: a draft, or one with the time at which it is to happen. */
export interface RecordPlanRow {
  id: string;
  staff_id: string;
  /** Null: of somebody who works for all unions. */
  organisation: string | null;
  collection: CollectionName;
  record_id: string;
  /** As it would be published; null: it is to be taken down. */
  record: string | null;
  /** The record's version when its editor opened it; null where it is new. */
  seen: string | null;
  /** Null: a draft. */
  publish_at: number | null;
  expires_at: number | null;
  /** Why it didn't happen at its time, for the editor. */
  failure: string | null;
  created_at: number;
  updated_at: number;
  /** Rises with every change that staff make, so that a second one is told. */
  version: number;
}

/** A collection as the union published it; the highest revision is the one served. */
export interface ContentVersionRow {
  collection: CollectionName;
  revision: number;
  at: number;
  by_whom: string;
  version: string;
  note: string | null;
  /** The revision that this one publishes again; 0 is the repository's. */
  undoes: number | null;
  record_count: number;
  records: string;
}

/** What a geocoder or a volunteer says of a station, until the union that owns the station decides it. */
export interface StationCandidateRow {
  id: string;
  station_id: string;
  field: CandidateField;
  /** JSON of the proposal's value. */
  value: string;
  /** JSON of where it comes from. */
  origin: string;
  /** JSON: a list of what speaks against it. */
  doubts: string;
  state: CandidateState;
  /** The same for the same observation: none is proposed twice. */
  unique_key: string;
  created_at: number;
  /** The member of staff who decided it; null while it is open, and where a rule refused it. */
  decided_by: string | null;
  decided_at: number | null;
  /** JSON of the value that was accepted, where somebody moved or mended it first. */
  accepted_value: string | null;
}

/** A question to a geocoder about a station, with what came of it. */
export interface GeocodeQueryRow {
  station_id: string;
  provider: GeocoderProvider;
  query: string;
  /** `asking` from before the question until its answer is kept. */
  outcome: GeocodeOutcome | 'asking';
  /** The provider's own status; empty while it is asked. */
  status: string;
  /** JSON of the answer as the provider gave it; null where there was none. */
  answer: string | null;
  /** The run that asks. */
  run: string;
  asked_at: number;
}

/** How many requests a geocoder had on a day of Chongqing's. */
export interface GeocoderDayRow {
  provider: string;
  day: string;
  asked: number;
}

/** A list of stations that volunteers check on one day, with a signed link that is good for it alone. */
export interface OnSiteListRow {
  id: string;
  title: string;
  /** The union of the clerk who made it; null where the clerk works for all. */
  organisation: string | null;
  /** How volunteers are told who asks. */
  publisher: string;
  /** The day in Chongqing, `YYYY-MM-DD`. */
  day: string;
  /** JSON: ids in the order in which the clerk's list had them. */
  station_ids: string;
  created_by: string;
  created_at: number;
  /** Until when what was recorded on the day is taken. */
  expires_at: number;
  revoked_at: number | null;
}

/** A station that a volunteer checked; what was found of its fields are its candidates. Nobody is named. */
export interface OnSiteCheckRow {
  /** As the phone made it, within its list. */
  id: string;
  list_id: string;
  station_id: string;
  found: VisitFinding;
  at: number;
  recorded_at: number;
}

/** The picture of a door. A refused one has no row. */
export interface OnSitePhotoRow {
  check_id: string;
  station_id: string;
  state: 'open' | 'accepted';
  /** Base64 of a JPEG without metadata; empty once it was accepted, and is among the station's pictures. */
  jpeg: string;
  created_at: number;
}

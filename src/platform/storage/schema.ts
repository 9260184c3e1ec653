/**
 * Everything the app keeps on the device, save newer content (./content): one entry a key, a comment a key, a
 * version each.
 *
 * To change a shape: raise `version`, add the step from the old version to `migrate`, and keep the old
 * fixture in the tests. Values that neither parse nor migrate are set aside, never thrown away silently.
 */
import * as v from 'valibot';
import { SessionWire } from '@yugong/domain/session/wire';
import {
  CalendarLook,
  StoredCycleDates,
  Favourite,
  FinderPlace,
  LegalAidSeen,
  LegalDraft,
  Login,
  MyDate,
  NearStation,
  OutboxItem,
  SignUpDraft,
  StoredNotices,
  Ticket,
} from './values';

/** One key of the device's storage. */
export interface StoredKey<T> {
  key: string;
  version: number;
  schema: v.GenericSchema<unknown, T>;
  initial: T;
  /** The step from version `n` to `n + 1`, by `n`. */
  migrate: Record<number, (old: unknown) => unknown>;
  /** For what is nobody else's business: gone so many days after it was last written. Left out, it stays. */
  keepDays?: number;
}

const define = <T>(key: StoredKey<T>): StoredKey<T> => key;

const emptyLegalDraft: LegalDraft = {
  troubles: [],
  fields: {},
  events: [],
  stops: [],
  months: [],
  claims: [],
  evidence: [],
};

export const stored = {
  /** The login, once something was sent; null before. */
  login: define({ key: 'login', version: 1, schema: v.nullable(Login), initial: null, migrate: {} }),
  /** Which phone this is when something is signed up for; the service keeps a keyed hash of it for 30 days after. */
  device: define<string | null>({
    key: 'device',
    version: 1,
    schema: v.nullable(v.string()),
    initial: null,
    migrate: {},
  }),
  /** Has 云托管's gateway, which keeps no login on the phone, ever said who is asking? */
  gatewayLogin: define({ key: 'gateway-login', version: 1, schema: v.boolean(), initial: false, migrate: {} }),
  /** Was the service last heard to be a demo? */
  demo: define({ key: 'demo', version: 1, schema: v.boolean(), initial: false, migrate: {} }),
  /** Kept articles and places, newest first. */
  favourites: define({ key: 'favourites', version: 1, schema: v.array(Favourite), initial: [], migrate: {} }),
  /** What was searched, newest first, at most eight. Stays on the phone. */
  recentSearches: define({
    key: 'recent-searches',
    version: 1,
    schema: v.array(v.string()),
    initial: [],
    migrate: {},
  }),
  /** The chips chosen on the case list; null is 全部. */
  caseFilter: define({
    key: 'case-filter',
    version: 2,
    schema: v.object({ period: v.nullable(v.number()), category: v.nullable(v.string()) }),
    initial: { period: null, category: null },
    // Version 1 had the category's number; it is chosen anew in one tap.
    migrate: { 1: (old) => ({ period: Object(old).period, category: null }) },
  }),
  /** Days the reader saved, such as legal deadlines; the calendar shows them. Never leaves the phone. */
  myDates: define({ key: 'my-dates', version: 1, schema: v.array(MyDate), initial: [], migrate: {} }),
  /** How the calendar was last looked at, and whether the lunar date stands under each day. */
  calendarLook: define<CalendarLook>({
    key: 'calendar-look',
    version: 1,
    schema: CalendarLook,
    initial: { view: 'month', lunar: true },
    migrate: {},
  }),

  /** The legal-aid answers and the application made of them. Never leaves the phone; gone after thirty days. */
  legalDraft: define({
    key: 'legal-draft',
    version: 1,
    schema: LegalDraft,
    initial: emptyLegalDraft,
    migrate: {},
    keepDays: 30,
  }),
  /** A sign-up half filled in. On this phone only until it is sent; gone after three days, or with success. */
  signUpDraft: define<SignUpDraft>({
    key: 'sign-up-draft',
    version: 1,
    schema: SignUpDraft,
    initial: { values: {}, sessions: {} },
    migrate: {},
    keepDays: 3,
  }),
  /** First days of the last two periods, where their owner asked to have them kept. Never sent; gone after ninety days. */
  cycleDates: define<StoredCycleDates | null>({
    key: 'cycle-dates',
    version: 1,
    schema: v.nullable(StoredCycleDates),
    initial: null,
    migrate: {},
    keepDays: 90,
  }),
  /** Places and passes of the reader's, for showing at the door without a network. */
  tickets: define<Ticket[]>({
    key: 'tickets',
    version: 1,
    schema: v.array(Ticket),
    initial: [],
    migrate: {},
    keepDays: 120,
  }),
  /** What has happened to what is the reader's, as the service last said it, for reading without a network. */
  notices: define<StoredNotices>({
    key: 'notices',
    version: 1,
    schema: StoredNotices,
    initial: { list: null, shown: [] },
    migrate: {},
    keepDays: 120,
  }),
  /** What was last read of each request to the union: its status, and how many answers there were. */
  legalAidSeen: define<Record<string, LegalAidSeen>>({
    key: 'legal-aid-seen',
    version: 1,
    schema: v.record(v.string(), LegalAidSeen),
    initial: {},
    migrate: {},
  }),
  /** A complaint half written, by the form's fields. On this phone only until it is sent; gone after thirty days. */
  complaintDraft: define<Record<string, string>>({
    key: 'complaint-draft',
    version: 1,
    schema: v.record(v.string(), v.string()),
    initial: {},
    migrate: {},
    keepDays: 30,
  }),
  /** Is 长辈版 on? */
  elder: define({ key: 'elder', version: 1, schema: v.boolean(), initial: false, migrate: {} }),
  /** The district chosen by hand, for news and stations; null is 全市. */
  district: define({ key: 'district', version: 1, schema: v.nullable(v.string()), initial: null, migrate: {} }),
  /** Where stations are looked for (null until something was chosen), and how the reader goes there. */
  stationFinder: define({
    key: 'station-finder',
    version: 1,
    schema: v.object({ place: v.nullable(FinderPlace), travel: v.picklist(['walk', 'ride']) }),
    initial: { place: null, travel: 'ride' },
    migrate: {},
  }),
  /** The nearest open station that the finder last found for the place chosen there, and until when it is open. */
  nearStation: define<NearStation | null>({
    key: 'near-station',
    version: 1,
    schema: v.nullable(NearStation),
    initial: null,
    migrate: {},
    keepDays: 7,
  }),
  /** What could be joined when home was last drawn, so that it stands there at once. Nothing of the reader's. */
  sessions: define<SessionWire[]>({
    key: 'sessions',
    version: 1,
    schema: v.array(SessionWire),
    initial: [],
    migrate: {},
    keepDays: 3,
  }),
  /** What was sent and not acknowledged yet, oldest first; see platform/outbox. */
  outbox: define({ key: 'outbox', version: 1, schema: v.array(OutboxItem), initial: [], migrate: {} }),
  /** How fast articles are read aloud; 1 is the voice's own speed. */
  readingSpeed: define({ key: 'reading-speed', version: 1, schema: v.number(), initial: 1, migrate: {} }),
};

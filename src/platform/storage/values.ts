/** The shapes of what is kept on the device; {@link stored} says under which key, and for how long. */
import * as v from 'valibot';
import { NoticeListWire } from '@yugong/domain/notice/wire';
import { PassWire, RegistrationWire } from '@yugong/domain/registration/wire';
import { SessionWire } from '@yugong/domain/session/wire';

/** What a favourite can be. */
const FavouriteCollection = v.picklist(['cases', 'news', 'events', 'stations']);

/** A kept article or place. The title is kept too, so that the list can be shown without the collection. */
export const Favourite = v.object({
  collection: FavouriteCollection,
  id: v.string(),
  title: v.string(),
  /** Milliseconds since the epoch. */
  savedAt: v.number(),
});
export type Favourite = v.InferOutput<typeof Favourite>;

/** A day that matters to the reader alone, such as the last one to apply for arbitration. */
export const MyDate = v.object({
  /** The feature's own, so that the same deadline computed again replaces the first: `legal-aid:arbitration`. */
  id: v.string(),
  /** What is on that day, in few words; nothing that a glance over the shoulder shouldn't read. */
  title: v.string(),
  /** `YYYY-MM-DD` at +08:00; of a deadline its last day. */
  day: v.pipe(v.string(), v.isoDate()),
  /** Why that day: the rule and its article. */
  note: v.nullable(v.string()),
  /** The page that explains it, or null. */
  url: v.nullable(v.string()),
  /** Milliseconds since the epoch. */
  savedAt: v.number(),
});
export type MyDate = v.InferOutput<typeof MyDate>;

/** How the calendar is looked at. */
export const CalendarLook = v.object({ view: v.picklist(['month', 'week', 'list']), lunar: v.boolean() });
export type CalendarLook = v.InferOutput<typeof CalendarLook>;

/** Something that was sent to the service and is not settled yet. */
export const OutboxItem = v.object({
  /** The same at every attempt, so that the service does it once. */
  key: v.string(),
  kind: v.string(),
  /** What the reader sees; nothing personal. */
  title: v.string(),
  method: v.picklist(['POST', 'PUT', 'DELETE']),
  path: v.string(),
  /** May be personal: null as soon as the service has it or its author gave it up. */
  body: v.unknown(),
  /** Where in the body a text belongs that is kept sealed, as an RFC 6901 pointer; absent where there is none. */
  secret: v.optional(v.string()),
  /** Milliseconds since the epoch. */
  createdAt: v.number(),
  attempts: v.number(),
  progress: v.variant('state', [
    v.object({ state: v.literal('waiting'), until: v.number() }),
    v.object({ state: v.literal('sending'), stopping: v.boolean() }),
    v.object({
      state: v.literal('done'),
      at: v.number(),
      /** The answer's: 201 made it, 200 had it already; 0 where an earlier version of the app didn't note it. */
      status: v.optional(v.number(), 0),
      answer: v.unknown(),
    }),
    v.object({
      state: v.literal('refused'),
      code: v.string(),
      title: v.string(),
      errors: v.optional(v.array(v.object({ pointer: v.string(), code: v.string() })), []),
    }),
    v.object({ state: v.literal('stopped') }),
  ]),
});
export type OutboxItem = v.InferOutput<typeof OutboxItem>;

/** This phone's account with the service: an identity without a name. */
export const Login = v.object({
  token: v.string(),
  /** Milliseconds since the epoch. */
  expiresAt: v.number(),
  /** Gets the next token; whoever has it is the account. */
  renewal: v.string(),
});
export type Login = v.InferOutput<typeof Login>;

/** For the days that a clinic asks to avoid; `YYYY-MM-DD`. */
export const StoredCycleDates = v.object({ before: v.string(), last: v.string() });
export type StoredCycleDates = v.InferOutput<typeof StoredCycleDates>;

/** A sign-up that is being filled in: what was typed, and how far each session's form got. */
export const SignUpDraft = v.object({
  /** By field, as it stands there; shared, so that another session need not be typed again. */
  values: v.record(v.string(), v.string()),
  sessions: v.record(
    v.string(),
    v.object({
      /** The key of the sign-up to be sent: another one only once the service has surely refused the first. */
      key: v.string(),
      /** Consents given here, `purpose@version`. Never carried over to another session. */
      agreed: v.array(v.string()),
      step: v.string(),
      /** The session and its programme as last seen, so that the form opens without a network; the form reads the programme. */
      seen: v.object({ session: SessionWire, programme: v.unknown() }),
    }),
  ),
});
export type SignUpDraft = v.InferOutput<typeof SignUpDraft>;

/** A place that somebody has, as far as it is needed at the door without a network. Nothing that was typed. */
export const Ticket = v.object({
  registration: RegistrationWire,
  session: SessionWire,
  /** Null where it was not asked for yet. The ticket reads it: what else looks at tickets needs no programme. */
  programme: v.unknown(),
  /** What the QR code holds, and whose initials it shows; null where there is none. */
  pass: v.nullable(v.object({ code: v.string(), initials: v.string(), signedUpBy: PassWire.entries.signedUpBy })),
  /** When the service said so, in milliseconds since the epoch. */
  at: v.number(),
});
export type Ticket = v.InferOutput<typeof Ticket>;

/** A place chosen by hand, or `near`: the phone is asked anew each time and its position is never kept. */
export const FinderPlace = v.variant('type', [
  v.object({ type: v.literal('near') }),
  v.object({ type: v.literal('district'), adcode: v.string() }),
  v.object({ type: v.literal('street'), adcode: v.nullable(v.string()), street: v.string() }),
  v.object({
    type: v.literal('landmark'),
    title: v.string(),
    adcode: v.nullable(v.string()),
    lng: v.number(),
    lat: v.number(),
    /** How far off in metres the centre may be; absent for a measured position, and before there was a gazetteer. */
    about: v.optional(v.number()),
  }),
]);
export type FinderPlace = v.InferOutput<typeof FinderPlace>;

/** A station that was the nearest open one, for a page that has neither the stations nor their hours. */
export const NearStation = v.object({
  id: v.string(),
  title: v.string(),
  /** What it is near to: the place chosen in the finder. */
  place: v.string(),
  /** The way there in minutes, as the finder estimated it; null where there are no distances. */
  minutes: v.nullable(v.number()),
  travel: v.picklist(['walk', 'ride']),
  /** Until when it is open without a break, in milliseconds since the epoch; null where it never closes. */
  openUntil: v.nullable(v.number()),
});
export type NearStation = v.InferOutput<typeof NearStation>;

const text = v.string();
const pair = v.object({ from: text, to: text });

/** What a worker in trouble has told the phone so far: typed texts as they stand in the fields. */
export const LegalDraft = v.object({
  troubles: v.array(text),
  /** Single answers by the name of their field. */
  fields: v.record(text, text),
  /** What made the year begin anew. */
  events: v.array(
    v.object({
      on: text,
      kind: text,
      proven: v.boolean(),
      /** Of a procedure: is it over (`yes`, `no`), and since when. Drafts of before this was asked have neither. */
      over: v.optional(text),
      until: v.optional(text),
    }),
  ),
  /** Times in which it was impossible to apply; `to` is empty while they last. */
  stops: v.array(pair),
  months: v.array(v.object({ month: text, due: text, paid: text })),
  /** Amounts that go into the application, and evidence at hand, by their names. */
  claims: v.array(text),
  evidence: v.array(text),
});
export type LegalDraft = v.InferOutput<typeof LegalDraft>;

/** How far a request to the union was read. */
export const LegalAidSeen = v.object({ status: v.string(), answers: v.number() });
export type LegalAidSeen = v.InferOutput<typeof LegalAidSeen>;

/** What the service last had to say to this phone's account, so that it can be read without a network. */
export const StoredNotices = v.object({
  /** Null until the service was asked. */
  list: v.nullable(NoticeListWire),
  /** Ids that were shown here and that the service does not know to be read yet. */
  shown: v.array(v.string()),
});
export type StoredNotices = v.InferOutput<typeof StoredNotices>;

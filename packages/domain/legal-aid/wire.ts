/** What travels about a request for legal aid. */
import * as v from 'valibot';
import { Name, Phone } from '../identity';
import { Text } from '../text';
import { isRealDay } from '../labour-law/dates';
import { ConsentWire } from '../consent/wire';
import { GivenConsents } from '../consent/wire';
import { Time } from '../wire';
import { openPicklist } from '../wire/tolerant';
import { legalAidStatuses } from './fate';
import { letterKinds } from './letter';

/** What it is about, to reach the right person; the rest is in the worker's own words. */
export const topics = [
  'pay',
  'injury',
  'contract',
  'dismissal',
  'insurance',
  'platform',
  'harassment',
  /** A clue for the union's supervision of labour law: 请工会查一查. */
  'supervision',
  'other',
] as const;
export type Topic = (typeof topics)[number];

/** Lengths in characters. */
export const MOST_TEXT = 4000;
export const MOST_MESSAGE = 2000;

export const LegalAidRequest = v.strictObject({
  topic: v.picklist(topics, 'value'),
  name: Name,
  phone: Phone,
  text: Text(MOST_TEXT),
  /** What the worker has and will bring along: names of papers, never the papers. */
  bring: v.optional(v.pipe(v.array(Text(80), 'type'), v.maxLength(40, 'too-long')), []),
  /** The district of the work, so that it reaches the right union. */
  adcode: v.optional(v.nullable(v.pipe(v.string('type'), v.regex(/^50\d{4}$/, 'value'))), null),
  /** The nearest last day by the worker's own reckoning, `YYYY-MM-DD`. */
  dueDay: v.optional(v.nullable(v.pipe(v.string('type'), v.check(isRealDay, 'value'))), null),
  consents: GivenConsents,
});
export type LegalAidRequest = v.InferInput<typeof LegalAidRequest>;

export const MessageRequest = v.strictObject({ text: Text(MOST_MESSAGE) });

export const MessageWire = v.object({
  id: v.string(),
  /** Whoever isn't the worker answers from the union's side. */
  author: openPicklist(['worker', 'union'], 'union'),
  text: v.string(),
  createdAt: Time,
});

export type MessageWire = v.InferOutput<typeof MessageWire>;

/** The answer to a request. */
export const AskedWire = v.object({
  id: v.string(),
  status: openPicklist(legalAidStatuses, 'received'),
  createdAt: v.string(),
});

/** The union's last letter about it, and until when it has to be answered; see `letterDue`. */
export const LetterWire = v.object({
  kind: openPicklist(letterKinds, 'reminder'),
  sentOn: v.string(),
  answerBy: v.nullable(v.string()),
});
export type LetterWire = v.InferOutput<typeof LetterWire>;

export const LegalAidWire = v.object({
  id: v.string(),
  status: openPicklist(legalAidStatuses, 'received'),
  topic: openPicklist(topics, 'other'),
  name: v.string(),
  phone: v.string(),
  text: v.string(),
  bring: v.array(v.string()),
  adcode: v.nullable(v.string()),
  dueDay: v.nullable(v.string()),
  /** Open, and fewer than seven days are left (法律援助法 44). */
  urgent: v.boolean(),
  createdAt: Time,
  updatedAt: Time,
  messages: v.array(MessageWire),
  /** Absent where a service of an earlier release answers. */
  letter: v.optional(v.nullable(LetterWire), null),
});
export type LegalAidWire = v.InferOutput<typeof LegalAidWire>;

export const LegalAidList = v.object({ requests: v.array(LegalAidWire) });
export type LegalAidList = v.InferOutput<typeof LegalAidList>;

/** What is agreed to before anything is sent. */
export const LegalAidConsent = v.object({
  consent: ConsentWire,
  /** Is this a demo, where nobody reads what is sent? A service of before doesn't say. */
  demo: v.optional(v.boolean(), false),
});

/** A text to be made into a document; the first line is its title. */
export const DocumentRequest = v.strictObject({ text: Text(20_000) });

/** The document's bytes, where they were asked for as text. */
export const DocumentWire = v.object({ base64: v.string() });

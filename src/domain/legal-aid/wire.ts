/** What travels about a request for legal aid. */
import * as v from 'valibot';
import { Name, Phone, Text } from '../identity';
import { GivenConsents, Time } from '../registration/wire';

/** What it is about, to reach the right person; the rest is in the worker's own words. */
export const topics = ['pay', 'injury', 'contract', 'dismissal', 'insurance', 'platform', 'other'] as const;

export const LegalAidRequest = v.strictObject({
  topic: v.picklist(topics, 'value'),
  name: Name,
  phone: Phone,
  text: Text(4000),
  consents: GivenConsents,
});

export const MessageRequest = v.strictObject({ text: Text(2000) });

export const MessageWire = v.object({
  id: v.string(),
  author: v.picklist(['worker', 'union']),
  text: v.string(),
  createdAt: Time,
});

export const LegalAidWire = v.object({
  id: v.string(),
  status: v.picklist(['open', 'answered', 'closed', 'withdrawn']),
  topic: v.picklist(topics),
  name: v.string(),
  phone: v.string(),
  text: v.string(),
  createdAt: Time,
  updatedAt: Time,
  messages: v.array(MessageWire),
});

export type LegalAidWire = v.InferOutput<typeof LegalAidWire>;

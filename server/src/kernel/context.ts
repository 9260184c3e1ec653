/** What every part of the service works with. */
import type { ContentSource } from './content-source';
import type { Keyring } from '../crypto/keyring';
import type { Secrets } from '../crypto/secrets';
import type { Store } from './store';
import type { Geocoding } from '@yugong/content/geocode/port';
import type { Sms } from './sms';
import type { Wechat } from './wechat';

export interface Limits {
  /** Writes an account may make a minute. */
  writes: number;
  /** Logins an address may make a minute: many people share one behind a carrier's gateway. */
  logins: number;
}

export interface Service {
  store: Store;
  keyring: Keyring;
  secrets: Secrets;
  content: ContentSource;
  wechat: Wechat;
  /** Null where the operator has nobody who sends SMS. */
  sms: Sms | null;
  /** Null where the operator has no key of a geocoder. */
  geocoding: Geocoding | null;
  limits: Limits;
  /** Where people find the service, such as `https://yugong.example`; null where the operator doesn't say. */
  origin: string | null;
  /** Whom consents name, as `operator.json` has it; null where nobody is named. */
  operatorName: string | null;
  /** Within how many working days the operator promises to answer complaints. */
  answerWithin: number;
  /** Does it hold invented programmes, so that nobody may take it for a union's? */
  demo: boolean;
  now: () => number;
  /** True from the moment it was asked to stop. */
  stopping: boolean;
  close(): Promise<void>;
}

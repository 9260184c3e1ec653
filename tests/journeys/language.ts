/**
 * The words a journey is told in. A journey is written once and read by a person; two drivers make it
 * happen, one on the compiled mini-program and one on the H5 build.
 */

import type { CollectionName } from '@yugong/content/schema';
import type { ReportKind, ReportState } from '@yugong/domain/report';
import { DAY, instantOf } from '@yugong/domain/time';
import type { Line } from './service/line';

/** What a share sends: WeChat's title and path, or the address that a browser copied. */
export interface Shared {
  title?: string | undefined;
  path: string;
}

/** A reader with a phone. */
export interface Reader {
  /** Opens the app at an address, as a link or a shared card does. */
  open: (url?: string) => Promise<void>;
  /** Taps what says these words, by its text or its label for screen readers. */
  tap: (words: string) => Promise<void>;
  /** Each of these can be read on the page, spaces aside. Waits for them. */
  see: (...words: string[]) => Promise<void>;
  /** None of these can be read. */
  dontSee: (...words: string[]) => Promise<void>;
  /** Types into the field with this label or placeholder, over what stands there. */
  type: (label: string, text: string) => Promise<void>;
  /** The way back that is drawn above the page. */
  back: () => Promise<void>;
  switchTab: (text: string) => Promise<void>;
  /** Pulls the page down with a finger. */
  pullDown: () => Promise<void>;
  scrollToEnd: () => Promise<void>;
  /** Kills the app and opens it again; the phone keeps what was stored. */
  relaunch: () => Promise<void>;
  /** The page shown is this one, `/features/cases/pages/detail/index`, or fails. */
  at: (path: string) => Promise<void>;
  /** Is this choice marked as chosen, in looks that differ from the others'? */
  chosen: (words: string) => Promise<boolean>;
  /** Words set off as hits. */
  highlights: () => Promise<string[]>;
  /** Height of these words' letters in px. */
  textSize: (words: string) => Promise<number>;
  /** The page's own background, `rgb(…)`. */
  background: () => Promise<string>;
  /** Shares the page with the button that says 转发. */
  share: () => Promise<Shared>;
  /** Is this text anywhere in what the app keeps on the phone, its files included? */
  keeps: (text: string) => Promise<boolean>;
  /** Numbers the dialler was opened with. */
  calls: () => Promise<string[]>;
  /** What WeChat's small notes over the page said so far. In a browser they are read on the page. */
  toasts: () => Promise<string[]>;
  /** Sizes of the pictures that the app saved, `720x1280`: in WeChat's album or a browser's downloads. */
  pictures: () => Promise<string[]>;
  /** Its owner photographs the screen with the phone's buttons. Browsers are told nothing of it. */
  takeScreenshot: () => Promise<void>;
  /** What its owner answers the next thing WeChat itself asks. Browsers ask nothing of the kind. */
  answerNext: (answer: 'yes' | 'no') => void;
  /** The phone loses its network, or finds it again. */
  network: (to: 'none' | 'wifi') => Promise<void>;
}

/** Somebody else with a place in a session. */
export interface Other {
  cancel: () => Promise<void>;
}

/** What a journey can do to the real service behind the app, and to the line between them. */
export interface ServiceHands {
  line: Line;
  /** Ends it as a power cut would; what it had committed stays. */
  stop: () => Promise<void>;
  start: () => Promise<void>;
  /** So many other people sign up, one after the other. */
  others: (sessionId: string, count: number) => Promise<Other[]>;
  /** Every registration of a session by its status, in order of arrival. */
  registrations: (sessionId: string) => Promise<string[]>;
  /** What staff would change: times in milliseconds, the capacity, the state. */
  updateSession: (
    sessionId: string,
    change: Partial<Record<'capacity' | 'waitlist_size' | 'opens_at' | 'closes_at' | 'cancel_until', number>> & {
      state?: 'open' | 'cancelled';
    },
  ) => Promise<void>;
  /** All programmes ask from now on for a proof of the telephone number. */
  askForProofs: () => Promise<void>;
  /** The code of the last SMS, as its reader sees it. */
  lastCode: () => Promise<string>;
  /** What a member of staff asks the console's API, `PUT /sessions/one`; everybody in a called-off session is cancelled. */
  staff: (line: string, body?: object) => Promise<Record<string, unknown>>;
  /** So much time passes for the service, in milliseconds, and what is due happens. */
  wait: (time: number) => Promise<void>;
  /** The union publishes a record, new or in the place of the one with its id, without a release of the app. */
  publish: (collection: CollectionName, record: { id: string }) => Promise<void>;
  /** So many other people tell of a station, one kind each. */
  reports: (stationId: string, kinds: readonly ReportKind[]) => Promise<void>;
  /** What the service has been told of a station, in order. */
  sentReports: (stationId: string) => Promise<string[]>;
  /** What staff would do with every report that waits. */
  settleReports: (to: ReportState, reply: string) => Promise<void>;
  /** Every request for legal aid by its status, in order of arrival. */
  requests: () => Promise<string[]>;
  /** Somebody at the union answers the latest request. */
  answerRequest: (text: string) => Promise<void>;
  /** The service's clock goes to a moment, and what is due is sent. @returns the messages so far, as WeChat gets them */
  sendReminders: (time: number) => Promise<string[]>;
  /**
   * Notices that are due go out over WeChat and by SMS.
   *
   * @returns the messages so far, as WeChat gets them, and the numbers to which SMS went
   */
  deliver: () => Promise<{ wechat: string[]; sms: string[] }>;
  /** Whoever waits for sessions is told of those that opened. @returns how many were */
  tellOfOpenings: () => Promise<number>;
  /** The service's time in milliseconds. */
  now: () => number;
  /** Every login ends, as if its time were over and it could not be renewed. */
  revokeLogins: () => Promise<void>;
}

/** The phone a journey is made on. */
export interface Phone {
  theme?: 'light' | 'dark';
  /** The reader's font setting as a factor. */
  fontScale?: number;
  /** The day it is in Chongqing. */
  today?: string;
  /** Days by which the phone's clock is wrong; the service's is right. */
  clockOffDays?: number;
  /** The time of day there, `22:40`. */
  time?: string;
  /** Where the phone says it is, to some hundred metres; null where its owner refuses to say. */
  location?: { lng: number; lat: number } | null;
  /** Its owner doesn't agree to the privacy guideline that WeChat shows. */
  refusesPrivacy?: boolean;
  /** The height of its gesture bar. Browsers keep clear of it themselves. */
  gestureBar?: number;
  /** May the app write to the album? In a browser nobody asks. */
  allowsAlbum?: boolean;
}

export interface Journey {
  name: string;
  phone: Phone;
  /** Only there, with the reason in the journey's own comment. */
  only?: 'weapp' | 'h5';
  /** Does it need the service? Then one is started for it alone. */
  service: boolean;
  run: (reader: Reader, service: ServiceHands) => Promise<void>;
}

type Told = Phone & { only?: Journey['only'] };

/** Tells one journey that needs nothing but the app. */
export function journey(name: string, run: (reader: Reader) => Promise<void>, { only, ...phone }: Told = {}): Journey {
  return { name, run, phone, service: false, ...(only ? { only } : {}) };
}

/** Tells one journey with a real service behind the app, seeded with the demo's sessions from the journey's day on. */
export function serviceJourney(name: string, run: Journey['run'], { only, ...phone }: Told = {}): Journey {
  return { name, run, phone, service: true, ...(only ? { only } : {}) };
}

/** Waits for what happens behind the app. @param or what is wrong where it doesn't, in words */
export async function until(happened: () => Promise<boolean>, or: string): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    if (await happened()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(or);
}

/** The day the journeys take place on, unless they say otherwise: shortly after the newest content. */
export const JOURNEY_TODAY = '2026-02-10';

/** What the phone takes for now when it is opened, in milliseconds. */
export const phoneTime = ({ clockOffDays = 0, ...day }: Phone): number => beginningOf(day) + clockOffDays * DAY;

/** When a journey begins: noon in Chongqing unless it says otherwise, in milliseconds. */
export const beginningOf = ({ today = JOURNEY_TODAY, time = '12:00' }: Pick<Phone, 'today' | 'time'>): number =>
  instantOf(today, time);

/** Noon in Chongqing of a day, in milliseconds. */
export const noonOf = (today: string): number => beginningOf({ today });

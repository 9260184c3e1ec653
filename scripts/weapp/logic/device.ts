/** The phone around the app: what outlives a relaunch, what its owner set, and what the app did to it. */
import { Storage } from './storage';
import type { DrawnPicture } from './wx-canvas';
import type { ShownMap } from './wx-map';

export interface SavedEvent {
  title: string;
  /** Unix seconds, as WeChat wants them. */
  startTime: number;
  endTime?: number | string;
  [key: string]: unknown;
}

/** Where a package that was built without an address is let ask here, as if it had been built with this one. */
export const DEFAULT_SERVICE = 'https://service.example.org';

export type Network = 'wifi' | '4g' | 'none';

export class Device {
  readonly storage = new Storage();
  network: Network = 'wifi';
  theme: 'light' | 'dark' = 'light';
  /** WeChat's font setting as a factor of the normal size. */
  fontScale = 1;
  window = { width: 375, height: 667 };
  /** Where the phone is (GCJ-02), or null where its owner refuses to say. */
  location: { latitude: number; longitude: number } | null = { latitude: 29.563, longitude: 106.551 };
  /** Its owner doesn't agree to the privacy guideline: WeChat refuses every interface that the guideline lists. */
  refusesPrivacy = false;
  allowsCalendar = true;
  allowsAlbum = true;
  /** What the owner answers the next dialogs with; true where nothing is queued. */
  readonly answers: boolean[] = [];
  /** What the owner picks from the next sheets, by index; the first where nothing is queued. */
  readonly choices: number[] = [];
  /** What the next scan reads; null cancels. */
  readonly scans: (string | null)[] = [];
  /** Milliseconds since the epoch that the app takes as its start; the clock runs on from there. */
  now: number | null = null;
  /**
   * The origins the app may call (WeChat's 合法域名) and where each is really served in this run; null where
   * nobody answers, which the app has to live with.
   */
  readonly domains = new Map<string, string | null>([[DEFAULT_SERVICE, null]]);
  /** Is a package without an address run as it is, or as if it had been built for {@link DEFAULT_SERVICE}? */
  hasService = true;
  /** Names that this phone's `wx` doesn't have: an older WeChat, or an interface that an operator may not use. */
  readonly lacks = new Set<string>();
  /** Who is logged in to WeChat: the same person has the same openid at every login. */
  wechatUser = 'worker';

  /** Files the app wrote, by their path. */
  readonly files = new Map<string, Buffer>();
  /** Documents the app opened or sent, as they were. */
  readonly documents: { by: string; path: string; bytes: Buffer }[] = [];
  /** Pictures that the app wrote to the album. */
  readonly album: DrawnPicture[] = [];
  clipboard = '';
  /** How often the app was started anew with a fetched release. */
  appliedUpdates = 0;
  readonly calls: string[] = [];
  readonly calendar: SavedEvent[] = [];
  readonly toasts: string[] = [];
  readonly modals: { title: string; content: string }[] = [];
  /** The map on the page, once there was one. */
  map: ShownMap | null = null;
  readonly openedMaps: { latitude: number; longitude: number; name?: string }[] = [];
}

import { useEffect, useRef } from 'react';

interface Phone {
  /** Parameters of the opened page. */
  params: Record<string, string>;
  storage: Map<string, unknown>;
  storageFull: boolean;
  visited: string[];
  toasts: string[];
  scrolledTo: string[];
  clipboard: string;
  calendar: Record<string, unknown>[];
  calendarRefusal: string;
  fuzzyLocation: { longitude: number; latitude: number } | { errMsg: string } | null;
  openedMaps: { latitude: number; longitude: number; name?: string }[];
  mapFails: boolean;
  /** The mark on each tab of WeChat's own bar, by its place. */
  tabBadges: Map<number, string>;
  hide: () => void;
  /** Shows the pages on the screen; the first showing, which follows the opening, is a call as well. */
  show: () => void;
  /** What WeChat's share menu hands to a friend and to the timeline. */
  sharing: { friend: () => unknown; timeline: () => unknown };
  reset: () => void;
}

const onShow = new Set<{ current: () => void }>();

/**
 * The parts of Taro that pages use, for jsdom: parameters of the opened page, a device storage in
 * memory, and a record of where the reader went and what was said.
 */
export const phone: Phone = {
  params: {},
  storage: new Map<string, unknown>(),
  /** Set to make the next writes fail, as a full phone does. */
  storageFull: false,
  visited: [],
  toasts: [],
  /** Where the page was scrolled to, as selectors. */
  scrolledTo: [],
  clipboard: '',
  /** What was put into the phone's calendar, and how WeChat refuses the next one. */
  calendar: [],
  calendarRefusal: '',
  /** Where the phone says it is, what it says instead, or null for never. */
  fuzzyLocation: null,
  /** Points that WeChat's map was opened at; set `mapFails` where it doesn't open. */
  openedMaps: [],
  mapFails: false,
  tabBadges: new Map<number, string>(),
  /** What the pages on the screen do when they are left. */
  hide: (): void => undefined,
  show: (): void => {
    for (const { current } of [...onShow]) current();
  },
  sharing: { friend: () => undefined, timeline: () => undefined },
  reset(): void {
    Object.assign(phone, {
      params: {},
      storageFull: false,
      visited: [],
      toasts: [],
      scrolledTo: [],
      clipboard: '',
      calendar: [],
      calendarRefusal: '',
      fuzzyLocation: null,
      openedMaps: [],
      mapFails: false,
      hide: nothing,
      sharing: { friend: nothing, timeline: nothing },
    });
    phone.storage.clear();
    phone.tabBadges.clear();
  },
};

const nothing = (): void => undefined;
const go = ({ url }: { url: string }): Promise<void> => {
  phone.visited.push(url);
  return Promise.resolve();
};

export const useRouter = () => ({ params: phone.params });
export const useDidShow = (show: () => void): void => {
  const latest = useRef(show);
  latest.current = show;
  useEffect(() => {
    onShow.add(latest);
    return () => void onShow.delete(latest);
  }, []);
};
export const useDidHide = (hide: () => void): void => {
  phone.hide = hide;
};
export const usePullDownRefresh = nothing;
export const useShareAppMessage = (message: () => unknown): void => {
  phone.sharing.friend = message;
};
export const useShareTimeline = (message: () => unknown): void => {
  phone.sharing.timeline = message;
};

export default {
  getStorageSync: (key: string) => phone.storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => {
    if (phone.storageFull) throw new Error('setStorageSync:fail exceed max size');
    // A copy, as a real device stores text and not the object.
    phone.storage.set(key, JSON.parse(JSON.stringify(value)));
  },
  getStorageInfoSync: () => ({ keys: [...phone.storage.keys()] }),
  removeStorageSync: (key: string) => phone.storage.delete(key),
  pageScrollTo: ({ selector }: { selector: string }) => {
    phone.scrolledTo.push(selector);
    return Promise.resolve();
  },
  navigateTo: go,
  redirectTo: go,
  switchTab: go,
  navigateBack: () => go({ url: 'back' }),
  getCurrentPages: () => [{}],
  getLaunchOptionsSync: () => ({ scene: 1001 }),
  stopPullDownRefresh: nothing,
  showToast: ({ title }: { title: string }) => {
    phone.toasts.push(title);
    return Promise.resolve();
  },
  addPhoneCalendar: (event: Record<string, unknown>) => {
    if (phone.calendarRefusal) return Promise.reject({ errMsg: `addPhoneCalendar:${phone.calendarRefusal}` });
    phone.calendar.push(event);
    return Promise.resolve();
  },
  getFuzzyLocation: () => {
    const answer = phone.fuzzyLocation;
    if (answer === null) return new Promise(nothing);
    return 'errMsg' in answer ? Promise.reject(answer) : Promise.resolve(answer);
  },
  openLocation: (point: { latitude: number; longitude: number; name?: string }) => {
    if (phone.mapFails) return Promise.reject({ errMsg: 'openLocation:fail' });
    phone.openedMaps.push(point);
    return Promise.resolve();
  },
  setTabBarBadge: ({ index, text }: { index: number; text: string }) => {
    phone.tabBadges.set(index, text);
    return Promise.resolve();
  },
  removeTabBarBadge: ({ index }: { index: number }) => {
    phone.tabBadges.delete(index);
    return Promise.resolve();
  },
  // Nobody answers, unless a test says who does.
  request: () => Object.assign(Promise.reject({ errMsg: 'request:fail' }), { abort: nothing }),
  setClipboardData: ({ data }: { data: string }) => {
    phone.clipboard = data;
    return Promise.resolve();
  },
};

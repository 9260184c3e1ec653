/** What the phone does for the app: dialogs, clipboard, calls, calendar, place, scanning, sharing menus. */
import type { MiniProgram } from './mini-program';
import { answer, Refusal, type CallOptions } from './answer';
import type { Device, SavedEvent } from './device';

/** No tap began it: WeChat refuses these without a gesture, so the app must not try. */
const NEEDS_TAP = 'fail can only be invoked by user TAP gesture.';

export function phoneApis(app: MiniProgram): Record<string, unknown> {
  const { device } = app;
  const api =
    <O extends CallOptions>(name: string, work: (options: O) => object | undefined) =>
    (options?: O) =>
      answer(app.pending, name, options, () => work((options ?? {}) as O));
  const quiet = (...names: string[]) => Object.fromEntries(names.map((name) => [name, api(name, () => ({}))]));
  const place = (name: string) => api<CallOptions & { type?: string }>(name, () => located(app, name));
  return {
    ...quiet(
      'hideToast',
      'showLoading',
      'hideLoading',
      'showShareMenu',
      'hideShareMenu',
      'updateShareMenu',
      'vibrateShort',
      'vibrateLong',
    ),
    ...quiet(
      'setNavigationBarColor',
      'showNavigationBarLoading',
      'hideNavigationBarLoading',
      'setKeepScreenOn',
      'setScreenBrightness',
      'hideKeyboard',
      'previewImage',
    ),
    ...quiet(
      'setTabBarBadge',
      'removeTabBarBadge',
      'showTabBarRedDot',
      'hideTabBarRedDot',
      'showTabBar',
      'hideTabBar',
      'setTabBarStyle',
      'setTabBarItem',
      'setBackgroundColor',
    ),
    getScreenBrightness: api('getScreenBrightness', () => ({ value: 0.5 })),
    showToast: api<CallOptions & { title: string }>('showToast', ({ title }) => {
      device.toasts.push(title);
      return {};
    }),
    showModal: api<CallOptions & { title?: string; content?: string }>('showModal', ({ title = '', content = '' }) => {
      device.modals.push({ title, content });
      const confirm = device.answers.shift() ?? true;
      return { confirm, cancel: !confirm };
    }),
    showActionSheet: api<CallOptions & { itemList: string[] }>('showActionSheet', ({ itemList }) => {
      if (itemList.length > 6) throw new Refusal('fail parameter error: itemList should not be larger than 6');
      return { tapIndex: device.choices.shift() ?? 0 };
    }),
    setClipboardData: api<CallOptions & { data: string }>('setClipboardData', ({ data }) => {
      mustAgree(device);
      device.clipboard = data;
      return {};
    }),
    getClipboardData: api('getClipboardData', () => ({ data: device.clipboard })),
    makePhoneCall: api<CallOptions & { phoneNumber: string }>('makePhoneCall', ({ phoneNumber }) => {
      if (!phoneNumber) throw new Refusal('fail parameter error: parameter.phoneNumber should be String');
      if (device.answers.shift() === false) throw new Refusal('fail cancel');
      device.calls.push(phoneNumber);
      return {};
    }),
    addPhoneCalendar: api<CallOptions & SavedEvent>(
      'addPhoneCalendar',
      ({ success: _s, fail: _f, complete: _c, ...event }) => {
        if (!app.tapping()) throw new Refusal(NEEDS_TAP);
        mustAgree(device);
        if (!device.allowsCalendar) throw new Refusal('fail auth deny');
        // Milliseconds by mistake land in the year 57000; WeChat takes them without a word, so this says it.
        if (!Number.isInteger(event.startTime) || event.startTime > 1e11)
          app.report('js-error', app.where, 'addPhoneCalendar 的 startTime 要用秒');
        device.calendar.push(event);
        return {};
      },
    ),
    getFuzzyLocation: place('getFuzzyLocation'),
    getLocation: place('getLocation'),
    openLocation: api<CallOptions & { latitude: number; longitude: number; name?: string }>(
      'openLocation',
      ({ latitude, longitude, name }) => {
        if (typeof latitude !== 'number' || typeof longitude !== 'number') throw new Refusal('fail parameter error');
        device.openedMaps.push({ latitude, longitude, ...(name === undefined ? {} : { name }) });
        return {};
      },
    ),
    scanCode: api('scanCode', () => {
      const result = device.scans.shift() ?? null;
      if (result === null) throw new Refusal('fail cancel');
      return { result, scanType: 'QR_CODE', charSet: 'UTF-8', path: '' };
    }),
    requestSubscribeMessage: api<CallOptions & { tmplIds: string[] }>('requestSubscribeMessage', ({ tmplIds }) => {
      if (!app.tapping()) throw new Refusal(NEEDS_TAP);
      if (tmplIds.length > 3) throw new Refusal('fail Template count out of max bounds');
      return Object.fromEntries(tmplIds.map((id) => [id, (device.answers.shift() ?? true) ? 'accept' : 'reject']));
    }),
    login: api('login', () => {
      if (app.singlePage) throw new Refusal('fail login is not supported in single page mode');
      return { code: `${device.wechatUser}-${Date.now()}` };
    }),
    checkSession: api('checkSession', () => ({})),
    getSetting: api('getSetting', () => ({ authSetting: {} })),
    openSetting: api('openSetting', () => ({ authSetting: {} })),
    authorize: api('authorize', () => ({})),
    getPrivacySetting: api('getPrivacySetting', () => ({
      needAuthorization: false,
      privacyContractName: '《渝工随行小程序隐私保护指引》',
    })),
    requirePrivacyAuthorize: api('requirePrivacyAuthorize', () => {
      if (device.answers.shift() === false) throw new Refusal('fail privacy permission is not authorized');
      return {};
    }),
    openPrivacyContract: api('openPrivacyContract', () => ({})),
    onNeedPrivacyAuthorization: () => undefined,
  };
}

/** @throws as WeChat does where its owner didn't agree to the privacy guideline */
export function mustAgree({ refusesPrivacy }: Device): void {
  if (refusesPrivacy) throw new Refusal('fail privacy permission is not authorized', 104);
}

/** What a `getPhoneNumber` button tells the app: a code for its server, or that its owner said no. */
export const phoneNumberOf = (device: Device): { code?: string; errMsg: string } =>
  !device.refusesPrivacy && (device.answers.shift() ?? true)
    ? { code: `${device.wechatUser}-phone-${Date.now()}`, errMsg: 'getPhoneNumber:ok' }
    : { errMsg: 'getPhoneNumber:fail user deny' };

/** WeChat gives a place only to an app that declared the interface in app.json. */
function located(app: MiniProgram, name: string): object {
  const declared = (app.build.app['requiredPrivateInfos'] ?? []) as string[];
  if (!declared.includes(name))
    throw new Refusal('fail the api need to be declared in the requiredPrivateInfos field in app.json/ext.json');
  mustAgree(app.device);
  if (app.device.location === null) throw new Refusal('fail auth deny');
  const { latitude, longitude } = app.device.location;
  // Fuzzy means about a kilometre.
  const round = (value: number): number => (name === 'getFuzzyLocation' ? Math.round(value * 100) / 100 : value);
  return {
    latitude: round(latitude),
    longitude: round(longitude),
    accuracy: 30,
    horizontalAccuracy: 30,
    verticalAccuracy: 0,
    speed: -1,
    altitude: 0,
  };
}

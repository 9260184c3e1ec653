/** Where the phone is: every way of asking ends in a value, and coordinates change their datum on the way in. */
import Taro from '@tarojs/taro';
import { metresBetween, gcj02 } from '@yugong/domain/geo';
import { locate as locateInBrowser } from '@/platform/locate/index.h5';
import { locate as locateInWeChat, openPhoneSettings } from '@/platform/locate/index.weapp';
import { phone } from '../setup/taro';

type Ask = Geolocation['getCurrentPosition'];
const browserAnswers = (ask: Ask | undefined) =>
  Object.defineProperty(navigator, 'geolocation', {
    configurable: true,
    value: ask && { getCurrentPosition: ask },
  });
const at =
  (longitude: number, latitude: number, accuracy = 35): Ask =>
  (found) => {
    const unmeasured = { altitude: null, altitudeAccuracy: null, heading: null, speed: null };
    const coords = { longitude, latitude, accuracy, ...unmeasured };
    found({ timestamp: 0, coords: { ...coords, toJSON: () => coords }, toJSON: () => ({ coords }) });
  };
const fails =
  (code: number): Ask =>
  (_found, failed) =>
    failed?.({ code, message: '', PERMISSION_DENIED: 1, POSITION_UNAVAILABLE: 2, TIMEOUT: 3 });

beforeEach(() => {
  phone.reset();
  jest.spyOn(console, 'warn').mockImplementation();
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('in a browser', () => {
  it('turns WGS-84 into GCJ-02', async () => {
    browserAnswers(at(106.5507, 29.5647));
    const outcome = await locateInBrowser();
    if (outcome.kind !== 'found') throw new Error(outcome.kind);
    // Some 400 m apart in Chongqing: the same figures would be the fault.
    const moved = metresBetween(gcj02(106.5507, 29.5647), outcome.at);
    expect(moved).toBeGreaterThan(300);
    expect(moved).toBeLessThan(600);
    expect(outcome.about).toBe(35);
  });

  it.each([
    [1, 'denied'],
    [2, 'unavailable'],
    [3, 'timeout'],
  ])('code %i is %s', async (code, kind) => {
    browserAnswers(fails(code));
    expect(await locateInBrowser()).toEqual({ kind });
  });

  it('is unavailable where the browser has none', async () => {
    browserAnswers(undefined);
    expect(await locateInBrowser()).toEqual({ kind: 'unavailable' });
  });

  it('says that Beijing is outside', async () => {
    browserAnswers(at(116.39, 39.9));
    expect(await locateInBrowser()).toEqual({ kind: 'outside' });
  });

  it('asks for no more than it needs, and takes a position of a minute ago', async () => {
    const ask = jest.fn(at(106.5507, 29.5647));
    browserAnswers(ask);
    await locateInBrowser();
    expect(ask.mock.calls[0]?.[2]).toEqual({ enableHighAccuracy: false, timeout: 8000, maximumAge: 60_000 });
  });

  it('waits for a reader who thinks about the permission', async () => {
    jest.useFakeTimers();
    browserAnswers((found) => void setTimeout(() => at(106.5507, 29.5647)(found), 12_000));
    const asked = locateInBrowser();
    jest.advanceTimersByTime(12_000);
    await expect(asked).resolves.toMatchObject({ kind: 'found' });
  });

  it('gives up on a browser that never answers', async () => {
    jest.useFakeTimers();
    browserAnswers(() => undefined);
    const asked = locateInBrowser();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await asked).toEqual({ kind: 'timeout' });
  });
});

describe('in WeChat', () => {
  it('takes the fuzzy place as it is, and says how rough it is', async () => {
    phone.fuzzyLocation = { longitude: 106.55, latitude: 29.56 };
    expect(await locateInWeChat()).toEqual({ kind: 'found', at: { lng: 106.55, lat: 29.56 }, about: 1000 });
  });

  it.each([
    ['getFuzzyLocation:fail auth deny', 'denied'],
    ['getFuzzyLocation:fail privacy permission is not authorized', 'denied'],
    ['getFuzzyLocation:fail system permission denied', 'phone-denied'],
    ['getFuzzyLocation:fail:ERROR_NOCELL&WIFI_LOCATIONSWITCHOFF', 'unavailable'],
  ])('%s is %s', async (errMsg, kind) => {
    phone.fuzzyLocation = { errMsg };
    expect(await locateInWeChat()).toEqual({ kind });
  });

  it.each([
    ['the phone’s own page', true, []],
    ['words where an older WeChat has no way there', false, ['请在手机设置里找到微信，允许使用位置']],
  ])('leads to %s', async (_where, isKnown, said) => {
    const opened = jest.fn(() => Promise.resolve({ errMsg: 'ok' }));
    Object.assign(Taro, { canIUse: () => isKnown, openAppAuthorizeSetting: opened });
    await openPhoneSettings?.();
    expect(opened).toHaveBeenCalledTimes(isKnown ? 1 : 0);
    expect(phone.toasts).toEqual(said);
  });

  it('gives up on a phone that never answers', async () => {
    jest.useFakeTimers();
    const asked = locateInWeChat();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await asked).toEqual({ kind: 'timeout' });
  });

  it('says that Beijing is outside', async () => {
    phone.fuzzyLocation = { longitude: 116.39, latitude: 39.9 };
    expect(await locateInWeChat()).toEqual({ kind: 'outside' });
  });
});

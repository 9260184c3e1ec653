import Taro from '@tarojs/taro';
import { gcj02 } from '@yugong/domain/geo';
import { log } from '../log';
import { PATIENCE_MS, placed, withinTime, type LocateOutcome } from './outcome';

export type { LocateOutcome } from './outcome';

/** WeChat blurs a fuzzy place; it documents no radius, and hundreds of metres are usual. */
const FUZZY_METRES = 1000;

/**
 * Asks WeChat where the phone is, once, roughly and in GCJ-02. Call it on a tap only: WeChat asks its reader.
 *
 * `getFuzzyLocation` needs no approval of a business category; it excludes `getLocation` in app.json.
 */
export function locate(): Promise<LocateOutcome> {
  const asked = Taro.getFuzzyLocation({ type: 'gcj02' }).then(
    ({ longitude, latitude }) => placed(gcj02(longitude, latitude), FUZZY_METRES),
    ({ errMsg = '' }: { errMsg?: string }): LocateOutcome => {
      // What WeChat or the phone says, never where it is.
      log('locate', errMsg);
      // "auth deny", "auth denied", "privacy permission is not authorized", "system permission denied"
      if (/system permission/i.test(errMsg)) return { kind: 'phone-denied' };
      return { kind: /auth|permission|deny|denied/i.test(errMsg) ? 'denied' : 'unavailable' };
    },
  );
  // Three times as long, since a reader who is asked for the first time reads before answering.
  return withinTime(3 * PATIENCE_MS, asked);
}

/** Where it is allowed again, for whoever has said no. */
export const DENIED_ADVICE = '未开启定位权限，可以去开启，也可以手动选择地点';

/** The phone's own page about WeChat; an older WeChat can't open it. */
export const openPhoneSettings: (() => Promise<void>) | null = () =>
  Taro.canIUse('openAppAuthorizeSetting')
    ? Taro.openAppAuthorizeSetting({}).then(
        () => undefined,
        ({ errMsg = '' }: { errMsg?: string }) => log('locate', errMsg),
      )
    : Taro.showToast({ title: '请在手机设置里找到微信，允许使用位置', icon: 'none' }).then(() => undefined);

/** After a refusal WeChat never asks again by itself; its reader can change the mind here. */
export const openLocationSettings: (() => Promise<void>) | null = () =>
  Taro.openSetting().then(
    () => undefined,
    ({ errMsg = '' }: { errMsg?: string }) => log('locate', errMsg),
  );

import Taro, { useDidHide, useDidShow, useUnload } from '@tarojs/taro';
import { useRef } from 'react';
import { log } from '../log';

/** A scanner reads a code on a screen this bright in the sun as well. */
const BRIGHT = 0.9;

const note = (): void => log('screen', 'this phone leaves its screen as it is');

/**
 * Keeps the screen on and bright while a page is looked at, for a code that is shown to a scanner; puts the brightness back
 * when the page is left.
 */
export function useBrightScreen(): void {
  const before = useRef<number | null>(null);
  useDidShow(() => {
    void Taro.setKeepScreenOn({ keepScreenOn: true }).catch(note);
    Taro.getScreenBrightness()
      .then(({ value }) => {
        if (value >= BRIGHT) return;
        before.current = value;
        return Taro.setScreenBrightness({ value: BRIGHT });
      })
      .catch(note);
  });
  const restore = () => {
    void Taro.setKeepScreenOn({ keepScreenOn: false }).catch(note);
    if (before.current === null) return;
    void Taro.setScreenBrightness({ value: before.current }).catch(note);
    before.current = null;
  };
  useDidHide(restore);
  useUnload(restore);
}

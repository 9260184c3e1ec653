import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { hasApi } from '../has-api';
import { log } from '../log';

/** A scanner reads a code on a screen this bright in the sun as well. */
const BRIGHT = 0.9;

/** The brightness to go back to; null while the phone's own stands. */
let before: number | null = null;

/** Is a code before somebody's eyes? It may be gone by the time the phone has answered. */
let isShown = false;

const note = (): void => log('screen', 'this phone leaves its screen as it is');

async function brighten(): Promise<void> {
  isShown = true;
  await Taro.setKeepScreenOn({ keepScreenOn: true });
  if (before !== null) return;
  const { value } = await Taro.getScreenBrightness();
  if (value >= BRIGHT || !isShown) return;
  before = value;
  await Taro.setScreenBrightness({ value: BRIGHT });
}

async function restore(): Promise<void> {
  isShown = false;
  await Taro.setKeepScreenOn({ keepScreenOn: false });
  if (before === null) return;
  const value = before;
  before = null;
  await Taro.setScreenBrightness({ value });
}

/**
 * Keeps the screen on and bright while a page is looked at, for a code that is shown to a scanner; puts the brightness back
 * when the page is left. The code may come after the page has been shown, so it doesn't wait for a showing.
 */
export function useBrightScreen(): void {
  useEffect(() => {
    brighten().catch(note);
    return () => void restore().catch(note);
  }, []);
  useDidShow(() => void brighten().catch(note));
  useDidHide(() => void restore().catch(note));
}

/**
 * Calls when the owner photographs the screen while the page is looked at. A screenshot isn't forbidden
 * (`setVisualEffectOnCapture`): a daughter sends her mother's pass to her by one.
 */
export function useScreenshots(onScreenshot: () => void): void {
  const latest = useRef(onScreenshot);
  latest.current = onScreenshot;
  useEffect(() => {
    const listener = (): void => latest.current();
    if (!hasApi('onUserCaptureScreen')) return;
    Taro.onUserCaptureScreen(listener);
    return () => Taro.offUserCaptureScreen(listener);
  }, []);
}

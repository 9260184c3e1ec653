import Taro from '@tarojs/taro';

/** Scrolls to an element, a little below the top. */
export function bringIntoSight(id: string): void {
  Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -120, duration: 0 }).catch(() => undefined);
}

import Taro from '@tarojs/taro';

/** What clearing can't take away, as the pages say it. */
export const outOfReach = '微信“最近使用的小程序”里还有本小程序，可长按删除。';

/** Leaves at once: to the home page first, which is what whoever opens the app next will see, then out of it. */
export function leaveQuickly(): void {
  const out = () => Taro.exitMiniProgram().catch(() => undefined);
  void Taro.reLaunch({ url: '/pages/home/index' }).catch(() => undefined);
  void out();
}

import Taro from '@tarojs/taro';

/** Leaves at once: to the home page first, which is what whoever opens the app next will see, then out of it. */
export function leaveQuickly(): void {
  const out = () => Taro.exitMiniProgram().catch(() => undefined);
  void Taro.reLaunch({ url: '/pages/home/index' });
  void out();
}

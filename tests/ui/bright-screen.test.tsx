/** In WeChat the screen is bright while a code is shown, and as before when it is left. */
import { act, renderHook } from '@testing-library/react';
import Taro from '@tarojs/taro';
import { useBrightScreen } from '@/platform/screen/index.weapp';

const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 5)));

function aPhone(value: number) {
  const set: number[] = [];
  const on: boolean[] = [];
  Object.assign(Taro, {
    getScreenBrightness: () => Promise.resolve({ value: set[set.length - 1] ?? value }),
    setScreenBrightness: (to: { value: number }) => Promise.resolve(void set.push(to.value)),
    setKeepScreenOn: ({ keepScreenOn }: { keepScreenOn: boolean }) => Promise.resolve(void on.push(keepScreenOn)),
  });
  return { set, on };
}

it('is bright and stays on while it is shown, and goes back to what it was', async () => {
  const { set, on } = aPhone(0.4);
  const { unmount } = renderHook(useBrightScreen);
  await settle();
  expect(set[set.length - 1]).toBe(0.9);
  expect(on[on.length - 1]).toBe(true);
  unmount();
  await settle();
  expect(set[set.length - 1]).toBe(0.4);
  expect(on[on.length - 1]).toBe(false);
});

it('leaves a bright screen alone', async () => {
  const { set } = aPhone(1);
  const { unmount } = renderHook(useBrightScreen);
  await settle();
  unmount();
  await settle();
  expect(set).toEqual([]);
});

it('does not brighten a screen whose page was left before the phone answered', async () => {
  const { set } = aPhone(0.4);
  const { unmount } = renderHook(useBrightScreen);
  unmount();
  await settle();
  expect(set).toEqual([]);
});

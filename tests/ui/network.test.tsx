import { act, render, screen } from '@testing-library/react';
import Taro from '@tarojs/taro';
import { onReconnect } from '@/platform/network';
import { watchNetwork } from '@/platform/network/watch.h5';
import { watchNetwork as watchWeapp } from '@/platform/network/watch.weapp';
import { NetworkBar } from '@/ui/network-bar';

const turn = (online: boolean) => {
  jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(online);
  act(() => void window.dispatchEvent(new Event(online ? 'online' : 'offline')));
};
afterEach(() => {
  turn(true);
  jest.restoreAllMocks();
});

it('says that there is no network for as long as there is none, and nothing else', () => {
  render(<NetworkBar />);
  const bar = screen.getByRole('status');
  expect(bar).toBeEmptyDOMElement();
  turn(false);
  expect(bar).toHaveTextContent('没有网络，浏览内容不受影响');
  turn(true);
  expect(bar).toBeEmptyDOMElement();
});

it('knows when the app is opened without a network', () => {
  jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const tell = jest.fn();
  const stop = watchNetwork(tell);
  expect(tell.mock.calls).toEqual([[false]]);
  stop();
  window.dispatchEvent(new Event('offline'));
  expect(tell).toHaveBeenCalledTimes(1);
});

describe('in WeChat', () => {
  let change: (event: { isConnected: boolean }) => void;
  const wx = (networkType: string | null) =>
    Object.assign(Taro, {
      getNetworkType: ({ success }: { success: (answer: object) => void }) => {
        if (networkType === null) return Promise.reject(new Error('getNetworkType:fail'));
        success({ networkType });
        return Promise.resolve();
      },
      onNetworkStatusChange: (callback: typeof change) => (change = callback),
    });

  it.each([
    ['none', [[false]]],
    ['4g', [[true]]],
    // Not knowing is no reason to say that there is none.
    [null, []],
  ])('tells of the network at the start: %s', (networkType, told) => {
    wx(networkType);
    const tell = jest.fn();
    watchWeapp(tell);
    expect(tell.mock.calls).toEqual(told);
  });

  it('tells of each change', () => {
    wx('wifi');
    const tell = jest.fn();
    watchWeapp(tell);
    change({ isConnected: false });
    expect(tell.mock.calls).toEqual([[true], [false]]);
  });
});

it('tells of a return once, and not of a loss', () => {
  const back = jest.fn();
  const stop = onReconnect(back);
  turn(false);
  expect(back).not.toHaveBeenCalled();
  turn(true);
  turn(true);
  expect(back).toHaveBeenCalledTimes(1);
  stop();
  turn(false);
  turn(true);
  expect(back).toHaveBeenCalledTimes(1);
});

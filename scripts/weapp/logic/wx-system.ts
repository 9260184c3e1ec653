/** What the app can ask about phone, window, theme, network and launch, and be told when they change. */
import type { MiniProgram } from './mini-program';
import { answer, type CallOptions } from './answer';
import { compareVersions, MINIMUM_BASE_LIBRARY } from '../baseline';
import { knownApis } from './known-apis';

type Listener = (event: object) => void;

/** The events an app may listen to, by the tail of `onX`/`offX`. */
const EVENTS = [
  'ThemeChange',
  'NetworkStatusChange',
  'WindowResize',
  'KeyboardHeightChange',
  'AppShow',
  'AppHide',
  'Error',
  'UnhandledRejection',
  'PageNotFound',
  'UserCaptureScreen',
  // Of the update manager, which is an object of its own.
  'UpdateReady',
  'LocationChange',
  'NetworkWeakChange',
  'MemoryWarning',
];

export function systemApis(app: MiniProgram, listeners: Map<string, Set<Listener>>): Record<string, unknown> {
  const { device } = app;
  const subscriptions = EVENTS.flatMap((event): [string, (listener?: Listener) => void][] => {
    const set = listeners.get(event) ?? new Set<Listener>();
    listeners.set(event, set);
    const off = (listener?: Listener): void => (listener ? void set.delete(listener) : set.clear());
    return [
      [`on${event}`, (listener) => void (listener && set.add(listener))],
      [`off${event}`, off],
    ];
  });
  const appInfo = () => ({
    SDKVersion: MINIMUM_BASE_LIBRARY,
    version: '8.0.50',
    language: 'zh_CN',
    theme: device.theme,
    enableDebug: false,
    host: { env: 'WeChat' },
    fontSizeScaleFactor: device.fontScale,
    fontSizeSetting: 17 * device.fontScale,
  });
  const windowInfo = () => {
    const { width, height } = device.window;
    const bars = { statusBarHeight: 20, screenTop: 64 };
    return {
      pixelRatio: 2,
      screenWidth: width,
      screenHeight: height,
      windowWidth: width,
      windowHeight: height - 64,
      ...bars,
      safeArea: { left: 0, right: width, top: 20, bottom: height, width, height: height - 20 },
    };
  };
  const deviceInfo = () => ({
    platform: 'android',
    system: 'Android 12',
    brand: 'test',
    model: 'test',
    benchmarkLevel: 10,
    abi: 'arm64-v8a',
    deviceAbi: 'arm64-v8a',
    cpuType: 'unknown',
    memorySize: '4096',
  });
  const all = () => ({ ...deviceInfo(), ...windowInfo(), ...appInfo() });
  return {
    ...Object.fromEntries(subscriptions),
    getAppBaseInfo: () => app.copyIn(appInfo()),
    getWindowInfo: () => app.copyIn(windowInfo()),
    getDeviceInfo: () => app.copyIn(deviceInfo()),
    getSystemSetting: () =>
      app.copyIn({
        bluetoothEnabled: true,
        locationEnabled: device.location !== null,
        wifiEnabled: true,
        deviceOrientation: 'portrait',
      }),
    getAppAuthorizeSetting: () =>
      app.copyIn({
        locationAuthorized: device.location === null ? 'denied' : 'authorized',
        phoneCalendarAuthorized: 'authorized',
      }),
    // Deprecated, and reported by name when called; answered because old dependencies rely on them.
    getSystemInfoSync: () => app.copyIn(all()),
    getSystemInfo: (options?: CallOptions) => answer(app.pending, 'getSystemInfo', options, all),
    getSystemInfoAsync: (options?: CallOptions) => answer(app.pending, 'getSystemInfoAsync', options, all),
    getNetworkType: (options?: CallOptions) =>
      answer(app.pending, 'getNetworkType', options, () => ({ networkType: device.network })),
    getLaunchOptionsSync: () => app.copyIn(app.launchOptions),
    getEnterOptionsSync: () => app.copyIn(app.launchOptions),
    getMenuButtonBoundingClientRect: () =>
      app.copyIn({
        width: 87,
        height: 32,
        top: 24,
        right: device.window.width - 7,
        bottom: 56,
        left: device.window.width - 94,
      }),
    getAccountInfoSync: () =>
      app.copyIn({ miniProgram: { appId: 'wx1234567890abcdef', envVersion: 'release', version: '1.0.0' } }),
    getRandomValues: (options: CallOptions & { length: number }) =>
      answer(app.pending, 'getRandomValues', options, () => ({
        randomValues: crypto.getRandomValues(new Uint8Array(options.length)).buffer,
      })),
    canIUse: (name: string) => {
      const api = knownApis().get(name.replace(/\..*$/s, ''));
      return api !== undefined && (api.since === undefined || compareVersions(api.since, MINIMUM_BASE_LIBRARY) <= 0);
    },
    nextTick: (callback: () => void) => app.pending.later(callback),
    getUpdateManager: () => ({
      onCheckForUpdate: () => undefined,
      onUpdateReady: (listener: Listener) => void listeners.get('UpdateReady')?.add(listener),
      onUpdateFailed: () => undefined,
      applyUpdate: () => void (device.appliedUpdates += 1),
    }),
    getLogManager: () => logger,
    getRealtimeLogManager: () => logger,
    reportEvent: () => undefined,
    reportPerformance: () => undefined,
    getPerformance: () => ({
      now: () => Date.now(),
      createObserver: () => ({ observe: () => undefined, disconnect: () => undefined }),
    }),
    env: { USER_DATA_PATH: 'http://usr' },
  };
}

const nothing = (): void => undefined;
const logger = {
  log: nothing,
  info: nothing,
  warn: nothing,
  debug: nothing,
  error: nothing,
  addFilterMsg: nothing,
  setFilterMsg: nothing,
};

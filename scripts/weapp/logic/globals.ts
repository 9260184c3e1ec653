/** The names WeChat puts into the logic layer, beside JavaScript's own. */
import type { PageDefinition } from './page';
import type { Pending } from './pending';

export interface GlobalsHost {
  wx: object;
  pending: Pending;
  onApp: (app: Record<string, unknown>) => void;
  onPage: (definition: PageDefinition) => void;
  getApp: () => object;
  getCurrentPages: () => object[];
  /** What the app said is wrong: a fault, as on a tester's phone. */
  /** What the app writes to its log. */
  onConsoleWarn: (said: string) => void;
  onConsoleError: (said: string) => void;
  error: (message: string) => Error;
}

const SAID_LIMIT = 300;

export function logicGlobals(host: GlobalsHost): Record<string, unknown> {
  const { setTimeout, setInterval, clear } = host.pending;
  const quiet = (): void => undefined;
  const globals: Record<string, unknown> = {
    wx: host.wx,
    setTimeout,
    setInterval,
    clearTimeout: clear,
    clearInterval: clear,
    console: {
      log: quiet,
      info: quiet,
      debug: quiet,
      warn: (...said: unknown[]) => host.onConsoleWarn(said.map(String).join(' ').slice(0, SAID_LIMIT)),
      group: quiet,
      groupEnd: quiet,
      error: (...said: unknown[]) => host.onConsoleError(said.map(String).join(' ').slice(0, SAID_LIMIT)),
    },
    App: host.onApp,
    Page: host.onPage,
    Component: quiet,
    Behavior: (behavior: unknown) => behavior,
    getApp: host.getApp,
    getCurrentPages: host.getCurrentPages,
    requirePlugin: () => {
      throw host.error('plugin is not available');
    },
  };
  globals['global'] = globals;
  return globals;
}

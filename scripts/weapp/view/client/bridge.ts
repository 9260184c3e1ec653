/** What crosses to the logic layer: JSON, through one function that Playwright puts on the window. */
import type * as GlassEasel from 'glass-easel';

export type ToLogic =
  | { kind: 'event'; handler: string; event: object }
  | { kind: 'share'; target: string }
  | { kind: 'phone-number' }
  | { kind: 'pull-down' }
  | { kind: 'scroll'; top: number; atBottom: boolean }
  | { kind: 'navigate'; url: string; openType: string }
  | { kind: 'error'; message: string };

declare global {
  interface Window {
    __toLogic: (json: string) => Promise<unknown>;
  }
}

/** How many messages the logic layer has not taken yet; a test waits until there are none. */
let underway = 0;

/** Tells, and hears what WeChat itself would say to it. */
export function ask(message: ToLogic): Promise<unknown> {
  underway += 1;
  return window.__toLogic(JSON.stringify(message)).finally(() => (underway -= 1));
}

export const send = (message: ToLogic): void => void ask(message);

export const isQuiet = (): boolean => underway === 0;

/** A node of glass-easel as far as events need it. */
export type WxNode = GlassEasel.Element & { id: string; dataset: Record<string, unknown> };

/** A DOM element that glass-easel made. */
export type WxDom = HTMLElement & { __wxElement?: WxNode; __attributes?: Record<string, unknown> };

/** The nearest element of glass-easel's at or above a DOM node: built-ins have inner DOM that it doesn't know. */
export function ownerOf(target: EventTarget | null): WxDom | null {
  let at: Node | null = target instanceof Node ? target : null;
  while (at && !isWxDom(at)) at = at.parentNode;
  return at;
}

const isWxDom = (node: Node): node is WxDom => '__wxElement' in node && node.__wxElement !== undefined;

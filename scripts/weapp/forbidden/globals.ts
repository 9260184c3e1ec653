/** What the logic layer has, and by which rule each name that it lacks is reported. */
import type { Rule } from '../finding';

/** JavaScript itself, as far as every phone has it (ES2017). */
const LANGUAGE =
  'Array ArrayBuffer Boolean DataView Date Error EvalError Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set String Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakSet decodeURI decodeURIComponent encodeURI encodeURIComponent isFinite isNaN parseFloat parseInt undefined arguments';

/** What WeChat adds. */
const WECHAT =
  'wx App Page Component Behavior getApp getCurrentPages requirePlugin requireMiniProgram require module exports console setTimeout setInterval clearTimeout clearInterval';

export const KNOWN_GLOBALS = new Set(`${LANGUAGE} ${WECHAT}`.split(' '));

const DOM =
  'document window self navigator location history localStorage sessionStorage indexedDB XMLHttpRequest fetch Headers Request Response WebSocket EventSource Worker HTMLElement Element Node Event CustomEvent EventTarget MutationObserver IntersectionObserver ResizeObserver DOMParser FormData Blob File FileReader Image Audio alert confirm prompt open getComputedStyle matchMedia requestAnimationFrame cancelAnimationFrame requestIdleCallback postMessage atob btoa URL URLSearchParams TextEncoder TextDecoder screen performance';

const BY_RULE: readonly [Rule, string][] = [
  ['intl', 'Intl'],
  ['abort-controller', 'AbortController AbortSignal'],
  ['webcrypto', 'crypto Crypto SubtleCrypto CryptoKey'],
  ['eval', 'eval'],
  ['dom-name', DOM],
];

const RULE_OF = new Map(
  BY_RULE.flatMap(([rule, names]) => names.split(' ').map((name): [string, Rule] => [name, rule])),
);

/** The rule that a name unknown to the logic layer breaks. */
export const ruleOf = (name: string): Rule => RULE_OF.get(name) ?? 'unknown-global';

/** Taro's webpack ProvidePlugin turns these names into members of @tarojs/runtime: stand-ins without a screen behind them. */
export const SHIMMED = new Set(
  'window document navigator history location MutationObserver Element SVGElement'.split(' '),
);

/** Taro and React: they use the stand-ins on purpose, that is how React runs in a mini-program at all. */
export const FRAMEWORK_FILES = new Set(['taro.js', 'app.js', 'vendors.js', 'runtime.js']);

/** Uses that were looked at and are right, each with why. */
export const ALLOWED: readonly { file: string; name: string; source: RegExp; why: string }[] = [
  {
    file: 'runtime.js',
    name: 'Function',
    source: /^new Function\("return this"\)$/,
    why: "webpack's way to the global object, reached only where globalThis is missing and inside a try; the base library required has globalThis",
  },
  {
    file: 'taro.js',
    name: 'tt',
    source: /^tt$/,
    why: "Douyin's global in Taro's shared runtime, behind a test of the platform that is false in WeChat",
  },
  {
    file: 'vendors.js',
    name: 'SuppressedError',
    source: /^SuppressedError$/,
    why: "tslib's helper for `using`, which asks typeof at load and is never called",
  },
];

/** What the project asks of a reader's phone. Checks measure against these, so a change here is a decision. */

/**
 * The oldest base library served; set the same in WeChat's console (设置 → 基础库最低版本).
 * 2.32.3 brought the privacy interfaces that `__usePrivacyCheck__` needs, and is in WeChat since 8.0.37 (2023).
 */
export const MINIMUM_BASE_LIBRARY = '2.32.3';

/**
 * The JavaScript that may reach a phone as it stands (project.config.json has `es6: false`, so WeChat compiles nothing).
 * package.json's browserslist says iOS ≥ 11, whose JavaScriptCore has all of ES2017 and not all of ES2018;
 * WeChat's own V8 on Android is newer.
 */
export const ECMA_VERSION = 2017;

/** Bytes. WeChat's limits, and the project's own for main: 1.52 times Taro's empty app (304,006 B; `npm run bench` builds it). */
export const BUDGETS = { main: 1.52 * 304_006, package: 2 * 1024 * 1024, total: 30 * 1024 * 1024 };

/**
 * 体验评分; of setData the project's own limits, of one and of all that open a page: a slow phone draws that in one go, and
 * WeChat's 256 KB keep it busy for a second. The largest one is a month with signs on each day and ten lines under it.
 */
export const LIMITS = {
  setDataBytes: 40 * 1024,
  openingBytes: 32 * 1024,
  setDataPerSecond: 20,
  nodes: 1000,
  depth: 30,
  children: 60,
  target: 44,
  unusedWxss: 2 * 1024,
  /** Literals at least this long that are found in two packages count as one dataset copied. */
  datasetBytes: 2 * 1024,
};

/** -1, 0 or 1, as for sorting, of two versions such as 2.9.0 and 2.10.1. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let at = 0; at < 3; at++) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

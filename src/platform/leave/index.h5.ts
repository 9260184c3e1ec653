/** A page that gives nothing away and opens on any network in the country. */
const NEUTRAL = 'https://www.baidu.com/';
/** What clearing can't take away, as the pages say it. */
export const outOfReach = '浏览器的历史记录可能还有本应用的网址，请到浏览器设置里清除。';

/** A browser that doesn't say that it went back is not waited for. */
const PATIENCE_MS = 300;

/** How many pages of this app lie under this one; the router counts them. */
function depth(): number {
  const state: unknown = window.history.state;
  return typeof state === 'object' && state !== null && 'idx' in state ? Number(state.idx) : 0;
}

/**
 * Leaves at once. What is on the screen goes first; then the app's pages are taken out of the way back and the way
 * forward: the first of them becomes the home page, and going on from there forgets those after it.
 */
export function leaveQuickly(): void {
  document.title = '渝工随行';
  document.documentElement.style.display = 'none';
  // A browser that keeps pages as they stood must not show this one again.
  window.addEventListener('pageshow', ({ persisted }) => persisted && window.location.replace('/'));
  const under = depth();
  if (under === 0) return away();
  window.addEventListener('popstate', away, { once: true });
  setTimeout(away, PATIENCE_MS);
  window.history.go(-under);
}

let gone = false;
function away(): void {
  if (gone) return;
  gone = true;
  window.history.replaceState(null, '', '/');
  window.location.assign(NEUTRAL);
}

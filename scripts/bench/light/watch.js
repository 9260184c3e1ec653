/*
 * Runs in the page that is measured, before anything of it: notes in `__measured` how long its tasks kept a finger
 * waiting, how far things moved by themselves, and the first frame in which a heading of the app's own could be seen.
 */
/* global window, document, performance, PerformanceObserver, requestAnimationFrame */
(function () {
  /** Above this a task keeps a finger waiting (Lighthouse's total blocking time). */
  const LONG_TASK_MS = 50;
  const measured = (window.__measured = { blocked: 0, shift: 0, content: null });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) measured.blocked += Math.max(0, duration - LONG_TASK_MS);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) measured.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    const headings = Array.from(document.querySelectorAll('.taro_page [role=heading]'));
    if (headings.some((one) => one.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })))
      measured.content = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();

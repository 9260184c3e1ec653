/*
 * Runs in every page before the app: offers to open again what could not be fetched, after a release or on a bad
 * line, where otherwise nothing would move. The build writes it into the page; the service allows it by its hash.
 */
/* global window, document, location */
(function () {
  function offer() {
    var bar = document.getElementById('reopen');
    if (bar) bar.hidden = false;
  }
  window.addEventListener(
    'error',
    function (event) {
      // A script of the page itself; what the app loads later it loads without `defer`.
      if (event.target && event.target.tagName === 'SCRIPT' && event.target.defer) offer();
    },
    true,
  );
  window.addEventListener('unhandledrejection', function (event) {
    var reason = event.reason || {};
    if (reason.name === 'ChunkLoadError' || reason.code === 'CSS_CHUNK_LOAD_FAILED') offer();
  });
  document.addEventListener('click', function (event) {
    if (event.target && event.target.id === 'reopen-now') location.reload();
  });
})();

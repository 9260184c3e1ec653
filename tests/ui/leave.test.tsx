/** Leaving at once: nothing of the app stays on the screen, on the way back or on the way forward. */

/** jsdom goes nowhere, and says so: what it was sent to isn't among its words, that it was sent is. */
let navigations: () => number;

function open(path: string, under: number): void {
  for (let idx = 0; idx <= under; idx += 1) {
    const put = idx === 0 ? 'replaceState' : 'pushState';
    window.history[put]({ idx, key: `k${idx}` }, '', idx === under ? path : `/features/page-${idx}`);
  }
}

/** The app opened anew: a page is left once. */
async function leave(): Promise<void> {
  jest.resetModules();
  const { leaveQuickly } = await import('@/platform/leave');
  leaveQuickly();
}

beforeEach(() => {
  jest.useFakeTimers();
  const failed = jest.spyOn(console, 'error').mockImplementation();
  navigations = () => failed.mock.calls.filter((said) => String(said[0]).includes('navigation')).length;
  document.title = '被拖欠工资怎么办';
  document.documentElement.style.display = '';
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

it('shows nothing from the first moment, and goes away at once from a page that a link opened', async () => {
  window.history.replaceState(null, '', '/features/legal-aid/pages/route/index');
  const go = jest.spyOn(window.history, 'go');
  await leave();
  expect(document.title).toBe('渝工随行');
  expect(document.documentElement.style.display).toBe('none');
  expect(window.location.pathname).toBe('/');
  expect(navigations()).toBe(1);
  expect(go).not.toHaveBeenCalled();
});

it('goes away at once where the router counts no page below', async () => {
  window.history.replaceState('a state of somebody else’s', '', '/features/legal-aid/pages/route/index');
  await leave();
  expect(window.location.pathname).toBe('/');
  expect(navigations()).toBe(1);
});

it('goes back to the first page before it leaves, and puts the home page there', async () => {
  open('/features/legal-aid/pages/route/index', 2);
  await leave();
  expect(navigations()).toBe(0);
  // The browser says that it went back, long before the app gives up on it.
  await jest.advanceTimersByTimeAsync(50);
  expect(navigations()).toBe(1);
  expect(window.location.pathname).toBe('/');
  expect(window.history.state).toBeNull();
});

it('doesn’t wait for a browser that never says it went back, and leaves once', async () => {
  open('/features/legal-aid/pages/route/index', 1);
  const go = jest.spyOn(window.history, 'go').mockImplementation();
  await leave();
  expect(go).toHaveBeenCalledWith(-1);
  expect(navigations()).toBe(0);
  jest.advanceTimersByTime(300);
  expect(navigations()).toBe(1);
  window.dispatchEvent(new PopStateEvent('popstate'));
  expect(navigations()).toBe(1);
  expect(window.location.pathname).toBe('/');
});

it('doesn’t come back as the browser had kept it', async () => {
  await leave();
  const left = navigations();
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
  expect(navigations()).toBe(left);
  window.history.replaceState(null, '', '/features/legal-aid/pages/route/index');
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  expect(navigations()).toBeGreaterThan(left);
});

/** The part of Taro's H5 start-up code that this relies on. */
interface TaroRoute {
  load: () => [Promise<unknown>, ...unknown[]];
}

const QUIET_MS = 1500;

/**
 * Fetches the scripts of the pages not yet opened, one after another, once the first page has settled.
 *
 * Then every page opens at once, without a network too.
 */
export function preloadPages(): void {
  setTimeout(() => {
    const { routes = [] } = (window as { __taroAppConfig?: { routes?: TaroRoute[] } }).__taroAppConfig ?? {};
    // Without a network there is nothing to fetch; a page that is opened then says so itself.
    void routes
      .reduce((before, route) => before.then(() => route.load()[0]), Promise.resolve<unknown>(null))
      .catch(() => undefined);
  }, QUIET_MS);
}

/** The part of Taro's H5 start-up code that this relies on. */
interface TaroRoute {
  path: string;
  load: () => [Promise<unknown>, ...unknown[]];
}

declare global {
  interface Window {
    __taroAppConfig?: { routes?: TaroRoute[] };
  }
}

/** The page that was asked for last: of several taps while scripts are under way that one opens, once. */
let wanted: string | null = null;

/**
 * Goes on once a page's script is here. Taro puts the address first and the page when its script has come; a reader
 * who goes back in between would be left with neither.
 *
 * @param path such as `/features/news/pages/list/index`
 * @param goOn opens the page
 */
export function withPageScript(path: string, goOn: () => void): void {
  const route = window.__taroAppConfig?.routes?.find((each) => `/${each.path}` === path);
  if (!route) return goOn();
  wanted = path;
  // What can't be fetched is left unhandled: the page offers to open it again (scripts/h5/start.js).
  void route.load()[0].then(() => {
    if (wanted !== path) return;
    wanted = null;
    goOn();
  });
}

/** WeChat fetches subpackages itself, by `preloadRule` in app.config.ts. */
export function preloadPages(): void {
  return undefined;
}

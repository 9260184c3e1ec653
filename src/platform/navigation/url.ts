/** Page addresses with parameters, escaped once, in one place. */

export type Params = Record<string, string | number | undefined>;

/**
 * @example pageUrl('/features/cases/pages/detail/index', { id: 'case-a' })
 * // '/features/cases/pages/detail/index?id=case-a'
 */
export function pageUrl(path: string, params: Params = {}): string {
  const query = Object.entries(params)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`)
    .join('&');
  return query ? `${path}?${query}` : path;
}

/**
 * A parameter as the page received it, decoded. WeChat hands parameters over still escaped, the
 * browser unescaped; a mangled escape (`%E4%B`) is taken as it stands instead of failing.
 */
export function readParam(params: Record<string, string | undefined>, name: string): string {
  const raw = params[name];
  if (!raw) return '';
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

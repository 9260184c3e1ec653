/** WeChat's data paths, as `setData({ 'root.cn[0].cl': … })` takes them. */

/** @example parsePath('root.cn.[0].cl') // ['root', 'cn', 0, 'cl'] */
export function parsePath(text: string): (string | number)[] {
  return text
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** Writes a value under a path, making objects and arrays on the way as WeChat does. */
export function writePath(data: Record<string, unknown>, text: string, value: unknown): void {
  const parts = parsePath(text);
  let at = data as Record<string | number, unknown>;
  parts.forEach((part, index) => {
    if (index === parts.length - 1) {
      at[part] = value;
      return;
    }
    const next = at[part];
    if (typeof next !== 'object' || next === null) at[part] = typeof parts[index + 1] === 'number' ? [] : {};
    at = at[part] as Record<string | number, unknown>;
  });
}

/** The first line of the page of today. */

/**
 * Says whether there is anything to do.
 *
 * @param counts how much each section lists; undefined while it is loading
 * @example todayLead('王敏', [0, 0]) // '王敏，今天没有要办的事。'
 */
export function todayLead(name: string, counts: readonly (number | undefined)[]): string {
  if (counts.some((count) => count !== undefined && count > 0)) return `${name}，今天要办的事如下。`;
  return counts.includes(undefined) ? `${name}，正在加载。` : `${name}，今天没有要办的事。`;
}

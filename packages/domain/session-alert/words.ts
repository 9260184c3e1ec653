/** What somebody waits for, in Chinese. */
import type { SessionWish } from '.';

const kindWords: Record<SessionWish['kind'], string> = { screening: '两癌筛查', event: '工会活动' };

/**
 * A wish in as few words as a row of a list has room for.
 *
 * @param district the district's name; null where it is the whole city
 * @param title the programme's, where the wish names one
 * @example sayWish({ kind: 'screening', evening: true, weekend: true }, { district: '渝中区', title: null })
 * // '两癌筛查 · 渝中区 · 17:00 以后或周末'
 */
export function sayWish(
  { kind, evening, weekend }: Pick<SessionWish, 'kind' | 'evening' | 'weekend'>,
  { district, title }: { district: string | null; title: string | null },
): string {
  const times = [evening && '17:00 以后', weekend && '周末'].filter(Boolean).join('或');
  return [title ?? kindWords[kind], district ?? '全市', times].filter(Boolean).join(' · ');
}

/** The ASCII words of a record's id, from its Chinese title. */
import { pinyin } from 'pinyin-pro';

/** Enough to tell one title from another at a glance. */
const SYLLABLES = 6;

/**
 * Pinyin of a title's first characters; digits and Latin words stay.
 *
 * @example slugOf('“中国梦·劳动美”2024年职工篮球比赛') // 'zhong-guo-meng-lao-dong-mei'
 */
export function slugOf(title: string): string {
  const words = title.match(/[\u4e00-\u9fff]|[A-Za-z0-9]+/g) ?? [];
  return words
    .slice(0, SYLLABLES)
    .map((word) => (/[\u4e00-\u9fff]/.test(word) ? pinyin(word, { toneType: 'none', v: true }) : word.toLowerCase()))
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter(Boolean)
    .join('-');
}

/** Lines that head several items: 区县动态, 渝中区, 江北、渝北. */
import type { WrittenDate } from './dates';
import type { DistrictIndex } from './districts';
import type { DistrictMention } from './drafts';
import { isTitleLike } from './marks';
import { unionAt } from './unions';

const LONGEST = 20;
/** What sections of a newsletter are called. */
const SECTION =
  /(?:风采|之声|天地|园地|专栏|栏目|聚焦|关注|亮点|工作|完成(?:情况)?|开展情况|部署|服务|建设|维权|活动|文体|帮扶|宣传|公告|通知|公示|区县|基层|一线|产业|行业|企业|机关|市级|部门)$/;

/** Words that only a part of a newsletter is called by. */
const NAME = /(?:头条|动态|要闻|简讯|快讯|短讯|短波|速递|速览|播报|新闻|传真|集锦|掠影|信息|消息)$/;

/** A heading of a group, and the districts that it puts its items into. */
export interface GroupHeading {
  districts: DistrictMention[];
  /** The union whose items they are, where the heading is its name. */
  union: string | null;
  /** Is it a group by its words alone? Otherwise it is one only where items with marks of their own follow. */
  isSure: boolean;
  /** Is it called what only a part of a newsletter is called? */
  isName: boolean;
  /** The day on which its items happened, where the heading is one. */
  day: WrittenDate | null;
}

/**
 * Reads a line as a group's heading.
 *
 * @param text without mark and brackets
 * @returns null for a line that can't be one
 * @example groupHeading('江北、渝北', index) // { districts: [{ adcode: '500157', … }], isSure: true }
 */
export function groupHeading(text: string, index: DistrictIndex): GroupHeading | null {
  const plain = text
    .replace(/^【(.+)】$/, '$1')
    .replace(/[:：]$/, '')
    .trim();
  if (plain.length > LONGEST || !isTitleLike(plain) || /[，；]/.test(plain)) return null;
  const districts = index.list(plain);
  if (districts !== null) return { districts, union: null, isSure: true, isName: false, day: null };
  // 华岩镇 alone heads what its union did.
  if (/^[\p{Script=Han}]{2,6}(?:街道|镇|乡)$/u.test(plain))
    return { districts: index.all(plain), union: null, isSure: true, isName: false, day: null };
  const union = unionAt(plain);
  if (union !== null && union === plain)
    return { districts: index.all(plain), union, isSure: true, isName: false, day: null };
  // 【组织部】 alone in its line heads what the department did.
  const isLabel = /^【[^】]{2,10}】$/.test(text.trim());
  const isName = isLabel || NAME.test(plain);
  if (union !== null || !(isName || SECTION.test(plain))) return null;
  return { districts: index.all(plain), union: null, isSure: false, isName, day: null };
}

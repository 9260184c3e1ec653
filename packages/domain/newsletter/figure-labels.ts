/** What a figure counts, in the words beside it. */

/** A word that ends the name of what is counted. */
const ENDS =
  /[，。；：、,;:！？（）()]|参加|参与|提供|开展|进行|获得|获评|受益|对照|现场|前来|到场|报名|入选|入会|组成|来自|分别|同台|齐聚|完成|建立|落地|投入|走进|走访|前往|奔赴|领到|领取|领走|送去|送上|送出|发放|办理|移栽|种下|栽下|学写|学做|观摩|参观|体检|签约|佩戴|撰写|取得|拿到|通过|以上|左右|比(?![赛武例率重对])|的|在|为|给|向|被|将|到(?![会岗场访位])|分(?![会局公厂中])|\d/;
const CLAUSE = /[，。；：、,;:！？（）()]/;
/** Words before a number that say how it is counted, not what. */
const COUNTING =
  /(?:累计|共计|总计|合计|一共|总共|共有|共|达到|达|约|近|超过|超|逾|不少于|不低于|至少|已有|有|了|为|是)+$/;
/** 2023年累计 says of when the number is. */
const WHEN = /^(?:截[至止])?\d{4}年(?:\d{1,2}月)?(?:累计|共计|共|以来|全年)?/;
const LONGEST = 24;
/** A clause that is one verb before the number belongs to the name: 触达724万名职工 is 触达职工. */
const DEED = /^(?!.*[的等]$)[\u4e00-\u9fff]{2,4}$/;

/**
 * Names a figure: what stands behind it (34支参赛队伍 → 参赛队伍), else what stands before it in its
 * clause (投入资金268万元 → 投入资金).
 *
 * @param from where its words may begin; `start` and `end` hold the figure itself
 */
export function labelOf(sentence: string, from: number, start: number, end: number): string {
  const behind = nameBehind(sentence.slice(end, end + LONGEST + 1));
  const before = nameBefore(sentence.slice(Math.max(from, start - LONGEST - 8), start));
  // Right behind another figure stands that one's name: 29支队伍58名选手.
  const isOwn = from === 0 || CLAUSE.test(sentence.slice(from, start));
  if (behind.length > 1) return isOwn && DEED.test(before) ? before + behind : behind;
  return before || behind || sentence.slice(start, end);
}

function nameBehind(text: string): string {
  const quoted = /^“[^”]{1,20}”/.exec(text)?.[0];
  if (quoted) return quoted.slice(1, -1);
  const end = text.search(ENDS);
  return (end < 0 ? text : text.slice(0, end)).replace(/[“”]|[和与及]+$/g, '').trim();
}

function nameBefore(text: string): string {
  const clause = (text.split(CLAUSE).at(-1) ?? '')
    .replace(WHEN, '')
    .replace(/^[^\u4e00-\u9fff]*(?:(?:\d{1,2}月)?\d{0,2}日)?\s+/, '');
  const uncounted = clause.replace(COUNTING, '');
  // 触达 is a verb of its own, not 触 and a 达.
  return (uncounted.length === 1 ? clause : uncounted).replace(/[“”]/g, '').trim().slice(-LONGEST);
}

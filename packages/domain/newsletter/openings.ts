/** What an item of news opens with: its date, the union that it is about, and what may stand before either. */
import { openingOf, type Opening } from './dates';
import { unionAt } from './unions';

/** 【渝中区】, 本报讯（记者 张三）, （通讯员 李四）, 渝中区：, 01版讯 stand before the sentence and are no part of it. */
const LEADS: readonly RegExp[] = [
  /^【[^】]{1,40}】\s*/,
  // 《工人日报》5月1日 and 重庆卫视《新闻联播》5月4日: where a clipping was, and on which day.
  /^(?:[\u4e00-\u9fff]{2,8}(?:卫视|电视台|广播|网|客户端))?《[^》]{2,14}》\s*(?=\d{1,2}月\d{1,2}日)/,
  // #驿站# says what it belongs to.
  /^#[^#\s]{1,16}#\s*/,
  /^[（(][^（）()]{1,30}(?:讯|记者|通讯员|供稿|报道)[^（）()]{0,20}[)）]\s*/,
  /^[（(][^（）()\s]{2,20}工会(?:\s+[\u4e00-\u9fff]{2,4})+[)）]\s*/,
  /^(?:本报|本网|本刊|本台|[\u4e00-\u9fff]{2,8}(?:网|报|社|融媒体?))?讯[\s:：]*(?:[（(][^（）()]{1,30}[)）])?[\s:：]*(?=[\d二三一四五六七八九十近日今昨本连])/,
  /^(?:本报|本网|本刊|本台|[\u4e00-\u9fff]{2,4}社)[\u4e00-\u9fff]{0,6}\d{1,2}月\d{1,2}日[电讯]\s*(?:[（(][^（）()]{1,40}[)）])?[\s:：]*/,
  /^(?:本报|本网|本刊|本台|[\u4e00-\u9fff]{2,8}(?:网|报|社|融媒体?))讯(?:\s*[（(][^（）()]{1,30}[)）][\s:：]*|[\s:：]+)/,
  /^[^\s，。；：:“”]{2,30}工会(?:委员会|联合会|办事处)?\s+(?=\d{1,2}月|近日|日前)/,
  /^[^\s\d，。；：:“”|｜丨]{2,16}\s*[|｜丨]\s*(?=[\d近日今昨本连]|[\u4e00-\u9fff]{2,16}工会)/,
  /^(?:[^\s，。；：:“”]{2,30}工会(?:委员会|联合会|办事处)?|[^\s，。；：:“”]{2,16}(?:分会|区|县|镇|街道))\s*[:：]\s*/,
  /^[^\s，。；：:“”\d]{2,16}(?:公司|集团|院|校|厂|局|站|处|部|所|队|中心|基地|车间|项目)\s*[:：]\s*(?=\d{1,2}月\d{1,2}日|近日|日前)/,
];

/** The label in 【…】 at the front of a text, and where the sentence begins behind all that stands before it. */
export interface Lead {
  end: number;
  label: string | null;
  /** How much of it only says who reported: 本报讯（记者 张三）. */
  dateline: string | null;
}

/** @example leadOf('【渝中区】3月5日，区总工会开班。') // { end: 5, label: '渝中区', dateline: null } */
export function leadOf(text: string): Lead {
  let end = 0;
  let label: string | null = null;
  let dateline: string | null = null;
  for (const lead of LEADS) {
    const hit = lead.exec(text.slice(end, end + 80));
    if (!hit) continue;
    label ??=
      /^【(.+)】/.exec(hit[0])?.[1] ??
      /^(.+?)\s*[:：|｜丨]\s*$/.exec(hit[0])?.[1] ??
      /^(\S+工会\S*)\s+$/.exec(hit[0])?.[1] ??
      null;
    if (/讯|记者|通讯员|供稿|报道|日电|^[（(]/.test(hit[0]) && !hit[0].startsWith('【'))
      dateline = `${dateline ?? ''}${hit[0]}`;
    end += hit[0].length;
  }
  return { end, label, dateline };
}

/** Other bodies that news begins with, and a deed right behind the name. */
const BODY =
  /^[^，。；：、“”\s]{2,18}?(?:街道|镇|乡|区|县|公司|集团|中心|文化宫|俱乐部|学校|学院|医院|支队|大队|局|厂|园区|开发区|委员会|服务站|驿站|分会)(?:近日|\d{1,2}月\d{1,2}日|日前|联合|组织|开展|举办|举行|召开|启动|走访|慰问|为|成立|推出|发布|看望|深入)/;
const SHORT_UNION = /^(?:市|区|县|[\u4e00-\u9fff]{2,3}[区县])总(?!工会)(?=[\u4e00-\u9fff])/;

/** Words that go on with what a paragraph before them began. */
const CONTINUES =
  /^(?:活动|会议|会上|会后|现场|据[悉了统介]|当天|当日|当晚|当前|截至|截止|下一步|下步|今后|此次|本次|这次|这[是些一项]|期间|同时|与此同时|此外|另外|随后|接下来|接着|目前|近年来|今年以来|去年以来|多年来|该|其[中他]?|与会|大家|参[赛会训展加]|培训|比赛|[一二三四五六七八九十]是|首先|其次|最后|最终|经过|在.{0,16}(?:现场|期间|环节|过程中|会上|活动中|座谈会上)[，,]|通过|本届|仪式|座谈|走访中|讲座|课程|课堂|工会(?:干部|工作人员|志愿者)|职工们|职工代表|选手|队员|他们?|她们?|我们?|“|《|按照|根据|除|不仅|自.{1,14}(?:以来|来|起)|来自|赛场|舞台|一路上|每到一处|针对|为了?|如今|后续|其间|整个|本着|所到之处)/;
/** A union's people speaking is no new item: 区总工会相关负责人表示，…… */
const SPEAKS =
  /^.{0,6}(?:相关)?(?:负责人|负责同志|工作人员|主席|副主席|干部)?(?:表示|介绍|说|强调|指出|要求|将(?:继续|持续|进一步|以此|不断)|还|也)/;

/** How surely a text begins an item of its own. */
export type ItemOpening =
  | { kind: 'date'; opening: Opening; union: string | null }
  /** It begins with a union or another body that did something. */
  | { kind: 'subject'; union: string | null }
  | { kind: 'continuation' }
  | { kind: 'unclear' };

const DISTRICT_SLOGAN = /^[\u4e00-\u9fff]{2,6}[：:][^，。；：、\d]{3,24}。/;

/** Reads how a text opens. Behind 近日 and 3月5日 stands who did it. */
export function itemOpening(text: string): ItemOpening {
  // 渝中：“她课堂”开进写字楼。3月4日，……
  const slogan = DISTRICT_SLOGAN.test(text) ? sloganIn(text) : null;
  if (slogan !== null) return itemOpening(text.slice(slogan.length + 1));
  // 本周完成： heads something and tells nothing.
  if (/^[^，。；：:\d]{2,12}[:：]$/.test(text)) return { kind: 'unclear' };
  const lead = leadOf(text);
  // 上午，县总工会…… below a day of its own.
  const sentence = text.slice(lead.end).replace(/^(?:上午|下午|晚上|当晚|晚间)[，,]\s*/, '');
  const opening = openingOf(sentence);
  if (opening && !(opening.kind === 'relative' && CONTINUES.test(opening.words))) {
    const end = opening.kind === 'date' ? opening.date.end : opening.end;
    const behind = sentence.slice(end).replace(/^(?:上午|下午|晚上?|晚间)?[，,、\s]*/, '');
    return { kind: 'date', opening, union: unionAt(behind) };
  }
  const union = unionAt(sentence);
  if (union !== null) {
    return SPEAKS.test(sentence.slice(union.length)) ? { kind: 'continuation' } : { kind: 'subject', union };
  }
  if (CONTINUES.test(sentence)) return { kind: 'continuation' };
  if (lead.label !== null || SHORT_UNION.test(sentence) || BODY.test(sentence)) return { kind: 'subject', union: null };
  return { kind: 'unclear' };
}

/**
 * The few words that an item has in front of its date for a title: 普法进工地。7月13日，……
 *
 * @returns null where it opens with anything else
 */
export function sloganIn(text: string): string | null {
  const [whole = '', slogan = null, stop = ''] =
    /^((?:[\u4e00-\u9fff]{2,6}[：:])?[^，。；：、\d]{3,24})([。：:])\s*/.exec(text) ?? [];
  if (slogan === null || unionAt(slogan) !== null) return null;
  // 物流分会：6月3日，…… names who did it.
  if (stop !== '。' && /[会区县镇乡道司院校厂局站处部]$/.test(slogan)) return null;
  return openingOf(text.slice(whole.length))?.kind === 'date' ? slogan : null;
}

/** 请各单位于……前报送 asks for something and tells of nothing. */
export const isNotice = (text: string): boolean =>
  /^(?:请|望|各[^，。]{0,16}请|欢迎|敬请|以上[^。]{0,12}请|(?:来稿|投稿|稿件)[^。]{0,8}(?:请|须|要))|^[^。]{0,30}(?:请查收|请审阅|请知悉)[^。\d]{0,8}[。：:]$/.test(
    text,
  );

/** 【温馨提示】 stands above what is asked for. */
export const isNoticeTitle = (title: string): boolean =>
  /^[【[]?(?:温馨|友情|特别|重要)(?:提示|提醒)|^[【[]?(?:征稿启事|征集启事|重要通知|通知|公告|启事|预告)[】\]]?[:：]?$/.test(
    title,
  );

/** Does a text surely open an item: with a date, or with who did it? */
export const opensItem = (text: string): boolean => {
  const { kind } = itemOpening(text);
  return kind === 'date' || kind === 'subject';
};

/** Who wrote or sent a piece: lines and brackets that end an item and are no part of its text. */

const ROLE =
  '供稿(?:单位|人)?|撰稿人?|通讯员|特约记者|记者|作者|投稿人?|撰文|文字|文\\/图|图\\/文|文图|图文|文|图|摄影|摄|供图|播音|整理|图源|来稿|报送(?:单位)?|信息员|宣传员|稿源|来源|稿件来源|信息来源';
const WHO = '[\\u4e00-\\u9fffA-Za-z·、,，/:：\\s]{2,40}?';
/** 供稿：渝中区总工会 · 通讯员 张三 · 文/图 李四: a line of its own. */
const LINE = new RegExp(
  `^[（(【\\[□■◇○]?\\s*(?:本报|本网|本刊|见习|特约|实习)*(?:${ROLE})\\s*[:：|｜丨/\\s]\\s*${WHO}\\s*[)）】\\]]?$`,
);
/** （渝中区总工会供稿） · （通讯员 张三） · （记者 李四 摄） · （渝中区总工会 张三）, at the end of a text or alone. */
const BRACKETS = /[（([［【〔]([^（）()【】[\]［］〔〕]{1,40})[)）\]］】〕]$/;
/** …410份。——两江新区总工会 */
const BEHIND_DASH =
  /([。！？”])\s*[—–-]{1,2}\s*([^，。；：\s]{2,24}工会(?:委员会|联合会)?(?:[\u4e00-\u9fff]{2,6}部|办公室)?)$/;
/** 图为活动现场。 behind the text speaks of a picture. */
const PICTURE = /([。！？”])\s*([（(]?(?:图为|上图为?|下图为?|左图为?|右图为?)[^。]{1,40}。?[)）]?)$/;
const IN_BRACKETS = new RegExp(
  `(?:${ROLE})|(?:工会|宣教部|宣传部|办公室|组宣部|街道|镇|公司|集团)\\s+[\\u4e00-\\u9fff]{2,4}(?:[\\s、]+[\\u4e00-\\u9fff]{2,4})*$|^[\\u4e00-\\u9fff]{2,3}(?:[\\s、]+[\\u4e00-\\u9fff]{2,3}){0,4}$|^完$`,
);
/** Without brackets, behind the last full stop: …。播音 小工 */
const TRAILING = new RegExp(`([。！？”])\\s*((?:${ROLE})\\s*[:：\\s]\\s*[\\u4e00-\\u9fffA-Za-z·、\\s]{2,20})$`);
/** …交流。孙某 摄: who took the picture of it. */
const PHOTOGRAPHER = /([。！？”])\s*([\u4e00-\u9fff]{2,4}\s+(?:摄|供图|摄影报道|文\/图|图\/文))$/;
/** A union alone in brackets at the end says who sent the piece: …。（渝中区总工会） */
const SENDER = /^[^，。；：]{1,20}(?:工会|工会委员会|工会联合会)(?:办公室|[\u4e00-\u9fff]{2,6}[部室科处])?$/;

/** So does another body that has no union in its name: …。（区职工服务中心） */
const BODY = /^[^，。；：、\d“”]{2,18}(?:中心|公司|集团|分会|街道|镇|乡|局|委|医院|学院|学校|文化宫|厂|车间|项目部)$/;

/** A text and the byline that stood at its end. */
export interface WithByline {
  text: string;
  byline: string | null;
}

/** Is the whole line a byline? */
export function isByline(line: string): boolean {
  if (line.length > 60) return false;
  if (LINE.test(line)) return true;
  const inner = /^[（(]([^（）()【】]{2,40})[)）]$/.exec(line)?.[1];
  return inner !== undefined && (IN_BRACKETS.test(inner) || SENDER.test(inner));
}

/**
 * Takes the byline off the end of a text. Words in brackets that end a sentence stay its own: only what stands behind
 * the full stop can be a byline.
 *
 * @example withoutByline('开班。（渝中区总工会供稿）') // { text: '开班。', byline: '（渝中区总工会供稿）' }
 */
export function withoutByline(text: string): WithByline {
  const tail = text.slice(-80);
  const front = text.slice(0, -80);
  const picture = PICTURE.exec(tail);
  if (picture) {
    const [, stop = '', byline = ''] = picture;
    return { text: front + tail.slice(0, picture.index) + stop, byline };
  }
  const dashed = BEHIND_DASH.exec(tail);
  if (dashed) {
    const [, stop = '', byline = ''] = dashed;
    return { text: front + tail.slice(0, dashed.index) + stop, byline };
  }
  const brackets = BRACKETS.exec(tail);
  const inner = brackets?.[1];
  if (brackets && inner !== undefined) {
    const before = tail.slice(0, brackets.index).trimEnd();
    const isOwn = /[。！？!?…”]$|[。！？][（(][^（）()]{4,12}[)）]$/.test(before);
    // 供稿 is a byline whether or not the sentence before it was closed; a name alone is one only behind a full stop.
    if (
      /供稿|通讯员|撰稿/.test(inner) ||
      (isOwn && (IN_BRACKETS.test(inner) || SENDER.test(inner) || BODY.test(inner)))
    ) {
      return { text: front + before, byline: brackets[0] };
    }
  }
  const trailing = TRAILING.exec(tail) ?? PHOTOGRAPHER.exec(tail);
  if (trailing) {
    const [, stop = '', byline = ''] = trailing;
    return { text: front + tail.slice(0, trailing.index) + stop, byline: byline.trim() };
  }
  return { text, byline: null };
}

/**
 * What belongs to the page and not to the text: where one is on the site, how large the letters are, who edited it.
 *
 * Each rule has a name, which the report gives for every line that the rule took.
 */
import { isByline } from './bylines';
import { isMarkedCaption } from './captions';
import { isBareDay, isCalendarDay, resolve, writtenDates } from './dates';
import type { Flags } from './drafts';
import type { NewsletterLine } from './lines';
import { isClosed, markOf } from './marks';
import { printedIssueDate } from './masthead';
import { essence } from './similarity';
import { unionAt } from './unions';

const LONGEST = 60;

/** The days or the week that a newsletter covers, and nothing else: （7月13日—7月19日）, 2026年第29周, 7月第3周, 7月上旬. */
const SPAN =
  /^[（(【]?(?:(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?\s*[至到—–～~-]+\s*(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日|(?:\d{4}年)?(?:\d{1,2}月)?第\s*[\d一二三四五]{1,2}\s*周|(?:\d{4}年)?\d{1,2}月(?:份|[上中下]旬))[)）】]?$/;

interface Rule {
  name: string;
  pattern: RegExp;
}

/** In the order of trying. */
const RULES: readonly Rule[] = [
  { name: '位置', pattern: /^(?:您?(?:的)?(?:当前|现在)?(?:的)?位置\s*[:：]|首页\s*[>»›＞/-])/ },
  {
    name: '栏目导航',
    pattern: /^[^，。>»›＞]{1,12}(?:\s*[>»›＞]\s*[^，。>»›＞]{1,16}){1,4}$|^[^，。\d]{2,10}\s*[>»›＞]{1,2}$/,
  },
  {
    name: '字号',
    pattern:
      /^[【[（(]?(?:字号|字体(?:大小)?|文字大小)\s*[】\])）]?\s*[:：]?[\s【[（(]*(?:[大中小+\-A]|超大|特大|[】\])）|｜/\s])*$/,
  },
  { name: '字号', pattern: /^A\s?[+-]\s*A?\s?[+-]?$/i },
  {
    name: '分享',
    pattern:
      /^(?:【)?(?:分享(?:到|至|给)?|转发(?:到)?|收藏|点赞|在看|打印(?:本页)?|关闭(?:窗口|本页)?|返回(?:顶部|首页|列表)?|保存|复制链接|举报)(?:】)?(?:[\s:：|｜【】/、]*(?:分享|微信|微博|朋友圈|QQ(?:空间)?|收藏|点赞|在看|打印|关闭|返回|保存|好友)(?:窗口|本页|顶部|首页)?】?)*\s*[:：]?$/,
  },
  {
    name: '阅读次数',
    pattern:
      /^(?:(?:阅读|浏览|点击|访问|点赞|在看|分享|收藏|留言|评论)(?:次数|量|数)?\s*[:：]?\s*\d[\d,.万+]*\s*次?[\s·|｜]*)+$/,
  },
  { name: '图片', pattern: /^[【[（(]?(?:图片|视频|音频|插图)[】\])）]?$/ },
  { name: '图片文件名', pattern: /^(?:\S+\.(?:jpe?g|png|gif|bmp|webp)\s*)+$/i },
  { name: '外文栏目名', pattern: /^[A-Za-z][A-Za-z .&'!-]{2,30}$/ },
  { name: '附件', pattern: /^(?:相关)?附件(?:下载|列表)?\s*\d{0,2}\s*[:：].{0,40}$/ },
  { name: '时段', pattern: SPAN },
  { name: '时段', pattern: /^(?:报送|统计|汇总|起止)(?:周期|时段|时间|期间)\s*[:：]\s*[^，。]{4,30}$/ },
  { name: '落款', pattern: /^[^，。：；\s]{2,24}工会(?:委员会|联合会)?(?:办公室)?\s\d{1,2}月\d{1,2}日$/ },
  {
    name: '责任编辑',
    pattern:
      /^(?:[（(【[]\s*)?(?:本[版期])?(?:责任?编辑?|责编|编辑|编审|审核|审校|校对|校审|一审|二审|三审|初审|复审|终审|美编|排版|制作|监制|总监制|主编|执行主编|策划|值班编委|签发|核稿|编发|执笔|统筹)\s*[:：|｜丨\s]\s*[^，。]{0,50}$/,
  },
  { name: '来源', pattern: /^(?:信息|稿件|文章|内容)?来源\s*[:：]\s*[^，。]{1,40}$/ },
  {
    name: '主办单位',
    pattern: /^(?:主办|主管|承办|编印|编制|编辑|印发|发布|制发)(?:单位|部门|机构)?\s*[:：]\s*[^，。]{2,40}$/,
  },
  {
    name: '主办单位',
    pattern:
      /^(?:[（(]?\d{4}\s*年\s*第\s*\d{1,3}\s*期[)）]?\s*)?[\u4e00-\u9fff]{2,20}工会(?:委员会)?(?:办公室|宣教部|宣传教育部)?\s*(?:主办|编印|主编|编)$/,
  },
  {
    name: '版次',
    pattern:
      /^(?:第?\s*[A-Z]?\d{1,3}\s*版|版次\s*[:：]\s*.{1,12}|第?\s*[A-Z]?\d{1,2}\s*版\s*[:：]\s*.{1,16}|第?[一二三四五六七八九十]{1,2}版(?:\s*[:：]?\s*.{1,8})?)$/,
  },
  {
    name: '页码',
    pattern:
      /^(?:第\s*\d{1,3}\s*页(?:[\s,，/]*共\s*\d{1,3}\s*页)?|[-—–·•\s]*\d{1,3}\s*[-—–·•]+|[-—–·•]+\s*\d{1,3}[-—–·•\s]*|\d{1,3}\s*\/\s*\d{1,3})$/,
  },
  {
    name: '期号',
    pattern:
      /^(?:[（(【]?\s*(?:总?第\s*\d{1,4}\s*期|[〔[（(]?\d{4}[〕\])）]?\s*年?\s*第\s*\d{1,3}\s*期|内部资料|内部刊物|免费交流|注意保存|仅供参考|总\s*\d{1,4}\s*期)\s*[)）】]?[\s,，·|｜]*)+$/,
  },
  {
    name: '上下篇',
    pattern:
      /^(?:【)?(?:上一[篇条则版期]|下一[篇条则版期]|上篇|下篇|相关(?:阅读|新闻|链接|文章)|往期(?:推荐|回顾|精选)|推荐阅读|延伸阅读|阅读原文|点击阅读(?:原文)?|查看原文|更多(?:新闻|内容|精彩)?)】?\s*[:：>»]?.{0,40}$/,
  },
  {
    name: '展开',
    pattern: /^(?:[.…·\s]*)(?:展开(?:全文|更多|剩余)?|查看(?:更多|全部|全文)|收起(?:全文)?|加载更多)[\s>»↓]*$/,
  },
  {
    name: '引导语',
    pattern:
      /^[^。]{0,24}(?:抢先看|先睹为快|看过来|往下看|(?:一起|快)来看看?|戳进来看?看?|转[发给]更多[^。]{1,6})[吧啦！!~～…]*[👇↓]*$|^[^。]{0,40}(?:评论区|留言区)[^。]{0,16}$/u,
  },
  { name: '预览', pattern: /^预览时标签不可点$/ },
  {
    name: '公众号页尾',
    pattern:
      /^(?:(?:继续|向[上下])滑动看下一[个篇]|轻触阅读原文|喜欢此内容的人还喜欢.{0,20}|人划线|写留言|留言\s*\d*|知道了|取消\s*允许|使用(?:小程序|完整服务)|在小说阅读器.{0,20}|听全文|×\s*分析|视频\s*小程序\s*赞?.{0,20}|当前内容可能存在未经审核.{0,40}|微信扫一扫可打开.{0,20}|暂无评论)$/,
  },
  {
    name: '关注',
    pattern:
      /^(?:(?:[↑↓▲▼☝]|👇|👆)*\s*)(?:点击(?:上方|下方|蓝字|关注|这里).{0,20}|长按.{0,20}|扫(?:一扫|码|描).{0,24}|微信扫一扫.{0,20}|(?:欢迎|敬请)?关注.{0,16}(?:公众号|视频号|微信|我们)|关注我们|(?:点|戳)这里.{0,12}|点个?(?:在看|赞).{0,12})(?:[↑↓▲▼]|👇|👆)*$/,
  },
  {
    name: '版权',
    pattern:
      /^(?:版权(?:所有|声明).{0,40}|Copyright.{0,50}|©.{0,50}|渝ICP备.{0,30}|.{0,4}公网安备.{0,30}|网站标识码.{0,20}|技术支持\s*[:：].{0,30}|未经授权.{0,30}|转载请注明.{0,20})$/i,
  },
  {
    name: '投稿',
    pattern:
      /^(?:投稿|联系|咨询|编辑部|报送|通讯员?|电子)?(?:邮箱|电话|热线|传真|地址|邮编|QQ|微信)(?:号)?\s*[:：]\s*[\w@.\-\s()（）+/、]{4,40}$/,
  },
  {
    name: '分隔线',
    pattern:
      /^(?:(?:[-—–=_*~·.…＊◆●■★☆○◇□]\s*){3,}|[-—–=*·\s]*(?:END|完|正文完|全文完|The End)[-—–=*·\s]*|[◆●■★☆○◇□*]{2,})$/i,
  },
  {
    name: '转版',
    pattern: /^[（(]?(?:下转|上接|转|接)\s*第?\s*(?:[A-Z]?\d{1,2}|[一二三四五六七八九十]{1,2})\s*版.{0,10}[)）]?$/,
  },
  {
    name: '抄送',
    pattern: /^(?:印数|共印)\s*[:：].{0,58}$|^[（(]?共印\s*\d+\s*份[)）]?$/,
  },
  {
    name: '联系方式',
    pattern:
      /^(?:(?:单位|联系|办公|通讯)?(?:地址|电话|邮编|传真|邮箱|网址|热线|QQ|联系人|内线|分机)\s*[:：]\s*\S[^:：]{0,40}?\s*){2,}$/,
  },
];

const DAY = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?/;
/** What else a line that gives the day of issue may say. */
const BESIDE_DAY =
  /(?:发布|发表|出刊|出版|印发|编印|更新|发文|录入|报送|制作|发行)?(?:日期|时间|于)?\s*[:：]|发布时间|发布日期|出刊日期|印发日期|日期|时间|(?:发布|出刊|出版|印发|编印|发行)|\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|星期[一二三四五六日天]|周[一二三四五六日天]|农历[^\s]{2,8}|总?第\s*\d+\s*期|(?:阅读|浏览|点击|访问)(?:次数|量|数)?\s*[:：]?\s*\d*\s*次?|(?:信息|稿件|文章)?来源\s*[:：]?|作者\s*[:：]?\s?(?!\s*(?:浏览|阅读|点击|来源|编辑))[\u4e00-\u9fff]{0,8}|编辑\s*[:：]?\s*[\u4e00-\u9fff]{0,4}|(?:字号|字体(?:大小)?)\s*[:：]?[\s大中小]*|第?\s*(?:[A-Z]?\d{1,2}|[一二三四五六七八九十]{1,2})\s*版(?:\s*[:：]\s*[\u4e00-\u9fff]{1,8})?|[\s:：（）()【】[\]|｜·,，/-]/g;
/** 原创 南岸工会 南岸区总工会 2026年7月17日 18:30 重庆: WeChat puts an account and a place around the publisher and the time. */
const ORIGINAL = /^原创\s+\S+\s+/;
/** 渝工娘家人 九龙坡区总工会 2026年8月3日 09:00 goes without 原创. */
const ACCOUNT = /^[\u4e00-\u9fffA-Za-z·]{2,12}\s+(?=\S*工会\S*\s)/;
const POSTED_FROM = /(\d{1,2}:\d{2})\s+[\u4e00-\u9fff]{2,3}(?:\s+听全文)?$/;

/** What the page says of the newsletter as a whole. */
export interface PageFacts {
  /** The day of issue that is printed on it, and where. */
  printed: { day: string; line: number } | null;
  publisher: string | null;
}

/**
 * The day that a line gives when it says nothing else but who published and when.
 *
 * @example printedDay('发布时间：2026-03-16 09:12  来源：渝中区总工会') // '2026-03-16'
 */
export function printedDay(line: string): string | null {
  const printed = printedIssueDate(line);
  if (printed !== null) return printed;
  if (line.length > LONGEST + 20 || isClosed(line)) return null;
  const day = DAY.exec(line);
  if (!day) return null;
  const others = `${line.slice(0, day.index)} ${line.slice(day.index + day[0].length)}`;
  if (DAY.test(others)) return null;
  const rest = others
    .replace(ORIGINAL, '')
    .replace(POSTED_FROM, '$1')
    .replace(ACCOUNT, '')
    .replace(/(?:信息|稿件|文章|内容)?(?:来源|作者)\s*[:：]\s*[^\s，。|｜]{2,24}(?=\s)/g, '')
    .replace(/[\u4e00-\u9fff]{0,16}?工会(?:委员会|联合会)?(?:办公室|宣教部|宣传教育部|宣传部)?编?印?|重庆工会网?/g, '')
    .replace(BESIDE_DAY, '');
  if (rest !== '') return null;
  const [, year = '', month = '', date = ''] = day;
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isCalendarDay(text) ? text : null;
}

/** 今日，全市多云。最高气温：9~12℃ stands on top of a morning's digest. */
const WEATHER = /^(?:[今明昨][日天]|天气).{0,60}(?:℃|°C|气温|多云|阴天|晴天|阵雨|小雨|中雨)/;

/** What an official letter closes with. */
const OFFICIAL =
  /^(?:(?:特此|专此)(?:通报|报告|通知|函告|函复|公告|说明|致谢)|此致|敬礼|此致\s*敬礼|顺颂商祺|谢谢|各位(?:同事|同志|领导|代表)[:：]?)[。！!.]?$/;
/** Who gets it: a sentence's full stop may stand behind the last of them. */
const ADDRESSED = /^(?:报|送|发|抄送|抄报|报送|分送|主送|印发)\s*[:：].{0,58}$/;
/** What stands on top of a letter that was sent by mail. */
const MAIL = /^(?:发件人|收件人|抄送人?|主\s*题|发送时间|日\s*期|附\s*件)\s*[:：]/;

/** The rule that takes a line, by its name; null for a line of text. */
export function furnitureRule(line: string): string | null {
  if (OFFICIAL.test(line) || REPORT.test(line)) return '公文用语';
  if (line.length <= LONGEST && ADDRESSED.test(line)) return '抄送';
  if (line.length <= LONGEST && MAIL.test(line) && !isClosed(line)) return '信头';
  if (line.length <= 120 && WEATHER.test(line) && !/工会/.test(line)) return '天气';
  if (line.length > LONGEST || isClosed(line)) return null;
  return RULES.find(({ pattern }) => pattern.test(line))?.name ?? null;
}

/** 现将本周工作信息报送如下： leads to what is reported; who gets it stands in the line above, 重庆市总工会办公室：. */
const REPORT = /^(?:现将|兹将|现就).{2,40}(?:如下|报告)[:：。]?$/;
const isAddressee = (line: NewsletterLine, next: NewsletterLine | undefined): boolean =>
  line.level === null && /^[^，。；：:]{2,30}[:：]$/.test(line.text) && REPORT.test(next?.text ?? '');

/** 永川区总工会 永川工会在线 above the time: who published it, and the account that it did it with. */
function isAccountLine(line: NewsletterLine, next: NewsletterLine | undefined): boolean {
  if (line.level !== null || next?.level !== null || printedDay(next.text) === null) return false;
  const [publisher = '', account = '', more] = line.text.replace(/^原创\s+/, '').split(/\s+/);
  const isName = /^[\u4e00-\u9fffA-Za-z·]{2,16}$/.test(account);
  return more === undefined && isName && unionAt(publisher) === publisher && /工/.test(account);
}

/** The union that signs a page, alone in a line above the day. */
const signatureIn = (line: NewsletterLine | undefined): string | null =>
  line?.level === null && unionAt(line.text) === line.text ? line.text : null;

/** The one who is named as the source or publisher of the page. */
function publisherIn(line: string): string | null {
  const named =
    /(?:来源|主办(?:单位)?|主管单位|编印单位|编印|印发单位|发布单位|发布机构|制发单位)\s*[:：]\s*([^\s，。|｜（(]{2,30})/.exec(
      line,
    )?.[1];
  if (named !== undefined) return named;
  const maker = /([\u4e00-\u9fff]{2,20}工会(?:委员会)?)(?:办公室|宣教部|宣传教育部)?\s*(?:主办|编印|主编|编)$/.exec(
    line,
  )?.[1];
  if (maker !== undefined && furnitureRule(line) === '主办单位') return maker;
  const union = unionAt(line.replace(ORIGINAL, ''));
  return union !== null && DAY.test(line) ? union : null;
}

/**
 * Sets the page's own lines aside and reads from them when and by whom it was published.
 *
 * A byline ends the item before it; everything else only leaves a gap.
 *
 * @param hasCases does the text hold the national list's cases, whose periods look like a page's own number?
 * @returns the lines of the text
 */
export function withoutFurniture(
  lines: readonly NewsletterLine[],
  hasCases: boolean,
  flags: Flags,
): { text: NewsletterLine[]; page: PageFacts } {
  const contents = contentsOf(lines);
  const days = daysAboveTitles(lines);
  const page: PageFacts = { printed: null, publisher: null };
  const text: NewsletterLine[] = [];
  let gap = false;
  let isEnded = false;
  for (const [at, line] of lines.entries()) {
    if (days.has(line)) {
      text.push({ ...line, afterBlank: true });
      continue;
    }
    const day = line.level === null ? printedDay(line.text) : null;
    const isPeriod = hasCases && PERIOD_ONLY.test(line.text);
    const rule =
      line.level !== null || isPeriod
        ? null
        : day !== null
          ? '日期'
          : contents.has(line)
            ? '目录'
            : isAccountLine(line, lines[at + 1])
              ? '公众号'
              : isAddressee(line, lines[at + 1])
                ? '公文用语'
                : furnitureRule(line.text);
    const byline = line.level === null && rule === null && !isMarkedCaption(line.text) && isByline(line.text);
    if (day !== null) {
      page.printed ??= { day, line: line.number };
      const signature = text.length > 2 ? signatureIn(text.at(-1)) : null;
      if (signature !== null) {
        page.publisher ??= signature;
        flags.lines.furnish(text.pop()?.number ?? line.number, '落款');
      }
    }
    if (rule === null && !byline) {
      text.push(gap ? { ...line, afterBlank: true, afterEnd: isEnded } : line);
      gap = false;
      isEnded = false;
      continue;
    }
    // Below a text, 来源 says where that text came from and not who made the newsletter.
    if (text.every((one) => !isClosed(one.text))) page.publisher ??= publisherIn(line.text);
    flags.lines.furnish(line.number, rule ?? '署名');
    if (/下转/.test(line.text)) flags.note(line.number, 'text', `文章没有完：「${line.text}」，后面的内容不在这里`);
    gap = true;
    isEnded ||= (byline || rule === '来源') && text.length > 0;
  }
  return { text, page };
}

/** A day alone above each of several titles, in order, is that of what is told below it, and not the page's. */
function daysAboveTitles(lines: readonly NewsletterLine[]): ReadonlySet<NewsletterLine> {
  const found = lines.filter((line, at) => {
    const [title, text] = lines.slice(at + 1, at + 3);
    const isAbove = title !== undefined && text !== undefined && !isClosed(title.text) && isClosed(text.text);
    return line.level === null && isBareDay(line.text) && isAbove && printedDay(title.text) === null;
  });
  const days = new Set(found.map(({ text }) => printedDay(text)));
  return new Set(days.size > 1 ? found : []);
}

/** 第8期 on top of a page is the newsletter's number; above titles of cases it is the national list's. */
const PERIOD_ONLY = /^第\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*期$/;
const CONTENTS =
  /^(?:【)?(?:目\s*录|本期(?:要目|导读|目录|内容|看点|提要)|导\s*读|内容(?:提要|导读|预览)|要目|今日看点)(?:】)?\s*[:：]?$/;

/** The table of contents: below its heading, lines that come again as the titles of what they name. */
function contentsOf(lines: readonly NewsletterLine[]): ReadonlySet<NewsletterLine> {
  const found = new Set<NewsletterLine>();
  const key = ({ text }: NewsletterLine): string =>
    essence((markOf(text)?.content ?? text).replace(/[.…·\s]*\d{0,3}$/, ''));
  const start = lines.findIndex(({ text }) => CONTENTS.test(text.replace(/\s+/g, '')));
  const heading = lines[start];
  if (heading === undefined) return found;
  found.add(heading);
  const later = new Map<string, number>();
  lines.forEach((line, at) => later.set(key(line), at));
  for (const [at, line] of lines.entries()) {
    if (at <= start) continue;
    if ((later.get(key(line)) ?? 0) <= at) break;
    found.add(line);
  }
  return found;
}

/** The last day of the span that a heading gives, as in 一周要闻（2026年3月9日—3月15日）. */
export function lastDayIn(heading: string): string | null {
  for (const date of writtenDates(heading)) {
    if (date.year === null) continue;
    const resolved = resolve(date, null);
    const last = resolved.ok ? (resolved.end ?? resolved.start) : '';
    if (last.length === 10) return last;
  }
  return null;
}

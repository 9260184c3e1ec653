/** Parts a news section into its items. */
import { isRatherCaption } from './captions';
import { openingOf, writtenDates } from './dates';
import type { DistrictIndex } from './districts';
import type { Flags } from './drafts';
import { partGlued } from './glued';
import type { GroupHeading } from './groups';
import { layoutOf, type NewsletterLayout } from './layout';
import type { NewsletterLine } from './lines';
import { isClosed, isTitleLike, pointOf } from './marks';
import type { Item } from './news';
import { isNotice, isNoticeTitle, itemOpening, leadOf, opensItem, sloganIn } from './openings';
import { joinLines, type NewsletterParagraph } from './paragraphs';
import { coverage } from './similarity';
import { unionAt } from './unions';

/**
 * The items of a section, whether they are marked (◆, 1.), titled, or only open with their date or their union.
 *
 * @param isPage is the section all of a page whose title is no newsletter's name? Then it may be one article.
 */
export function itemsOf(
  lines: NewsletterLine[],
  { districts, flags }: { districts: DistrictIndex; flags: Flags },
  isPage = false,
): Item[] {
  const layout = layoutOf(lines, districts, flags);
  const joined = markSlogans(joinLines(layout.lines, layout, flags));
  // Below a title, or beside items that have marks, a paragraph is of one item, whatever it tells.
  const paragraphs = joined.flatMap((paragraph, at) =>
    layout.isMarked || isTitled(joined[at - 1]) ? [paragraph] : partGlued(paragraph, flags),
  );
  const article = isPage && layout.groups.size === 0 ? articleOf(paragraphs) : null;
  if (article) {
    flags.note(article.line, 'text', '整页没有项目符号和小标题，当作一篇文章收成一条；不止一件事就分开');
    return [article];
  }
  const items = new Items(flags, layout, paragraphs.some(startsItem));
  for (const [at, paragraph] of paragraphs.entries()) items.take(paragraph, paragraphs[at + 1]);
  return items.end();
}

const isTitled = (before: NewsletterParagraph | undefined): boolean =>
  before !== undefined && before.group === null && (before.level !== null || isBareTitle(before.text));

/** 聚焦技能提升。5月14日，…… again and again: the few words in front of each paragraph part the items as a sign would. */
function markSlogans(paragraphs: NewsletterParagraph[]): NewsletterParagraph[] {
  const plain = paragraphs.filter(({ mark, level, group }) => mark === null && level === null && group === null);
  const slogans = plain.filter(({ text }) => sloganIn(text) !== null && pointOf(text) === null);
  const isOther = plain.some((one) => !slogans.includes(one) && itemOpening(one.text).kind === 'date');
  if (slogans.length < 2 || isOther) return paragraphs;
  return paragraphs.map((one) =>
    slogans.includes(one) ? { ...one, mark: { family: 'slogan', number: null, content: one.text } } : one,
  );
}

/**
 * A page that tells one story: it begins as no news does, with two paragraphs or more, and at most one paragraph further
 * down speaks of a union's deed.
 */
function articleOf(paragraphs: readonly NewsletterParagraph[]): Item | null {
  const [first, ...others] = paragraphs;
  const start = paragraphs.findIndex(startsItem);
  const unions = paragraphs.filter(({ text }) => {
    const opening = itemOpening(text);
    return (opening.kind === 'date' || opening.kind === 'subject') && opening.union !== null;
  });
  const areProse = paragraphs.every(({ text, mark, level }) => mark === null && level === null && isClosed(text));
  if (!first || !areProse || start === 0 || others.length === 0 || unions.length > 1) return null;
  return {
    title: null,
    line: first.line,
    lines: paragraphs.flatMap((one) => one.lines),
    paragraphs: [first, ...others],
    districts: [],
    union: null,
    day: null,
  };
}

const startsItem = ({ mark, level, text }: NewsletterParagraph): boolean =>
  mark !== null || level !== null || opensItem(text);

class Items {
  private readonly items: Item[] = [];
  private title: NewsletterParagraph | null = null;
  private group: GroupHeading | null = null;
  /** Has a byline, or the end of a group, closed the current item? */
  private isClosed = false;
  /** Does a `#` heading stand above the current item? Then all below it is the item's. */
  private isHeaded = false;

  constructor(
    private readonly flags: Flags,
    private readonly layout: NewsletterLayout,
    /** Will an item open for certain? Then what stands before it is a preface. */
    private readonly hasStarts: boolean,
  ) {}

  take(paragraph: NewsletterParagraph, next: NewsletterParagraph | undefined): void {
    if (paragraph.group) this.startGroup(paragraph, paragraph.group);
    else if (paragraph.level !== null) this.entitle(paragraph);
    else if (paragraph.mark !== null) this.takeMarked(paragraph, next);
    else this.takePlain(paragraph, next);
    if (paragraph.isEnded) this.isClosed = true;
  }

  end(): Item[] {
    this.dropTitle();
    return this.items;
  }

  private startGroup(heading: NewsletterParagraph, group: GroupHeading): void {
    this.dropTitle();
    this.flags.note(heading.line, 'text', `当作分组的小标题：「${heading.text}」`);
    this.flags.lines.use(heading.lines, 'heading');
    this.group = group;
    this.isClosed = true;
    this.isHeaded = false;
  }

  private takeMarked(paragraph: NewsletterParagraph, next: NewsletterParagraph | undefined): void {
    const hasText = next !== undefined && next.mark === null && next.level === null && next.group === null;
    const isHeadline = isBareTitle(paragraph.text) || isExclaimed(paragraph.text);
    const isTitle = isHeadline && hasText && (isProse(next) || this.title === null);
    if (!hasText && this.items.length > 0 && this.title === null && this.isNameAmongDays(paragraph)) {
      this.flags.leaveOut(paragraph.lines, `没有日期也没有单位，看不出是动态，没有收：「${paragraph.text}」`);
      return;
    }
    // A title that stands above a marked item is its own: 甲工会办晚会 / ◆3月14日，……
    if (isTitle && !(this.title && isProse(paragraph))) this.entitle(paragraph);
    else this.open(paragraph);
  }

  /** A few words that say neither who nor when, among marked items that all open with their day: 正在进行：职工子女夏令营. */
  private isNameAmongDays({ text }: NewsletterParagraph): boolean {
    const isName = isBareTitle(text) && !opensItem(text) && !hasDate(text) && unionAt(text) === null;
    return isName && this.items.every(({ paragraphs }) => itemOpening(paragraphs[0].text).kind === 'date');
  }

  private takePlain(paragraph: NewsletterParagraph, next: NewsletterParagraph | undefined): void {
    const current = this.items.at(-1);
    if (this.title) this.takeBelowTitle(this.title, paragraph);
    else if (isBareTitle(paragraph.text) && !this.isHeaded) this.takeShort(paragraph, current, next);
    else if (isExclaimed(paragraph.text) && next && !next.group && itemOpening(next.text).kind === 'date')
      this.entitle(paragraph);
    else if (current === undefined) this.takeFirst(paragraph);
    else this.takeFurther(paragraph, current);
  }

  /** Two lines of a title follow each other without a gap, or the second begins with a dash; otherwise the text is whatever comes. */
  private takeBelowTitle(title: NewsletterParagraph, paragraph: NewsletterParagraph): void {
    const isNear = paragraph.line === (title.lines.at(-1) ?? 0) + 1 || /^(?:[—–]{1,2}|暨)/.test(paragraph.text);
    const isSecondLine = isBareTitle(paragraph.text) && title.level === null && isNear;
    if (isSecondLine) {
      this.title = { ...title, text: `${title.text} ${paragraph.text}`, lines: [...title.lines, ...paragraph.lines] };
    } else if (isBareTitle(paragraph.text) && title.level === null) this.entitle(paragraph);
    else this.open(paragraph);
  }

  /** A short line without a full stop is a title where text follows, and a caption where it repeats what came before. */
  private takeShort(
    paragraph: NewsletterParagraph,
    current: Item | undefined,
    next: NewsletterParagraph | undefined,
  ): void {
    const before = current?.paragraphs.map(({ text }) => text).join('') ?? '';
    const isCaption = current !== undefined && isRatherCaption(paragraph.text, before, next?.text ?? '');
    if (
      isCaption ||
      (this.layout.isMarked && !paragraph.afterEnd && current !== undefined && unionAt(paragraph.text) === null)
    ) {
      this.flags.leaveOut(paragraph.lines, `不成句的一行，当作图片说明，没有收：「${paragraph.text}」`);
    } else this.entitle(paragraph);
  }

  /** A first paragraph that opens as no item does stands before the items, or there are none. */
  private takeFirst(paragraph: NewsletterParagraph): void {
    if (opensItem(paragraph.text)) this.open(paragraph);
    else if (this.hasStarts) this.flags.leaveOut(paragraph.lines, '前言，没有收');
    else this.flags.leaveOut(paragraph.lines, '没有日期、单位、标题和项目符号，看不出是动态，没有收');
  }

  /** A further paragraph: of the item before it, or the next item. */
  private takeFurther(paragraph: NewsletterParagraph, current: Item): void {
    if (isNotice(paragraph.text)) {
      this.flags.leaveOut(paragraph.lines, '像是通知，不是动态，没有收');
      return;
    }
    if (
      this.layout.isMarked &&
      current.title === null &&
      /^会议(?:要求|强调|指出|决定|明确)[:：]/.test(paragraph.text)
    ) {
      this.flags.leaveOut(paragraph.lines, '会议的要求，不是动态，没有收');
      return;
    }
    const opening = itemOpening(paragraph.text);
    const isPoint = pointOf(paragraph.text) !== null;
    const isNext = this.isClosed || paragraph.afterEnd;
    if (opening.kind === 'continuation' || isPoint) {
      if (isNext && !isPoint)
        this.flags.note(paragraph.line, 'text', '署名之后的这一段像是上一条的下文，接在了上一条后面');
      this.append(paragraph, current);
    } else if (isNext && this.startsBehindEnd(opening.kind)) this.open(paragraph);
    else if (this.isHeaded && opening.kind !== 'date') this.append(paragraph, current);
    else if (this.layout.isMarked || current.title !== null) this.takeAside(paragraph, current);
    else if (opening.kind === 'date') this.open(paragraph);
    else if (leadOf(paragraph.text).label !== null) this.open(paragraph);
    else if (opening.kind === 'subject' && (hasDate(paragraph.text) || !isSameUnion(opening.union, current))) {
      this.flags.note(paragraph.line, 'text', '没有项目符号也没有日期，以单位名称开头，按新的一条收');
      this.open(paragraph);
    } else {
      this.flags.note(paragraph.line, 'text', '看不出是新的一条还是上一条的下文，接在了上一条后面');
      this.append(paragraph, current);
    }
  }

  /** Behind a byline whatever comes is the next item; behind a group's heading too. */
  private startsBehindEnd(kind: ReturnType<typeof itemOpening>['kind']): boolean {
    return kind === 'date' || kind === 'subject' || kind === 'unclear';
  }

  /** Where marks or titles part the items, a paragraph without one opens an item only if it names another union and a date. */
  private takeAside(paragraph: NewsletterParagraph, current: Item): void {
    const opening = itemOpening(paragraph.text);
    const before = current.paragraphs.at(-1);
    const isOther = opening.kind === 'date' && opening.union !== null && !isSameUnion(opening.union, current);
    if (isOther && before && isClosed(before.text)) {
      this.flags.note(paragraph.line, 'text', '没有项目符号也没有标题，写了日期和另一个工会，按新的一条收');
      this.open(paragraph);
      return;
    }
    if (opening.kind !== 'continuation' && this.layout.isMarked) {
      this.flags.note(paragraph.line, 'text', '没有项目符号，接在了上一条后面');
    }
    this.append(paragraph, current);
  }

  private entitle(paragraph: NewsletterParagraph): void {
    this.dropTitle();
    this.title = paragraph;
  }

  private open(paragraph: NewsletterParagraph): void {
    // A line on top of a numbered list heads all of it.
    const isOnTop =
      this.items.length === 0 && this.title?.mark === null && paragraph.text !== '' && opensItem(paragraph.text);
    const isOfList =
      (paragraph.mark?.number === 1 && (isOnTop || sloganIn(paragraph.text) !== null)) ||
      (this.title?.mark === null && this.namesList(this.title, paragraph));
    if (paragraph.mark !== null && this.title && (this.title.level !== null || isOfList)) {
      this.flags.note(this.title.line, 'text', `当作分组的小标题，没有收：「${this.title.text}」`);
      this.flags.lines.use(this.title.lines, 'heading');
      this.title = null;
    }
    const { title } = this;
    if (isNotice(paragraph.text) || isNoticeTitle(title?.text ?? '')) {
      this.flags.leaveOut([...(title?.lines ?? []), ...paragraph.lines], '像是通知，不是动态，没有收');
      this.title = null;
      return;
    }
    this.items.push({
      title: title?.text ?? null,
      line: (title ?? paragraph).line,
      lines: [...(title?.lines ?? []), ...paragraph.lines],
      paragraphs: [paragraph],
      districts: this.group?.districts ?? [],
      union: this.group?.union ?? null,
      day: this.group?.day ?? null,
    });
    this.isHeaded = title !== null && title.level !== null;
    this.isClosed = false;
    this.title = null;
  }

  /** A few words that name no union and recur nowhere below, 一周扫描, head all items of a sign and not the first alone. */
  private namesList({ text }: NewsletterParagraph, { mark, text: below }: NewsletterParagraph): boolean {
    const family = [...this.layout.marks.values()].filter((one) => one.family === mark?.family);
    return family.length > 1 && text.length <= 8 && unionAt(text) === null && coverage(text, below) < 0.5;
  }

  private append(paragraph: NewsletterParagraph, item: Item): void {
    item.paragraphs.push(paragraph);
    item.lines.push(...paragraph.lines);
    this.isClosed = false;
  }

  private dropTitle(): void {
    const { title } = this;
    this.title = null;
    if (!title) return;
    const message = `「${title.text}」下面没有正文`;
    if (title.level !== null) this.flags.fault(title.line, 'paragraphs', message, '标题下面写正文，或者删去这一行');
    else this.flags.leaveOut(title.lines, `${message}，没有收`);
  }
}

/** A line that is a title and no short sentence that lost its full stop. */
const isBareTitle = (text: string): boolean =>
  isTitleLike(text) && openingOf(text) === null && !/[，；,;]|[:：]$/.test(text);

/** 夜校开课啦！ is a title, where text of its own follows. */
const isExclaimed = (text: string): boolean =>
  text.length <= 40 && /[！？!?]$/.test(text) && !/[。；]/.test(text) && openingOf(text) === null;

const hasDate = (text: string): boolean => !writtenDates(text).next().done;

const isProse = ({ text }: NewsletterParagraph): boolean =>
  isClosed(text) || /[，；]/.test(text) || openingOf(text) !== null;

/** Does the item so far speak of the same union? Then a sentence that begins with its name goes on. */
function isSameUnion(union: string | null, item: Item): boolean {
  if (union === null) return false;
  const name = union.replace(/^重庆市?/, '');
  return `${item.title ?? ''}${item.paragraphs.map(({ text }) => text).join('')}`.includes(name);
}

/** Cases printed with their text, below the heading of their category. */
import type { CaseDraft } from './drafts';
import type { NewsletterLine } from './lines';
import { findFigures } from './figures';
import { isTitleLike } from './marks';
import type { NewsReading } from './news';
import { joinLines, type NewsletterParagraph } from './paragraphs';
import { readBody } from './points';
import type { NewsletterSection } from './sections';
import { settleCategory } from './case-list';
import type { Categories } from './structure';
import { unionOf } from './unions';

/** The cases of one category's section. */
export function casesOf(
  section: Extract<NewsletterSection, { kind: 'cases' }>,
  categories: Categories,
  reading: NewsReading,
): CaseDraft[] {
  const settled = settleCategory(section.category, categories, reading);
  return partTitles(section.lines, reading).map(({ title, body }) => readCase(title, body, settled, reading));
}

/** A title, and the lines below it. */
interface TitledLines {
  title: NewsletterLine;
  body: NewsletterLine[];
}

function partTitles(lines: NewsletterLine[], { flags }: NewsReading): TitledLines[] {
  const cases: TitledLines[] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const current = cases.at(-1);
    if (isTitle(line, before, current)) cases.push({ title: line, body: [] });
    else if (current) current.body.push(line);
    else
      flags.fault(
        line.number,
        'title',
        `「${line.text.slice(0, 20)}」上面没有案例的标题`,
        '类别下面先写案例标题，再写正文',
      );
  }
  return cases;
}

/** A heading names a case unless it names a point; an unmarked line does when it is a union's title. */
function isTitle(line: NewsletterLine, before: NewsletterLine | undefined, current: TitledLines | undefined): boolean {
  if (line.level !== null) {
    return current === undefined || current.title.level === null || line.level <= current.title.level;
  }
  if (!isTitleLike(line.text)) return false;
  if (before === undefined) return true;
  return line.afterBlank && !/[，；,;]/.test(line.text) && unionOf(line.text) !== null;
}

function readCase(
  title: NewsletterLine,
  lines: NewsletterLine[],
  settled: Pick<CaseDraft, 'category' | 'categoryName' | 'newCategory'>,
  reading: NewsReading,
): CaseDraft {
  const paragraphs = joinLines(lines, null, reading.flags).filter((paragraph) => isText(paragraph, reading));
  const { lead, points } = readBody(paragraphs, reading.flags);
  const own = [title.number, ...paragraphs.flatMap((paragraph) => paragraph.lines)];
  reading.flags.lines.use(own, `cases:${title.number}`);
  const text = [lead ?? '', ...points.map(textOf)].join('');
  const union = unionOf(title.text);
  if (!union) {
    reading.flags.fault(title.number, 'unit', `「${title.text}」认不出是哪个工会的`, '以工会名称开头的案例标题');
  }
  if (lead === null && points.length === 0) {
    reading.flags.note(title.number, 'points', '这个案例只有标题，没有正文');
  }
  return {
    title: title.text,
    line: title.number,
    listLine: null,
    period: null,
    ...settled,
    unit: union?.unit ?? null,
    lead,
    points,
    figures: findFigures(text, { asOf: reading.issueDate, line: title.number, flags: reading.flags }),
    district: reading.districts.only(union?.unit ?? title.text),
  };
}

/** A point of one clause has the same words as heading and body. */
const textOf = ({ heading, body }: CaseDraft['points'][number]): string =>
  body.startsWith(heading) ? body : `${heading}。${body}`;

/** A short line among a case's paragraphs is a picture's caption. */
function isText(paragraph: NewsletterParagraph, { flags }: NewsReading): boolean {
  const isStray = paragraph.level === null && isTitleLike(paragraph.text) && !/[，。；]/.test(paragraph.text);
  if (isStray) flags.leaveOut(paragraph.lines, `不成句的一行，当作图片说明，没有收：「${paragraph.text}」`);
  return !isStray;
}

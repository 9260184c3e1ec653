/** Reads the handbook: the part of Markdown that it is written in, and no more. */

export type HandbookBlock =
  | { kind: 'heading'; text: string }
  /** A part of a section, such as 内部备注 of 场次和名单. */
  | { kind: 'subheading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'list'; ordered: boolean; items: string[] }
  /** `file`: the picture's name within docs/screenshots. */
  | { kind: 'picture'; text: string; file: string };

export interface Handbook {
  title: string;
  blocks: HandbookBlock[];
}

const PICTURE = /^!\[([^\]]*)\]\(screenshots\/([\w-]+\.png)\)$/;
const ITEM = /^(?:- |\d+\. )/;
/** Links lead to files of the repository, which the console doesn't have: their words stay. */
const withoutLinks = (text: string): string => text.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1');

/**
 * Splits the handbook into what is drawn.
 *
 * @example readHandbook('# 手册\n\n## 统计\n\n按月统计。').blocks
 * // [{ kind: 'heading', text: '统计' }, { kind: 'text', text: '按月统计。' }]
 */
export function readHandbook(markdown: string): Handbook {
  const [first = '', ...rest] = markdown.trim().split(/\n{2,}/);
  return {
    title: first.replace(/^# /, ''),
    blocks: rest.map((block): HandbookBlock => {
      const picture = PICTURE.exec(block);
      if (picture) return { kind: 'picture', text: picture[1] ?? '', file: picture[2] ?? '' };
      if (block.startsWith('## ')) return { kind: 'heading', text: block.slice(3) };
      if (block.startsWith('### ')) return { kind: 'subheading', text: block.slice(4) };
      if (!ITEM.test(block)) return { kind: 'text', text: withoutLinks(block) };
      const items = block.split('\n').map((line) => withoutLinks(line.replace(ITEM, '')));
      return { kind: 'list', ordered: /^\d/.test(block), items };
    }),
  };
}

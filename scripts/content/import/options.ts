/** The arguments of `content import`. */
import { isCalendarDay, type Confidence } from '@yugong/domain/newsletter';

export interface ImportOptions {
  file: string;
  issueDate: string | null;
  publisher: string | null;
  confidence: Confidence | null;
  /** Categories that are new, and that whoever runs the command confirms. */
  newCategories: string[];
  write: boolean;
  json: boolean;
}

export const usage = `用法：npm run content -- import 文件 [--issue-date 出刊日期] [--publisher 发布单位] [--confidence high|medium|low] [--new-category 类别名] [--write] [--json]
  文件          工会通讯的全文，纯文本（.txt 或 .md）
  --issue-date  出刊日期，例如 2024-11-20；通讯里的「11月14日」靠它知道是哪一年
  --publisher   哪个工会发布的，例如 渝中区总工会；通讯上印着就不用写
  --confidence  内容有多可靠：high（核对过原文）、medium（一般）、low（存疑）
  --new-category  通讯里有一类是资料里还没有的，确认要收就写它的名字，例如 --new-category 数字工会建设；几类就写几次
  --write       把新的内容加进资料；不写这一项就只看，不改
  --json        输出给程序看的 JSON
`;

const CONFIDENCES: readonly Confidence[] = ['high', 'medium', 'low'];

const confidenceOf = (text: string | undefined): Confidence | undefined => CONFIDENCES.find((one) => one === text);

/**
 * Reads the arguments.
 *
 * @returns what is wrong with them, as a sentence, where they can't be meant
 */
export function readOptions(args: string[]): ImportOptions | string {
  const options: ImportOptions = {
    file: '',
    issueDate: null,
    publisher: null,
    confidence: null,
    newCategories: [],
    write: false,
    json: false,
  };
  const files: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    const [, name = arg, inline] = /^(--[a-z-]+)=(.*)$/.exec(arg) ?? [];
    const value = (): string | undefined => inline ?? args[++at];
    if (name === '--write') options.write = true;
    else if (name === '--json') options.json = true;
    else if (name === '--issue-date') {
      const date = value();
      if (date === undefined) return '--issue-date 后面要有日期，例如 --issue-date 2024-11-20';
      if (!isCalendarDay(date)) return `「${date}」不是日历上的日期，应为 YYYY-MM-DD，例如 2024-11-20`;
      options.issueDate = date;
    } else if (name === '--publisher') {
      const publisher = value()?.trim();
      if (!publisher) return '--publisher 后面要有单位名称，例如 --publisher 渝中区总工会';
      options.publisher = publisher;
    } else if (name === '--confidence') {
      const confidence = confidenceOf(value());
      if (!confidence) return '--confidence 后面写 high、medium 或 low';
      options.confidence = confidence;
    } else if (name === '--new-category') {
      const category = value()?.trim();
      if (!category) return '--new-category 后面要有类别的名字，例如 --new-category 数字工会建设';
      options.newCategories.push(category);
    } else if (arg.startsWith('-')) return `不认识「${arg}」`;
    else files.push(arg);
  }
  if (files.length === 0) return '没有写要读的文件';
  if (files.length > 1) return `一次只读一个文件，现在写了 ${files.length} 个：${files.join('、')}`;
  return { ...options, file: files[0] ?? '' };
}

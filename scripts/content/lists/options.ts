/** The arguments of the commands that read a list. */

export interface ListOptions {
  file: string;
  write: boolean;
  skipBad: boolean;
  json: boolean;
  /** Where to put an empty template, instead of reading a list. */
  template: string | null;
}

/** How to use a command, `stations`, that reads a list of 驿站. */
export const usageOf = (
  command: string,
  what: string,
): string => `用法：npm run content -- ${command} 文件.csv|文件.xlsx [--write] [--skip-bad] [--json]
      npm run content -- ${command} --template 文件.csv|文件.xlsx
  文件        ${what}名单；第一行是列名，按模板填（docs/${command}-template.xlsx）
  --write     写进资料；不写这一项就只看会变什么
  --skip-bad  和 --write 一起用：有问题的行先放下，没问题的照写
  --json      输出给程序看的 JSON
  --template  生成一份空白模板
`;

/** Reads the arguments. @returns what is wrong with them, as a sentence, where they can't be meant */
export function readListOptions(args: string[]): ListOptions | string {
  const options: ListOptions = { file: '', write: false, skipBad: false, json: false, template: null };
  const files: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--write') options.write = true;
    else if (arg === '--skip-bad') options.skipBad = true;
    else if (arg === '--json') options.json = true;
    else if (arg === '--template' || arg.startsWith('--template=')) {
      const file = arg.startsWith('--template=') ? arg.slice(11) : args[++at];
      if (!file || !/\.(?:csv|xlsx)$/i.test(file)) return '--template 后面要有 .csv 或 .xlsx 文件名';
      options.template = file;
    } else if (arg.startsWith('-')) return `不认识「${arg}」`;
    else files.push(arg);
  }
  if (options.template !== null) return files.length > 0 ? '--template 不读名单，后面不要再写文件' : options;
  const [file] = files;
  if (file === undefined) return '没有写要读的名单';
  if (files.length > 1) return `一次只读一个文件，现在写了 ${files.length} 个：${files.join('、')}`;
  return { ...options, file };
}

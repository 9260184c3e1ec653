/**
 * `npm run content -- import FILE [--issue-date YYYY-MM-DD] [--publisher NAME] [--confidence high|medium|low]
 * [--new-category NAME] [--write] [--json]`: reads a pasted newsletter,
 * shows what is new, changed or the same, and with `--write` adds what is new.
 *
 * Changed records are shown and left alone: the dataset is in our own words, so a different wording
 * alone is no reason to overwrite one. Any fault keeps everything from being written.
 *
 * Exit 0 clean, 1 content at fault (each fault with file, line, field and what was expected), 2 usage.
 * The shape of `--json` is {@link ImportReport}.
 */
import path from 'node:path';
import { caseCategories, ownCategoriesOf, type Dataset } from '@yugong/content/schema';
import { UNKNOWN_PUBLISHER, compareNewsletter, parseNewsletter, type Comparison } from '@yugong/domain/newsletter';
import { dayAt } from '@yugong/domain/calendar';
import { codeOf, messageOf } from '../lib/errors';
import { loadChecked } from './check';
import { collectionsFolder, writeCollections, type LocatedFault } from './files';
import { mergeNew } from './import/merge';
import { readOptions, usage, type ImportOptions } from './import/options';
import { failedReport, kinds, reportOn, type ImportFault, type ImportReport, type Remark } from './import/report';
import { sayImportEnd, sayImportFaults, sayImportReport, type Names } from './import/say';
import { slugOf } from '@yugong/content/slug';
import { readFileSync, statSync } from 'node:fs';
import { decodeText, type Decoded } from '@yugong/content/lists/decode';

export { decodeText, type Decoded };

const MB = 1024 * 1024;
const LARGEST = 8 * MB;

/**
 * Reads and decodes a file of at most 8 MB; a larger one is no newsletter and isn't even read.
 *
 * @throws what the file system throws where there is nothing to read
 */
function readNewsletterText(file: string): Decoded {
  const { size } = statSync(file);
  if (size <= LARGEST) return decodeText(readFileSync(file));
  const message = `文件有 ${(size / MB).toFixed(1)} MB，太大了`;
  return { ok: false, line: 1, message, expected: `不超过 ${LARGEST / MB} MB；把通讯分成几个文件` };
}

/** Runs the command on the dataset below `folder`. @returns its exit code. */
export async function runImport(args: string[], folder = collectionsFolder, now = Date.now()): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') return refuse(options);
  const decoded = readSource(options.file);
  if (typeof decoded === 'string') return refuse(decoded);
  const { report, districts } = importText(decoded, options, { folder, now });
  tell(report, { categories: caseCategories, districts: namesOf(districts) }, options);
  return report.faults.length > 0 ? 1 : 0;
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n\n${usage}`);
  return 2;
}

/** @returns a sentence where there is no such file to read: then the command was mistyped. */
function readSource(file: string): Decoded | string {
  try {
    return readNewsletterText(file);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return `没有「${file}」这个文件`;
    return code === 'EISDIR' ? `「${file}」是文件夹，不是文件` : `「${file}」读不出来：${messageOf(error)}`;
  }
}

function importText(
  decoded: Decoded,
  options: ImportOptions,
  { folder, now }: { folder: string; now: number },
): { report: ImportReport; districts: Districts } {
  const { file } = options;
  if (!decoded.ok) {
    const { line, message, expected } = decoded;
    return { report: failedReport(file, [{ file, line, field: 'text', message, expected }]), districts: [] };
  }
  const { dataset, faults } = loadChecked(folder, now);
  if (!dataset) return { report: failedReport(file, faults.map(ownFault)), districts: [] };

  const { issueDate, publisher, confidence, newCategories } = options;
  const { districts } = dataset;
  const newsletter = parseNewsletter(decoded.text, {
    issueDate,
    publisher,
    confidence,
    categories: caseCategories,
    ownCategories: [...ownCategoriesOf(dataset.cases), ...newCategories],
    districts,
  });
  const comparison = compareNewsletter(newsletter, dataset, slugOf);
  const { merged, faults: misfits } = mergeNew(dataset, comparison, { file, today: dayAt(now) });
  const source = { file, encoding: decoded.encoding, lineCount: countLines(decoded.text) };
  const report = reportOn(source, newsletter, comparison, [
    ...undatedIssue(newsletter.issueDate, comparison, file),
    ...misfits,
  ]);
  report.notes.push(...unconfirmedCategories(comparison, file), ...unasked(report, file));
  if (options.write && report.faults.length === 0) write(report, merged, folder);
  return { report, districts };
}

type Districts = Dataset['districts'];

const namesOf = (districts: Districts): Names['districts'] =>
  Object.fromEntries(
    districts.filter(({ status }) => status === 'current').map(({ adcode, title }) => [adcode, title]),
  );

/** The dataset was at fault before anything was imported. */
const ownFault = ({ file, line, path: field, message }: LocatedFault): ImportFault => ({
  file,
  line,
  field: field.join('.') || 'text',
  message: `现有的资料有问题：${message}`,
  expected: '先改好资料（npm run content -- check），再导入',
});

function undatedIssue(issueDate: string | null, comparison: Comparison, file: string): ImportFault[] {
  const isNeeded = kinds.some((kind) => comparison[kind].some(({ status }) => status === 'new'));
  if (issueDate !== null || !isNeeded) return [];
  const expected = '命令后面加上 --issue-date 和出刊日期，例如 --issue-date 2024-11-20';
  return [
    { file, line: 1, field: 'publishedAt', message: '不知道这期通讯是哪天出的；没有日期的内容不能加进资料', expected },
  ];
}

/** How a category that is new is confirmed, with the words to add to the command. */
function unconfirmedCategories({ cases }: Comparison, file: string): Remark[] {
  const names = new Set(cases.flatMap(({ draft }) => draft.newCategory?.name ?? []));
  return [...names].map((name) => ({
    file,
    line: cases.find(({ draft }) => draft.newCategory?.name === name)?.draft.line ?? 1,
    field: 'category',
    message: `确认要收「${name}」这一类，命令后面加上 --new-category ${name}`,
  }));
}

/** Who published it and how sure that is are asked for: nothing is assumed of either. */
function unasked({ publisher, confidence, counts }: ImportReport, file: string): Remark[] {
  if (kinds.every((kind) => counts[kind].new === 0)) return [];
  const remarks: [field: string, message: string][] = [];
  if (publisher === null) {
    remarks.push([
      'publisher',
      `没有写明是哪个工会发布的，出处记作「${UNKNOWN_PUBLISHER}」；知道就加上 --publisher 单位名称`,
    ]);
  }
  if (confidence === null) {
    remarks.push(['confidence', '没有说明内容有多可靠，记作「一般」（medium）；核对过原文就加上 --confidence high']);
  }
  return remarks.map(([field, message]) => ({ file, line: 1, field, message }));
}

/** Writes the collections that have something new, and says so in the report. */
function write(report: ImportReport, merged: Dataset, folder: string): void {
  // News before events: an event links to its news.
  const changed = kinds.filter((kind) => report.counts[kind].new > 0).map((kind) => [kind, merged[kind]] as const);
  if (changed.length === 0) return;
  try {
    writeCollections(Object.fromEntries(changed), folder);
    report.written = true;
  } catch (error) {
    const expected = '资料文件夹可以写入、磁盘有空位';
    const message = `写入失败，资料保持原样（${messageOf(error)}）`;
    report.faults.push({ file: path.relative(process.cwd(), folder), line: 1, field: 'text', message, expected });
  }
}

function tell(report: ImportReport, names: Names, { json, write: isWriting }: ImportOptions): void {
  if (json) {
    console.log(JSON.stringify(report, null, 2));
    return;
  }
  if (report.encoding !== null) console.log(`${sayImportReport(report, names)}\n`);
  if (report.faults.length > 0) console.error(`${sayImportFaults(report)}\n`);
  console.log(sayImportEnd(report, isWriting));
}

const countLines = (text: string): number =>
  text === '' ? 0 : text.replace(/(?:\r\n|[\n\r])$/, '').split(/\r\n|[\n\r]/).length;

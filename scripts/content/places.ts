/**
 * `npm run content -- places FILE.csv|FILE.xlsx [--write] [--skip-bad] [--json]`: reads a union's list of places that help with the law, shows
 * what would be new or change, and with `--write` puts it into the dataset.
 *
 * Every bad row is named with row, column, what stood there and what was expected. Any fault keeps everything from being
 * written, unless `--skip-bad` says to take the good rows. Empty cells change nothing.
 *
 * Exit 0 clean, 1 content at fault, 2 usage. The shape of `--json` is {@link PlaceReport}.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { emptyReport, ofFile } from '../../src/content/lists/report';
import { mergedRecords } from '../../src/content/lists/settle';
import { templateOf } from '../../src/content/lists/template';
import { importPlaces, template, words, type PlaceReport } from '../../src/content/place-list';
import { loadChecked } from './check';
import { collectionsFolder, writeCollections } from './files';
import { readTable, whyUnread } from './lists/file';
import { readOptions, usageOf } from './lists/options';
import { tell } from './lists/tell';

const usage = usageOf('places', '维权地点');

/** Runs the command on the dataset below `folder`. @returns its exit code */
export async function runPlaces(args: string[], folder = collectionsFolder, now = Date.now()): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') return refuse(options);
  if (options.template !== null) {
    writeFileSync(options.template, await templateOf(template, /\.csv$/i.test(options.template) ? 'csv' : 'xlsx'));
    console.log(`写好了空白模板：${options.template}`);
    return 0;
  }
  const { file } = options;
  const table = await readTable(file).catch((error: NodeJS.ErrnoException) => whyUnread(file, error));
  if (typeof table === 'string') return refuse(table);
  const { dataset, faults } = loadChecked(folder);
  let report: PlaceReport = { ...emptyReport(file), places: [] };
  if (dataset) {
    report = importPlaces(table, { file: path.basename(file), dataset, now });
    if (options.write && (report.faults.length === 0 || options.skipBad)) write(report);
  } else {
    const expected = '先改好资料（npm run content -- check），再导入';
    report.faults = faults.map((one) => ofFile(one.file, one.line, `现有的资料有问题：${one.message}`, expected));
  }
  tell(report, report.places, { words, options });
  return report.faults.length > 0 ? 1 : 0;

  function write(found: PlaceReport): void {
    if (!dataset || found.counts.new + found.counts.changed === 0) return;
    try {
      writeCollections({ 'legal-places': mergedRecords(dataset['legal-places'], found.places) }, folder);
      found.written = true;
    } catch (error) {
      const message = `写入失败，资料保持原样（${(error as Error).message}）`;
      found.faults.push(ofFile(path.relative(process.cwd(), folder), 1, message, '资料文件夹可以写入、磁盘有空位'));
    }
  }
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n\n${usage}`);
  return 2;
}

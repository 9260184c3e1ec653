/** Prints what an import found: for a clerk, or as JSON. */
import type { ListReport, ListVerdict } from '@yugong/content/lists/report';
import { sayEnd, sayFaults, sayReport, type Words } from '@yugong/content/lists/say';
import type { ListOptions } from './options';

export function tell(
  report: ListReport,
  entries: readonly ListVerdict[],
  { words, options }: { words: Words; options: ListOptions },
): void {
  if (options.json) {
    console.log(JSON.stringify(report, null, 2));
    return;
  }
  if (report.format !== null) console.log(`${sayReport(report, entries, words)}\n`);
  if (report.faults.length > 0) console.error(`${sayFaults(report)}\n`);
  console.log(sayEnd(report, options));
}

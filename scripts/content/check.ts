/** `npm run content -- check`: validates the whole dataset and prints each fault with its place. */
import { checkDataset } from '../../src/content/check';
import type { Dataset } from '../../src/content/schema';
import { collectionsFolder, locate, readDataset, type LocatedFault } from './files';

/** Reads and checks the dataset below `folder`. `dataset` is null where anything is at fault. */
export function loadChecked(folder = collectionsFolder): { dataset: Dataset | null; faults: LocatedFault[] } {
  const { files, faults: unreadable } = readDataset(folder);
  if (unreadable.length > 0) return { dataset: null, faults: unreadable };
  const { dataset, faults } = checkDataset(files);
  return { dataset, faults: locate(faults, folder) };
}

/** One fault a line: `file:line id field: message`. */
export function describeFault(fault: LocatedFault): string {
  const field = fault.path.join('.') || '（整条）';
  return `${fault.file}:${fault.line}  ${fault.id ?? '（没有 id）'}  ${field}：${fault.message}`;
}

/** Runs the command. @returns its exit code: 0 clean, 1 content at fault. */
export function runCheck(folder = collectionsFolder): number {
  const { dataset, faults } = loadChecked(folder);
  if (dataset) {
    const counts = Object.entries(dataset).map(([name, records]) => `${name} ${records.length}`);
    console.log(`内容没有问题：${counts.join('，')}`);
    return 0;
  }
  for (const fault of faults) console.error(describeFault(fault));
  console.error(`共 ${faults.length} 处问题。改好后再运行一次 npm run content -- check`);
  return 1;
}

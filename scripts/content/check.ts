/** `npm run content -- check`: validates the whole dataset and prints each fault with its place. */
import { checkDataset, type Fault } from '@yugong/content/check';
import type { Dataset } from '@yugong/content/schema';
import { packHolidays } from '@yugong/domain/opening-hours';
import { dayAt, type Day } from '@yugong/domain/calendar';
import { checkSense } from '@yugong/content/sense';
import { recurrenceFaults } from '@yugong/domain/event/occurrences';
import { collectionsFolder, locateFault, readDataset, type LocatedFault } from './files';
import { checkHours } from '@yugong/content/hours/check';

/**
 * Reads and checks the dataset below `folder`. `dataset` is null where anything is at fault.
 *
 * @param now milliseconds since the epoch: what is published later than that is at fault
 */
export function loadChecked(
  folder = collectionsFolder,
  now = Date.now(),
): { dataset: Dataset | null; faults: LocatedFault[] } {
  const { files, faults: unreadable } = readDataset(folder);
  if (unreadable.length > 0) return { dataset: null, faults: unreadable };
  const { dataset, faults } = checkDataset(files);
  const doubts = dataset ? doubtsOf(dataset, dayAt(now)) : [];
  return { dataset: doubts.length > 0 ? null : dataset, faults: locateFault([...faults, ...doubts], folder) };
}

/** What the schema can't know; hours that never open are named once, by the check that knows them best. */
function doubtsOf(dataset: Dataset, today: Day): Fault[] {
  const hours = checkAllHours(dataset);
  const atFault = new Set(hours.map(({ id }) => id));
  const sense = checkSense(dataset, today).filter(({ id, path }) => path[0] !== 'openingHours' || !atFault.has(id));
  return [...hours, ...timesAtFault(dataset), ...sense];
}

/** Holds every station's hours against the reference evaluation, each way of writing once. */
function checkAllHours({ stations, holidays }: Dataset): Fault[] {
  const table = packHolidays(holidays);
  const checked = new Map<string, ReturnType<typeof checkHours>>();
  return stations.flatMap(({ id, openingHours }, index): Fault[] => {
    if (openingHours === null) return [];
    const result = checked.get(openingHours) ?? checkHours(openingHours, table);
    checked.set(openingHours, result);
    if (result.ok) return [];
    const message = `应为 ${result.expected}，现在是「${openingHours}」：${result.message}`;
    return [{ collection: 'stations', index, id, path: ['openingHours'], message }];
  });
}

/** Recurrence is judged here and not in the schema: the library that knows RFC 5545 stays out of the app. */
const timesAtFault = ({ events }: Dataset): Fault[] =>
  events.flatMap((event, index) =>
    recurrenceFaults(event).map(({ field, message }) => ({
      collection: 'events' as const,
      index,
      id: event.id,
      path: [field],
      message,
    })),
  );

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

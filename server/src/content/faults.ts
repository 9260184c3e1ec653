import { checkDataset, type Fault, type UncheckedDataset } from '@yugong/content/check';
import { recurrenceFaults } from '@yugong/content/occurrences';

/** Everything wrong with a dataset, its events' rules included; none where it may be served. */
export function datasetFaults(files: UncheckedDataset): Fault[] {
  const { dataset, faults } = checkDataset(files);
  if (!dataset) return faults;
  return dataset.events.flatMap((event, index) =>
    recurrenceFaults(event).map(({ field, message }) => ({
      collection: 'events' as const,
      index,
      id: event.id,
      path: [field],
      message,
    })),
  );
}

import { checkDataset, type Fault, type UncheckedDataset } from '@yugong/content/check';
import { recurrenceFaults } from '@yugong/domain/event/occurrences';
import type { Dataset } from '@yugong/content/schema';
import { checkSense } from '@yugong/content/sense';
import { dayAt } from '@yugong/domain/calendar';

/** Everything wrong with a dataset, its events' rules included; none where it may be served. */
export function datasetFaults(files: UncheckedDataset): Fault[] {
  const { dataset, faults } = checkDataset(files);
  return dataset ? eventFaults(dataset) : faults;
}

/**
 * Everything wrong with a dataset that is to be published: what {@link datasetFaults} finds, and days, positions and
 * hours that make no sense.
 *
 * What made no sense before is let be: an editor who mends one record is not held up by another one. It isn't asked of
 * what is served either, for what is published stays readable.
 *
 * @param next the dataset as it would be
 * @param current the dataset as it is served now
 * @param now milliseconds since the epoch: the day of a publication can't be after it
 */
export function publicationFaults(next: UncheckedDataset, current: Dataset, now: number): Fault[] {
  const { dataset, faults } = checkDataset(next);
  if (!dataset) return faults;
  const today = dayAt(now);
  const known = new Set(checkSense(current, today).map(identityOf));
  return [...eventFaults(dataset), ...checkSense(dataset, today).filter((fault) => !known.has(identityOf(fault)))];
}

/** A record may move within its collection without becoming another one. */
const identityOf = ({ collection, id, path, message }: Fault): string =>
  JSON.stringify([collection, id, path, message]);

const eventFaults = ({ events }: Dataset): Fault[] =>
  events.flatMap((event, index) =>
    recurrenceFaults(event).map(({ field, message }): Fault => ({
      collection: 'events',
      index,
      id: event.id,
      path: [field],
      message,
    })),
  );

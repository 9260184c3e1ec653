/** Links between records when one of them is taken away. */
import { loadChecked } from '../../scripts/content/check';
import { takenDown, withoutDeadLinks } from '../../server/src/content/links';
import { defined } from '@yugong/domain/narrow';

const whole = defined(loadChecked().dataset);
/** Without what leads to events of its own accord. */
const dataset = { ...whole, statistics: [], news: [] };
const [first, second] = [defined(dataset.events[0]), defined(dataset.events[1])];
const withLinks = (...related: string[]) => ({ ...defined(whole.news[0]), related });
/** The dataset with one item of news that leads to these records. */
const linked = (...related: string[]) => ({ ...dataset, news: [withLinks(...related)] });
type Changes = ReturnType<typeof withoutDeadLinks>;
const recordsOf = (changes: Changes, collection: string) =>
  changes.find((one) => one.collection === collection)?.records;

describe('a record that is taken down', () => {
  it('goes with every link to it, also from a collection that nobody touched', () => {
    const changes = defined(takenDown(linked(first.id, second.id), { collection: 'events', id: first.id }));
    expect(changes.map(({ collection, changed }) => `${collection} ${changed}`).sort()).toEqual(['events 1', 'news 1']);
    expect(recordsOf(changes, 'news')).toEqual([withLinks(second.id)]);
    expect(recordsOf(changes, 'events')).toEqual(dataset.events.slice(1));
  });

  it('takes the field away with the last link', () => {
    const changes = defined(takenDown(linked(first.id), { collection: 'events', id: first.id }));
    const { related, ...rest } = withLinks();
    expect(related).toEqual([]);
    expect(recordsOf(changes, 'news')).toEqual([rest]);
  });

  it('changes no collection that leads elsewhere', () => {
    const changes = defined(takenDown(linked(second.id), { collection: 'events', id: first.id }));
    expect(changes.map(({ collection }) => collection)).toEqual(['events']);
  });

  it('tells which version was looked at, and is null where the record isn’t there', () => {
    const changes = defined(takenDown(dataset, { collection: 'events', id: first.id, seen: 'v1' }));
    expect(changes.map(({ seen }) => seen)).toEqual([new Map([[first.id, 'v1']])]);
    expect(takenDown(dataset, { collection: 'events', id: 'event-nowhere' })).toBeNull();
  });
});

describe('changes', () => {
  const change = { collection: 'news' as const, records: [withLinks(first.id, 'event-nowhere')], changed: 1 };

  it('stay as they are where nothing is removed', () => {
    expect(withoutDeadLinks(dataset, [change], [])).toEqual([change]);
  });

  it('lose links to what is removed, and keep those to what never was there for the check to name', () => {
    const events = { collection: 'events' as const, records: dataset.events.slice(1), changed: 1 };
    const changes = withoutDeadLinks(dataset, [change, events], [first.id]);
    expect(recordsOf(changes, 'news')).toEqual([withLinks('event-nowhere')]);
  });

  it('keep links to what is removed from one place and put in another', () => {
    const changes = withoutDeadLinks(dataset, [change], [first.id]);
    expect(recordsOf(changes, 'news')).toEqual(change.records);
  });
});

/** Derives each subpackage's data, the home digest and the search index from checked content. */
import type {
  Bundled,
  CaseItem,
  EventItem,
  LegalAidBundle,
  Link,
  ScreeningBundle,
  StatisticItem,
  StationsBundle,
} from '@yugong/content/bundle';
import {
  categoryNameOf,
  collectionNames,
  type CollectionName,
  type Dataset,
  type RecordOf,
} from '@yugong/content/schema';
import { restDaysOf } from '@yugong/content/rest-days';
import { collectionDigestOf } from '@yugong/content/digest';
import { editionOf, packEdition } from '@yugong/content/feed';
import { resolveRecord, type Lookup } from '@yugong/content/resolve';
import { versionOf } from '../../server/src/content/edition';
import { calendarOf } from './calendar';
import { gazetteerOf } from './gazetteer';
import { occurrencesOf } from '@yugong/domain/event/occurrences';
import { searchIndexOf } from './search-index';
import { stationIndexOf } from './stations';

/** Resolves what a record refers to, so that no subpackage needs another's collection. */
export class Resolver {
  private readonly links = new Map<string, Link>();
  private readonly districts = new Map<string, string>();

  constructor(dataset: Dataset) {
    for (const collection of collectionNames) {
      for (const { id, title } of dataset[collection]) this.links.set(id, { collection, id, title });
    }
    for (const { adcode, title } of dataset.districts) this.districts.set(adcode, title);
  }

  private readonly lookup: Lookup = {
    district: (adcode) => this.districts.get(adcode) ?? null,
    link: (id) => this.links.get(id) ?? null,
  };

  all<C extends CollectionName>(records: RecordOf<C>[]): Bundled<C>[] {
    return records.map((record) => resolveRecord<C>(record, this.lookup));
  }
}

/** What is bundled, for asking the service whether it has anything newer. */
export const editionsOf = (dataset: Dataset): Record<string, string> =>
  Object.fromEntries(
    Object.entries(dataset).map(([name, records]) => [
      name,
      packEdition({ version: versionOf(records), edition: editionOf(records) }),
    ]),
  );

/** The edition of each bundled collection, kept beside the dataset: app and service compare with the feed's. */
export const EDITIONS_FILE = 'packages/content/generated/editions.json';

/** The generated files by their path below `src/`. */
export function deriveContent(dataset: Dataset) {
  const resolve = new Resolver(dataset);
  const cases: CaseItem[] = resolve
    .all<'cases'>(dataset.cases)
    .map((item) => ({ ...item, categoryName: categoryNameOf(item) }));
  const events: EventItem[] = resolve
    .all<'events'>(dataset.events)
    .map((item) => ({ ...item, occurrences: occurrencesOf(item) }));
  const statistics: StatisticItem[] = resolve.all<'statistics'>(dataset.statistics);
  const stations: StationsBundle = {
    stations: resolve.all<'stations'>(dataset.stations),
    districts: dataset.districts
      .filter((d) => d.status === 'current')
      .map(({ adcode, title, formerNames, centre }) => ({ adcode, title, formerNames, centre })),
    counts: statistics
      .filter(({ topic, title }) => topic === 'rest' && /驿站|港湾|司机之家/.test(title) && !title.startsWith('全国'))
      .map(({ district, figure }) => ({ adcode: district?.adcode ?? null, figure })),
  };
  const legalAid: LegalAidBundle = {
    hotlines: resolve.all<'hotlines'>(dataset.hotlines),
    places: resolve.all<'legal-places'>(dataset['legal-places']),
    facts: resolve.all<'law-facts'>(dataset['law-facts']),
    wages: resolve.all<'local-wages'>(dataset['local-wages']),
    rights: resolve.all<'rights-guides'>(dataset['rights-guides']),
    districts: stations.districts.map(({ adcode, title }) => ({ adcode, title })),
    restDays: restDaysOf(dataset.holidays),
  };
  const screening: ScreeningBundle = {
    programmes: resolve.all<'screening-programmes'>(dataset['screening-programmes']),
    clinics: resolve.all<'clinics'>(dataset.clinics),
    guides: resolve.all<'screening-guides'>(dataset['screening-guides']),
  };
  const news = resolve.all<'news'>(dataset.news);
  const calendar = calendarOf({ ...dataset, events });
  return {
    'features/cases/generated/cases.json': cases,
    'features/news/generated/news.json': news,
    'features/events/generated/events.json': events,
    'features/events/generated/districts.json': calendar.districts,
    'features/figures/generated/statistics.json': statistics,
    'features/stations/generated/station-index.json': stationIndexOf(dataset, stations),
    'features/stations/generated/gazetteer.json': gazetteerOf(),
    'features/legal-aid/generated/legal-aid.json': legalAid,
    'features/screening/generated/screening.json': screening,
    'features/screening/generated/districts.json': stations.districts.map(({ adcode, title, centre }) => ({
      adcode,
      title,
      centre,
    })),
    'features/search/generated/index.json': searchIndexOf({
      cases,
      news,
      events,
      statistics,
      ...legalAid,
      ...stations,
      ...screening,
    }),
    'pages/generated/digest.json': collectionDigestOf({ cases, news, events }),
    'pages/calendar/generated/calendar.json': calendar,
  };
}

/**
 * Collections that have a feature of their own name and nothing else made of them: their records go there as they are.
 *
 * @param features names of the folders of `src/features`
 * @param derived files that are made already, by their path below `src/`
 * @example filesOfOwnFeatures(dataset, ['training'], []) // { 'features/training/generated/training.json': [...] }
 */
export function filesOfOwnFeatures(
  dataset: Dataset,
  features: readonly string[],
  derived: readonly string[],
): Record<string, unknown> {
  const resolve = new Resolver(dataset);
  const isMade = (name: string) => derived.some((file) => file.startsWith(`features/${name}/`));
  return Object.fromEntries(
    collectionNames
      .filter((name) => features.includes(name) && !isMade(name))
      .map((name) => [`features/${name}/generated/${name}.json`, resolve.all(dataset[name])]),
  );
}

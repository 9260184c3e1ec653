/**
 * The bundled dataset: one base record, one variant a collection (`collections/<name>.json`), a file a subject.
 *
 * Types are inferred from the schemas. `npm run content -- check` validates every file against them
 * and the build refuses what does not pass. What the app bundles is derived from checked content and not parsed
 * again; what it takes from the service is, each feature with its own collection's schema.
 */
import type * as v from 'valibot';
import { CaseRecord } from '@yugong/domain/case/record';
import { EventRecord } from '@yugong/domain/event/record';
import {
  HotlineRecord,
  LawFactRecord,
  LegalPlaceRecord,
  LocalWageRecord,
  RightsGuideRecord,
} from '@yugong/domain/legal-aid/record';
import { NewsRecord } from '@yugong/domain/news/record';
import { DistrictRecord, HolidayYearRecord, StatisticRecord } from '@yugong/domain/district/record';
import { ClinicRecord, ScreeningGuideRecord, ScreeningProgrammeRecord } from '@yugong/domain/screening/record';
import { StationRecord } from '@yugong/domain/station/record';

export { caseCategories, categoryNameOf, ownCategoriesOf } from '@yugong/domain/case/words';

/** Every collection by the name of its file. */
export const collections = {
  cases: CaseRecord,
  news: NewsRecord,
  events: EventRecord,
  stations: StationRecord,
  hotlines: HotlineRecord,
  'legal-places': LegalPlaceRecord,
  'screening-programmes': ScreeningProgrammeRecord,
  'screening-guides': ScreeningGuideRecord,
  clinics: ClinicRecord,
  districts: DistrictRecord,
  holidays: HolidayYearRecord,
  'law-facts': LawFactRecord,
  'local-wages': LocalWageRecord,
  'rights-guides': RightsGuideRecord,
  statistics: StatisticRecord,
} as const;

export type CollectionName = keyof typeof collections;
/** Whether a name is a collection's. */
export const isCollectionName = (name: string): name is CollectionName => Object.hasOwn(collections, name);

/** Every collection's name, in the order of {@link collections}. */
export const collectionNames: readonly CollectionName[] = Object.keys(collections).filter(isCollectionName);

export type RecordOf<C extends CollectionName> = v.InferOutput<(typeof collections)[C]>;
/** All records, by collection, as read from the files. */
export type Dataset = { [C in CollectionName]: RecordOf<C>[] };

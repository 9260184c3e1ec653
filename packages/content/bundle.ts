/**
 * What the app bundles, derived from checked content by `npm run generate`: a subpackage gets its own
 * collection with names and links resolved, the main package only {@link Digest}.
 */
import type { Occurrence } from '@yugong/domain/event/occurrences';
import type { HolidayData } from '@yugong/domain/opening-hours';
import type { LunarTable } from '@yugong/domain/lunar';
import type { ReadingTable } from '@yugong/domain/search';
import type { Station, StationColumns } from '@yugong/domain/station';
import type { CollectionName, Dataset, RecordOf } from './schema';
import type { Figure, Source } from '@yugong/domain/record';

/** A record to go to next. */
export interface Link {
  collection: CollectionName;
  id: string;
  title: string;
}

/** A district as the record's day called it and as it is called now. `now` is null where nothing changed. */
export interface DistrictName {
  adcode: string | null;
  name: string;
  now: string | null;
}

/** A record with its district's names and its links resolved. */
export type Bundled<C extends CollectionName> = Omit<RecordOf<C>, 'related' | 'adcode' | 'districtThen'> & {
  district: DistrictName | null;
  links: Link[];
  /** Which union published it since the app was built. */
  publication?: UnionPublication;
};

/** That a union published a record: its name, null where it isn't known, and the day, `YYYY-MM-DD`. */
export interface UnionPublication {
  by: string | null;
  on: string;
}

export type CaseItem = Bundled<'cases'> & { categoryName: string };
export type NewsItem = Bundled<'news'>;
/** An event with the days it falls on up to the calendar's horizon. */
export type EventItem = Bundled<'events'> & { occurrences: Occurrence[] };
export type StationItem = Bundled<'stations'>;

/** A district with what the station finder needs of it. */
export interface DistrictItem {
  adcode: string;
  title: string;
  formerNames: string[];
  centre: { lng: number; lat: number } | null;
}

export interface StationsBundle {
  stations: StationItem[];
  districts: DistrictItem[];
  counts: StationCount[];
}

/** How many stations a source says there are: in a district, or where `adcode` is null in the whole city. */
export interface StationCount {
  adcode: string | null;
  figure: Figure;
}

/** A published figure, as 数说工会 draws it. */
export type StatisticItem = Bundled<'statistics'>;

/** The stations packed in columns, with the tables that finding needs; `openStations` opens them. */
export interface StationIndexBundle {
  columns: StationColumns<Source, Link>;
  districts: DistrictItem[];
  holidays: HolidayData;
  counts: StationCount[];
}

/** A station as the app shows it whole. */
export type StationDetail = Station<Source, Link>;

export interface LegalAidBundle {
  hotlines: Bundled<'hotlines'>[];
  places: Bundled<'legal-places'>[];
  facts: Bundled<'law-facts'>[];
  wages: Bundled<'local-wages'>[];
  rights: Bundled<'rights-guides'>[];
  /** The districts of today, to say where the work is. */
  districts: { adcode: string; title: string }[];
  /** Days off and worked weekends of the years that are announced; deadlines move by them. */
  restDays: { years: number[]; off: string[]; worked: string[] };
}

export interface ScreeningBundle {
  programmes: Bundled<'screening-programmes'>[];
  clinics: Bundled<'clinics'>[];
  guides: Bundled<'screening-guides'>[];
}

/** A line of the home page's news. */
export interface NewsHead {
  id: string;
  title: string;
  /** As exact as known; the publication's date where the day is not. */
  date: string;
  district: string | null;
}

/** The few facts the main package needs; never a collection. */
export interface Digest {
  /** The newest date in the content. */
  contentDate: string;
  news: NewsHead[];
  cases: { id: string; title: string; unit: string; lead: string }[];
  caseCounts: { all: number; withText: number };
  /** Coming occurrences after the content's date, soonest first. */
  events: (Occurrence & { id: string; title: string; place: string | null; caveat: string | null })[];
}

/** An event as the calendar draws it; its page has the rest. */
export interface CalendarEvent {
  id: string;
  title: string;
  place: string | null;
  adcode: string | null;
  time: { from: string; to: string | null } | null;
  /** Every time it takes place, as first days; each is `days` long. */
  starts: string[];
  days: number;
}

/** What the calendar tab knows without a network. */
export interface CalendarTable {
  events: CalendarEvent[];
  /** The first day from which no event was left out for its weight; null where none was. */
  eventsSince: string | null;
  /** Public holidays as spans, and the days worked instead. */
  holidays: { name: string; start: string; end: string }[];
  workdays: { name: string; day: string }[];
  /** Holidays that the law fixes, of the years whose notice wasn't out when the app was built. */
  fixedHolidays: { name: string; start: string; end: string }[];
  /** The first and the last day that the yearly notices speak of. */
  holidaysFrom: string;
  holidaysUntil: string;
  /** Today's districts, by which the calendar is filtered. */
  districts: { adcode: string; title: string }[];
  lunar: LunarTable;
}

/** What is found: a record of a collection, or one of the app's own pages. */
export type SearchKind = CollectionName | 'pages';
/** The fields of a search entry, in the order of their declaration. */
export type SearchRow = [
  kind: SearchKind,
  id: string,
  title: string,
  detail: string,
  keywords: string,
  text: string,
  date: string,
];
export interface SearchIndex {
  /** As {@link entriesOfRows} reads them: the names of the fields, 260 times over, would be a tenth of the file. */
  rows: SearchRow[];
  /** Of all characters that titles have or that people commonly type. */
  readings: ReadingTable;
  /** Names of places by the id of their district's entry. */
  places: Record<string, string>;
}

export type { CollectionName, Dataset, RecordOf };

/** Whom to call, where to go and what the law says: as bundled, or as the union has published it since. */
import type { LegalAidBundle } from '@yugong/content/bundle';
import { restDaysOf } from '@yugong/content/rest-days';
import {
  HotlineRecord,
  LawFactRecord,
  LegalPlaceRecord,
  LocalWageRecord,
  RightsGuideRecord,
} from '@yugong/domain/legal-aid/record';
import { HolidayYearRecord } from '@yugong/domain/district/record';
import { defined } from '@yugong/domain/narrow';
import { collectionNow, defineSource, openCollection, refreshCollection, useCollection } from '@/platform/content-feed';
import bundle from './generated/legal-aid.json';

const bundled = bundle as unknown as LegalAidBundle;

/** Today's districts; they change with a release. */
export const { districts } = bundled;

export const hotlines = openCollection(
  defineSource<LegalAidBundle['hotlines'], 'hotlines'>({
    collection: 'hotlines',
    record: HotlineRecord,
    bundled: bundled.hotlines,
    read: (records) => records,
  }),
);
export const places = openCollection(
  defineSource<LegalAidBundle['places'], 'legal-places'>({
    collection: 'legal-places',
    record: LegalPlaceRecord,
    bundled: bundled.places,
    read: (records) => records,
  }),
);
export const facts = openCollection(
  defineSource<LegalAidBundle['facts'], 'law-facts'>({
    collection: 'law-facts',
    record: LawFactRecord,
    bundled: bundled.facts,
    read: (records) => records,
  }),
);
const wageSource = defineSource<LegalAidBundle['wages'], 'local-wages'>({
  collection: 'local-wages',
  record: LocalWageRecord,
  bundled: bundled.wages,
  read: (records) => records,
});
const allRights = openCollection(
  defineSource<LegalAidBundle['rights'], 'rights-guides'>({
    collection: 'rights-guides',
    record: RightsGuideRecord,
    bundled: bundled.rights,
    read: (records) => records,
  }),
);
export type RightsGuide = (typeof allRights)[number];

/** What one has a right to, matter by matter, in the order of the list. */
export const rightsGuides: readonly RightsGuide[] = [...allRights].sort((a, b) => a.order - b.order);

const restDaySource = defineSource<LegalAidBundle['restDays'], 'holidays'>({
  collection: 'holidays',
  record: HolidayYearRecord,
  bundled: bundled.restDays,
  read: restDaysOf,
});

// Asked as soon as the feature is opened: a deadline must not wait for the page that shows it.
void refreshCollection(restDaySource);
void refreshCollection(wageSource);

/** Days off and worked weekends as they are known now: deadlines move by them. */
export const restDaysNow = () => collectionNow(restDaySource);

/** The same for pages, drawn again when a year was published. */
export const useRestDays = () => useCollection(restDaySource);

/** The minimum and average wages as they are known now. */
export const localWagesNow = () => collectionNow(wageSource);

/** The same for pages, drawn again when a figure was published. */
export const useLocalWages = () => useCollection(wageSource);

export type Hotline = (typeof hotlines)[number];
export type LegalPlace = (typeof places)[number];
export type LawFact = (typeof facts)[number];

/** The topics in the order in which a worker in trouble needs them. */
export const legalTopics: readonly { value: LawFact['topic']; text: string }[] = [
  { value: 'time-limit', text: '期限' },
  { value: 'pay', text: '工资' },
  { value: 'termination', text: '被辞退' },
  { value: 'injury', text: '工伤' },
  { value: 'leave', text: '年假' },
  { value: 'new-employment', text: '骑手司机' },
  { value: 'procedure', text: '怎么仲裁' },
  { value: 'aid', text: '法律援助' },
];

export const topicName = (topic: LawFact['topic']): string =>
  legalTopics.find((other) => other.value === topic)?.text ?? '';

export const factsOn = (topic: LawFact['topic']): LawFact[] => facts.filter((fact) => fact.topic === topic);

const shortNames: Record<string, string> = { '12351': '工会', '12348': '法律', '12333': '人社' };

/** The three numbers that stand on every page, in the order in which they help. */
export const callNumbers: readonly { number: string; dial: string; short: string }[] = ['12351', '12348', '12333']
  .flatMap((wanted) => hotlines.filter(({ number }) => number === wanted))
  .map(({ number, dial }) => ({
    number: defined(number),
    dial: dial ?? defined(number),
    short: defined(shortNames[defined(number)]),
  }));

/** What to dial for a number that a page names. */
export const dialOf = (number: string): string => callNumbers.find((one) => one.number === number)?.dial ?? number;

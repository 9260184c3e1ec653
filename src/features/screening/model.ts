/** What is known of the screening, as bundled or as the union has published it since: programmes, clinics, what to know. */
import type { ScreeningBundle } from '@yugong/content/bundle';
import { ClinicRecord, ScreeningGuideRecord, ScreeningProgrammeRecord } from '@yugong/domain/screening/record';
import { gcj02, type Gcj02 } from '@yugong/domain/geo';
import type { ProgrammeWire } from '@yugong/domain/programme/wire';
import type { Checkable } from '@yugong/domain/screening';
import { defineSource, openCollection } from '@/platform/content-feed';
import { bundleOf } from '@/platform/content-feed/bundle-of';
import bundle from './generated/screening.json';
import districtList from './generated/districts.json';

const bundled = bundleOf<ScreeningBundle>(bundle);

export const programmes = openCollection(
  defineSource<ScreeningBundle['programmes'], 'screening-programmes'>({
    collection: 'screening-programmes',
    record: ScreeningProgrammeRecord,
    bundled: bundled.programmes,
    read: (records) => records,
  }),
);
export const clinics = openCollection(
  defineSource<ScreeningBundle['clinics'], 'clinics'>({
    collection: 'clinics',
    record: ClinicRecord,
    bundled: bundled.clinics,
    read: (records) => records,
  }),
);
const allGuides = openCollection(
  defineSource<ScreeningBundle['guides'], 'screening-guides'>({
    collection: 'screening-guides',
    record: ScreeningGuideRecord,
    bundled: bundled.guides,
    read: (records) => records,
  }),
);

export type Programme = (typeof programmes)[number];
export type Clinic = (typeof clinics)[number];
export type Guide = (typeof allGuides)[number];

/** The union's own programme first, since it is the one this app is published by. */
export const orderedProgrammes: readonly Programme[] = ['union', 'national', 'city'].flatMap((level) =>
  programmes.filter((programme) => programme.level === level),
);

/** What to know before and after, in the order one reads it. */
export const guides: readonly Guide[] = [...allGuides].sort((a, b) => a.order - b.order);

export { AS_ANNOUNCED } from '@yugong/domain/screening';

interface District {
  adcode: string;
  title: string;
  centre: { lng: number; lat: number } | null;
}
const districts: readonly District[] = districtList;

export const districtTitleOf = (adcode: string): string =>
  districts.find((district) => district.adcode === adcode)?.title ?? '其他区县';

/** The middle of a district; null where nobody has measured it. */
export function districtCentre(adcode: string): Gcj02 | null {
  const centre = districts.find((district) => district.adcode === adcode)?.centre;
  return centre ? gcj02(centre.lng, centre.lat) : null;
}

/** A programme to be checked against answers, and where it leads: a union's own sessions, or somebody to ask. */
export interface CheckedProgramme extends Checkable {
  organiser: string;
  /** Is it one that can be signed up for here? */
  served: boolean;
  demo: boolean;
}

/** Programmes of the service first: those have days. */
export const checkedProgrammes = (served: readonly ProgrammeWire[]): CheckedProgramme[] => [
  ...served.flatMap(({ id, kind, title, organiser, age, rules, demo }) =>
    kind === 'screening' && rules ? [{ id, title, organiser, age, rules, served: true, demo }] : [],
  ),
  ...orderedProgrammes.map(({ id, title, organiser, ageRange, rules }) => ({
    id,
    title,
    organiser,
    age: ageRange,
    rules,
    served: false,
    demo: false,
  })),
];

/** What is known of the screening programmes and clinics: as bundled, or as the union has published it since. */
import type { ScreeningBundle } from '@/content/bundle';
import { ClinicRecord, ScreeningProgrammeRecord } from '@/content/schema/screening';
import { defineSource, openCollection } from '@/platform/content-feed';
import bundle from './generated/screening.json';

const bundled = bundle as unknown as ScreeningBundle;

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

export type Programme = (typeof programmes)[number];
export type Clinic = (typeof clinics)[number];

/** The union's own programme first, since it is the one this app is published by. */
export const orderedProgrammes: readonly Programme[] = ['union', 'national', 'city'].flatMap((level) =>
  programmes.filter((programme) => programme.level === level),
);

/** Shown in place of what no source gives. */
export const AS_ANNOUNCED = '以主办单位通知为准';

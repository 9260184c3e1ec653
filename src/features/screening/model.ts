/** What the sources say of the screening programmes and clinics. */
import type { ScreeningBundle } from '@/content/bundle';
import bundle from './generated/screening.json';

export const { programmes, clinics } = bundle as unknown as ScreeningBundle;

export type Programme = (typeof programmes)[number];
export type Clinic = (typeof clinics)[number];

/** The union's own programme first, since it is the one this app is published by. */
export const orderedProgrammes: readonly Programme[] = ['union', 'national', 'city'].flatMap((level) =>
  programmes.filter((programme) => programme.level === level),
);

/** Shown in place of what no source gives. */
export const AS_ANNOUNCED = '以主办单位通知为准';

/** Programmes, in Chinese. */
import type { ProgrammeWire } from './wire';

export const programmeKindLabels: Record<ProgrammeWire['kind'], string> = { screening: '筛查', event: '活动' };

/** For whom a programme is, where it is for one sex. */
export const participantLabels: Record<NonNullable<ProgrammeWire['sex']>, string> = {
  female: '女职工',
  male: '男职工',
};

import type { DistrictName } from '@yugong/content/bundle';

/** The district as its day called it, and what it is called now where that differs. */
export const sayDistrict = (district: DistrictName | null): string =>
  district ? district.name + (district.now ? `（现属${district.now}）` : '') : '';

/** The directory: organisations and districts within the person's own scope, for fields and lists. */
import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { DistrictWire, FormerDistrictWire, OrganisationWire } from '@yugong/domain/staff-account/wire';
import { MINUTE } from '@yugong/domain/time';
import { callApi } from './client';

const DirectoryWire = v.object({
  organisations: v.array(OrganisationWire),
  districts: v.array(DistrictWire),
  former: v.array(FormerDistrictWire),
});
export type Directory = v.InferOutput<typeof DirectoryWire>;

export const useDirectory = () =>
  useQuery({
    queryKey: ['places'],
    queryFn: ({ signal }) => callApi('GET /organisations', { answer: DirectoryWire, signal }),
    staleTime: 10 * MINUTE,
  });

/**
 * The district's name, of one that was dissolved with what it belongs to now, or its code while the directory is loading.
 *
 * @example districtLabel(directory, '500112') // '渝北区（已并入两江新区）'
 */
export function districtLabel(directory: Directory | undefined, adcode: string | null): string {
  if (adcode === null) return '全市';
  const today = directory?.districts.find((one) => one.adcode === adcode);
  if (today) return today.title;
  const former = directory?.former.find((one) => one.adcode === adcode);
  return former ? `${former.title}（已并入${former.into}）` : adcode;
}

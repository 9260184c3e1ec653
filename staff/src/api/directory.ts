/** The directory: organisations and districts within the person's own scope, for fields and lists. */
import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { DistrictWire, OrganisationWire } from '@yugong/domain/staff-account/wire';
import { MINUTE } from '@yugong/domain/time';
import { callApi } from './client';

const DirectoryWire = v.object({ organisations: v.array(OrganisationWire), districts: v.array(DistrictWire) });
export type Directory = v.InferOutput<typeof DirectoryWire>;

export const useDirectory = () =>
  useQuery({
    queryKey: ['places'],
    queryFn: ({ signal }) => callApi('GET /organisations', { answer: DirectoryWire, signal }),
    staleTime: 10 * MINUTE,
  });

/** The district's name, or its code while the directory is loading. */
export const districtLabel = (directory: Directory | undefined, adcode: string | null): string =>
  adcode === null ? '全市' : (directory?.districts.find((one) => one.adcode === adcode)?.title ?? adcode);

/** Organisations and districts within one's own scope, for fields and lists. */
import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { DistrictWire, OrganisationWire } from '@yugong/domain/staff-account/wire';
import { MINUTE } from '@yugong/domain/time';
import { ask } from './client';

const PlacesWire = v.object({ organisations: v.array(OrganisationWire), districts: v.array(DistrictWire) });
export type Places = v.InferOutput<typeof PlacesWire>;

export const usePlaces = () =>
  useQuery({
    queryKey: ['places'],
    queryFn: ({ signal }) => ask('GET /organisations', { answer: PlacesWire, signal }),
    staleTime: 10 * MINUTE,
  });

/** The district's name; its code where the list isn't there yet. */
export const districtName = (places: Places | undefined, adcode: string | null): string =>
  adcode === null ? '全市' : (places?.districts.find((one) => one.adcode === adcode)?.title ?? adcode);

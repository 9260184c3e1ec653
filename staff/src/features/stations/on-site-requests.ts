/** Endpoints and queries of lists for volunteers. */
import { useQuery } from '@tanstack/react-query';
import { OnSiteLinkWire, StaffOnSiteListsWire, StaffOnSiteListWire } from '@yugong/domain/on-site/staff-wire';
import { StaffStationsWire } from '@yugong/domain/station/staff-wire';
import { callApi, queryString, type Endpoint } from '../../api/client';

export const useOnSiteLists = () =>
  useQuery({
    queryKey: ['on-site', 'lists'],
    queryFn: ({ signal }) => callApi('GET /on-site-lists', { answer: StaffOnSiteListsWire, signal }),
  });

export const useOnSiteList = (id: string) =>
  useQuery({
    queryKey: ['on-site', 'one', id],
    queryFn: ({ signal }) => callApi(`GET /on-site-lists/${id}`, { answer: StaffOnSiteListWire, signal }),
  });

/** The link is asked for when somebody wants to see it: that is noted. */
export const useOnSiteLink = (id: string, enabled: boolean) =>
  useQuery({
    enabled,
    queryKey: ['on-site', 'link', id],
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) => callApi(`GET /on-site-lists/${id}/link`, { answer: OnSiteLinkWire, signal }),
  });

/** A district's stations, as many as a list takes. */
export const useStationsOf = (adcode: string) =>
  useQuery({
    enabled: adcode !== '',
    queryKey: ['stations', 'of', adcode],
    queryFn: ({ signal }) =>
      callApi(`GET /stations${queryString({ adcode, limit: 200 })}`, { answer: StaffStationsWire, signal }),
  });

export const onSiteEndpoints = {
  make: 'POST /on-site-lists',
  revoke: (id: string): Endpoint => `POST /on-site-lists/${id}/revocation`,
  decide: (id: string): Endpoint => `POST /on-site-lists/${id}/decisions`,
} as const;

/** Where the picture of a check is. */
export const photoAddress = (check: string): string => `/api/v1/staff/on-site-checks/${check}/photo`;

/** Endpoints and queries of stations and their reports. */
import { useQuery } from '@tanstack/react-query';
import { ReportGroupsWire } from '@yugong/domain/report/staff-wire';
import { callApi, queryString, type Endpoint } from '../../api/client';

export const useReports = (request: { show?: 'open' | 'all'; adcode?: string }) =>
  useQuery({
    queryKey: ['reports', request],
    queryFn: ({ signal }) =>
      callApi(`GET /station-reports${queryString({ ...request })}`, { answer: ReportGroupsWire, signal }),
    placeholderData: (before) => before,
  });

export const stationEndpoints = {
  move: (id: string): Endpoint => `PUT /station-reports/${id}`,
  answer: 'PUT /station-reports',
  verify: (station: string): Endpoint => `PUT /stations/${station}/verification`,
  import: 'POST /stations/import',
  export: 'POST /stations/export',
  template: 'GET /stations/import/template',
} as const;

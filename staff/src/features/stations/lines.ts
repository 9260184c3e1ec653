/** The stations' part of the API. */
import { useQuery } from '@tanstack/react-query';
import { ReportGroupsWire } from '@yugong/domain/report/staff-wire';
import { ask, query, type Line } from '../../api/client';

export const useReports = (asked: { show?: 'open' | 'all'; adcode?: string }) =>
  useQuery({
    queryKey: ['reports', asked],
    queryFn: ({ signal }) => ask(`GET /station-reports${query({ ...asked })}`, { answer: ReportGroupsWire, signal }),
    placeholderData: (before) => before,
  });

export const lines = {
  move: (id: string): Line => `PUT /station-reports/${id}`,
  verify: (station: string): Line => `PUT /stations/${station}/verification`,
  import: 'POST /stations/import',
  export: 'POST /stations/export',
  template: 'GET /stations/import/template',
} as const;

/** Endpoints and queries of stations and their reports. */
import { useQuery } from '@tanstack/react-query';
import { ReportGroupsWire } from '@yugong/domain/report/staff-wire';
import { RecordHistoryWire } from '@yugong/domain/publication/staff-wire';
import { VersionsWire } from '@yugong/domain/publication/wire';
import { HoursSaidWire, StaffStationsWire, StaffStationWire } from '@yugong/domain/station/staff-wire';
import { StaffCandidatesWire } from '@yugong/domain/station-candidate/staff-wire';
import { callApi, queryString, type Endpoint } from '../../api/client';

export const useReports = (request: { show?: 'open' | 'all'; adcode?: string }) =>
  useQuery({
    queryKey: ['reports', request],
    queryFn: ({ signal }) =>
      callApi(`GET /station-reports${queryString({ ...request })}`, { answer: ReportGroupsWire, signal }),
    placeholderData: (before) => before,
  });

export const useStations = (request: { text: string; adcode: string; after: string }) =>
  useQuery({
    queryKey: ['stations', 'list', request],
    queryFn: ({ signal }) => {
      const { text, adcode, after } = request;
      const query = { ...(text ? { text } : {}), ...(adcode ? { adcode } : {}), after };
      return callApi(`GET /stations${queryString(query)}`, { answer: StaffStationsWire, signal });
    },
    placeholderData: (before) => before,
  });

export const useStation = (id: string, enabled = true) =>
  useQuery({
    enabled,
    queryKey: ['stations', 'one', id],
    queryFn: ({ signal }) => callApi(`GET /stations/${id}`, { answer: StaffStationWire, signal }),
  });

export const useStationHistory = (id: string) =>
  useQuery({
    queryKey: ['stations', 'history', id],
    queryFn: ({ signal }) => callApi(`GET /stations/${id}/history`, { answer: RecordHistoryWire, signal }),
  });

/** What one published of stations oneself, imports too. */
export const useOwnVersions = () =>
  useQuery({
    queryKey: ['stations', 'versions'],
    queryFn: ({ signal }) => callApi('GET /stations/versions', { answer: VersionsWire, signal }),
  });

/** What the service understands of hours as they are typed; nothing is asked of an empty field. */
export const useHoursSaid = (text: string) =>
  useQuery({
    enabled: text.trim() !== '',
    queryKey: ['stations', 'hours', text],
    queryFn: ({ signal }) => callApi(`GET /stations/hours${queryString({ text })}`, { answer: HoursSaidWire, signal }),
    placeholderData: (before) => before,
  });

export const useCandidates = (request: { show: string; adcode: string; after: string }) =>
  useQuery({
    queryKey: ['candidates', request],
    queryFn: ({ signal }) => {
      const { show, adcode, after } = request;
      const query = { ...(show ? { show } : {}), ...(adcode ? { adcode } : {}), after };
      return callApi(`GET /station-candidates${queryString(query)}`, { answer: StaffCandidatesWire, signal });
    },
    placeholderData: (before) => before,
  });

export const stationEndpoints = {
  publish: 'PUT /stations',
  takeDown: (id: string): Endpoint => `POST /stations/${id}/take-down`,
  restore: (id: string): Endpoint => `POST /stations/${id}/restore`,
  undo: (version: number): Endpoint => `POST /stations/versions/${version}/undo`,
  move: (id: string): Endpoint => `PUT /station-reports/${id}`,
  answer: 'PUT /station-reports',
  verify: (station: string): Endpoint => `PUT /stations/${station}/verification`,
  import: 'POST /stations/import',
  export: 'POST /stations/export',
  template: 'GET /stations/import/template',
  geocode: 'POST /station-candidates/geocode',
  decide: (candidate: string): Endpoint => `PUT /station-candidates/${candidate}`,
  acceptTogether: 'PUT /station-candidates',
} as const;

/** Endpoints and queries of sessions and programmes. */
import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { StaffProgrammeWire } from '@yugong/domain/programme/staff-wire';
import { CancellationTemplatesWire, StaffSessionWire, type StaffSessionQuery } from '@yugong/domain/session/staff-wire';
import { MINUTE } from '@yugong/domain/time';
import { callApi, queryString, type Endpoint } from '../../api/client';

export const SessionsWire = v.object({
  sessions: v.array(StaffSessionWire),
  total: v.number(),
  next: v.nullable(v.string()),
});
const ProgrammesWire = v.object({ programmes: v.array(StaffProgrammeWire) });

export const useStaffSessions = (request: StaffSessionQuery) =>
  useQuery({
    queryKey: ['sessions', request],
    queryFn: ({ signal }) => callApi(`GET /sessions${queryString({ ...request })}`, { answer: SessionsWire, signal }),
    placeholderData: (before) => before,
  });

export const useStaffSession = (id: string) =>
  useQuery({
    queryKey: ['sessions', id],
    queryFn: ({ signal }) => callApi(`GET /sessions/${id}`, { answer: StaffSessionWire, signal }),
  });

export const useProgrammes = () =>
  useQuery({
    queryKey: ['programmes'],
    queryFn: ({ signal }) => callApi('GET /programmes', { answer: ProgrammesWire, signal }),
    staleTime: MINUTE,
  });

export const useCancellationTemplates = () =>
  useQuery({
    queryKey: ['cancellation-templates'],
    queryFn: ({ signal }) => callApi('GET /cancellation-templates', { answer: CancellationTemplatesWire, signal }),
    staleTime: MINUTE,
  });

export const sessionEndpoints = {
  check: 'POST /sessions/check',
  create: 'POST /sessions',
  publish: (id: string): Endpoint => `PUT /sessions/${id}/publication`,
  delete: (id: string): Endpoint => `DELETE /sessions/${id}`,
  filters: 'GET /me/session-filters',
  keepFilter: 'POST /me/session-filters',
  dropFilter: (id: string): Endpoint => `DELETE /me/session-filters/${id}`,
  edit: (id: string): Endpoint => `PUT /sessions/${id}`,
  size: (id: string): Endpoint => `PUT /sessions/${id}/size`,
  open: (id: string): Endpoint => `POST /sessions/${id}/open`,
  close: (id: string): Endpoint => `POST /sessions/${id}/close`,
  cancel: (id: string): Endpoint => `POST /sessions/${id}/cancel`,
  addTemplate: 'POST /cancellation-templates',
  editTemplate: (id: string): Endpoint => `PUT /cancellation-templates/${id}`,
  removeTemplate: (id: string): Endpoint => `DELETE /cancellation-templates/${id}`,
  import: 'POST /sessions/import',
  template: 'GET /sessions/import/template',
  createProgramme: 'POST /programmes',
  editProgramme: (id: string): Endpoint => `PUT /programmes/${id}`,
} as const;

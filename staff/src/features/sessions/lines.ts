/** The sessions' part of the API. */
import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { StaffProgrammeWire } from '@yugong/domain/programme/staff-wire';
import { StaffSessionWire, type StaffSessionQuery } from '@yugong/domain/session/staff-wire';
import { MINUTE } from '@yugong/domain/time';
import { ask, query, type Line } from '../../api/client';

export const SessionsWire = v.object({
  sessions: v.array(StaffSessionWire),
  total: v.number(),
  next: v.nullable(v.string()),
});
const ProgrammesWire = v.object({ programmes: v.array(StaffProgrammeWire) });

export const useSessions = (asked: StaffSessionQuery) =>
  useQuery({
    queryKey: ['sessions', asked],
    queryFn: ({ signal }) => ask(`GET /sessions${query({ ...asked })}`, { answer: SessionsWire, signal }),
    placeholderData: (before) => before,
  });

export const useSession = (id: string) =>
  useQuery({
    queryKey: ['sessions', id],
    queryFn: ({ signal }) => ask(`GET /sessions/${id}`, { answer: StaffSessionWire, signal }),
  });

export const useProgrammes = () =>
  useQuery({
    queryKey: ['programmes'],
    queryFn: ({ signal }) => ask('GET /programmes', { answer: ProgrammesWire, signal }),
    staleTime: MINUTE,
  });

export const lines = {
  check: 'POST /sessions/check',
  create: 'POST /sessions',
  edit: (id: string): Line => `PUT /sessions/${id}`,
  size: (id: string): Line => `PUT /sessions/${id}/size`,
  open: (id: string): Line => `POST /sessions/${id}/open`,
  close: (id: string): Line => `POST /sessions/${id}/close`,
  cancel: (id: string): Line => `POST /sessions/${id}/cancel`,
  import: 'POST /sessions/import',
  template: 'GET /sessions/import/template',
  createProgramme: 'POST /programmes',
  editProgramme: (id: string): Line => `PUT /programmes/${id}`,
} as const;

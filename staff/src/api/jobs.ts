/** Long work on the service, followed until it ends. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { JobsWire, JobWire } from '@yugong/domain/job/wire';
import { ask } from './client';

export const isOver = ({ state }: JobWire): boolean => state === 'done' || state === 'failed';

/** Asks every second while it runs. */
export const useJob = (id: string | null): UseQueryResult<JobWire> =>
  useQuery({
    queryKey: ['jobs', id],
    queryFn: ({ signal }) => ask(`GET /jobs/${id}`, { answer: JobWire, signal }),
    enabled: id !== null,
    refetchInterval: ({ state: { data } }) => (data && isOver(data) ? false : 1000),
  });

export const useJobs = () =>
  useQuery({
    queryKey: ['jobs'],
    queryFn: ({ signal }) => ask('GET /jobs', { answer: JobsWire, signal }),
    refetchInterval: ({ state: { data } }) => (data?.jobs.every(isOver) === false ? 1000 : 15_000),
  });

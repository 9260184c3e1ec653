/** Long work on the service, followed until it ends. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { JobsWire, JobWire } from '@yugong/domain/job/wire';
import { callApi } from './client';

export const isJobOver = ({ state }: JobWire): boolean => state === 'done' || state === 'failed';

/** Follows a job, with a request a second while it runs. */
export const useJob = (id: string | null): UseQueryResult<JobWire> =>
  useQuery({
    queryKey: ['jobs', id],
    queryFn: ({ signal }) => callApi(`GET /jobs/${id}`, { answer: JobWire, signal }),
    enabled: id !== null,
    refetchInterval: ({ state: { data } }) => (data && isJobOver(data) ? false : 1000),
  });

export const useJobs = () =>
  useQuery({
    queryKey: ['jobs'],
    queryFn: ({ signal }) => callApi('GET /jobs', { answer: JobsWire, signal }),
    refetchInterval: ({ state: { data } }) => (data?.jobs.every(isJobOver) === false ? 1000 : 15_000),
  });

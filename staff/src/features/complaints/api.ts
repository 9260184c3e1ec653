/** Endpoints and queries of complaints. */
import { useQuery } from '@tanstack/react-query';
import { ComplaintCaseWire, ComplaintQueueWire, type ComplaintView } from '@yugong/domain/complaint/staff-wire';
import { MINUTE } from '@yugong/domain/time';
import { callApi, queryString, type Endpoint } from '../../api/client';

/** What every query of complaints is found by. */
export const COMPLAINTS = 'complaints';

export const useComplaintQueue = (request: { show?: ComplaintView }) =>
  useQuery({
    queryKey: [COMPLAINTS, 'queue', request],
    queryFn: ({ signal }) =>
      callApi(`GET /complaints${queryString({ ...request })}`, { answer: ComplaintQueueWire, signal }),
    placeholderData: (before) => before,
    refetchInterval: MINUTE,
  });

/** The audit records each reading, so it isn't refetched for the sake of freshness. */
export const useComplaintCase = (id: string) =>
  useQuery({
    queryKey: [COMPLAINTS, 'one', id],
    queryFn: ({ signal }) => callApi(`GET /complaints/${id}`, { answer: ComplaintCaseWire, signal }),
    refetchOnWindowFocus: false,
  });

export const complaintEndpoints = (id: string): Record<'answer' | 'close', Endpoint> => ({
  answer: `POST /complaints/${id}/messages`,
  close: `POST /complaints/${id}/close`,
});

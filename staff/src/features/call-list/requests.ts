/** The part of the API about people to be called. */
import { useQuery } from '@tanstack/react-query';
import { CallListWire, ConfirmationsWire, ConfirmedPeopleWire, SmsUsageWire } from '@yugong/domain/notice/staff-wire';
import { MINUTE } from '@yugong/domain/time';
import { callApi, queryString, type Endpoint } from '../../api/client';

export const useCallList = () =>
  useQuery({
    queryKey: ['call-list'],
    queryFn: ({ signal }) => callApi('GET /call-list', { answer: CallListWire, signal }),
    refetchInterval: 5 * MINUTE,
  });

export const useConfirmations = (sessionId: string) =>
  useQuery({
    queryKey: ['sessions', sessionId, 'confirmations'],
    queryFn: ({ signal }) => callApi(`GET /sessions/${sessionId}/confirmations`, { answer: ConfirmationsWire, signal }),
  });

/** @param after what the answer of the page before says; the first page where it is empty */
export const useConfirmedPeople = (sessionId: string, way: string, after: string) =>
  useQuery({
    queryKey: ['sessions', sessionId, 'confirmations', way, after],
    queryFn: ({ signal }) =>
      callApi(`GET /sessions/${sessionId}/confirmations/${way}${queryString({ after })}`, {
        answer: ConfirmedPeopleWire,
        signal,
      }),
    placeholderData: (before) => before,
  });

export const useSmsUsage = () =>
  useQuery({
    queryKey: ['sms-usage'],
    queryFn: ({ signal }) => callApi('GET /sms-usage', { answer: SmsUsageWire, signal }),
    refetchInterval: 5 * MINUTE,
  });

export const endpoints = {
  reveal: 'POST /registrations/reveal',
  phone: (noticeId: string): Endpoint => `POST /call-list/${noticeId}/phone`,
  offer: (registrationId: string): Endpoint => `PUT /registrations/${registrationId}/offer`,
  calls: (noticeId: string): Endpoint => `POST /call-list/${noticeId}/calls`,
} as const;

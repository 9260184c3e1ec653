/** The part of the API about people to be called. */
import { useQuery } from '@tanstack/react-query';
import { CallListWire, ConfirmationsWire } from '@yugong/domain/notice/staff-wire';
import { MINUTE } from '@yugong/domain/time';
import { ask, type Line } from '../../api/client';

export const useCallList = () =>
  useQuery({
    queryKey: ['call-list'],
    queryFn: ({ signal }) => ask('GET /call-list', { answer: CallListWire, signal }),
    refetchInterval: 5 * MINUTE,
  });

export const useConfirmations = (sessionId: string) =>
  useQuery({
    queryKey: ['sessions', sessionId, 'confirmations'],
    queryFn: ({ signal }) => ask(`GET /sessions/${sessionId}/confirmations`, { answer: ConfirmationsWire, signal }),
  });

export const endpoints = {
  phone: (noticeId: string): Line => `POST /call-list/${noticeId}/phone`,
  calls: (noticeId: string): Line => `POST /call-list/${noticeId}/calls`,
} as const;

/** Endpoints and queries of screening outcomes. */
import { useQuery } from '@tanstack/react-query';
import { OutcomesWire, UntoldWire } from '@yugong/domain/screening-outcome/wire';
import { callApi, type Endpoint } from '../../api/client';

export const usePendingNotifications = () =>
  useQuery({
    queryKey: ['outcomes', 'untold'],
    queryFn: ({ signal }) => callApi('GET /outcomes/untold', { answer: UntoldWire, signal }),
  });

export const useOutcomes = (sessionId: string) =>
  useQuery({
    queryKey: ['outcomes', sessionId],
    queryFn: ({ signal }) => callApi(`GET /sessions/${sessionId}/outcomes`, { answer: OutcomesWire, signal }),
  });

export const setOutcomesEndpoint = (sessionId: string): Endpoint => `POST /sessions/${sessionId}/outcomes`;

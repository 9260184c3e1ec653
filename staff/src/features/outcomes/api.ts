/** Endpoints and queries of screening outcomes. */
import { useQuery } from '@tanstack/react-query';
import { OutcomesWire, RecallsWire, UntoldWire } from '@yugong/domain/screening-outcome/wire';
import { callApi, queryString, type Endpoint } from '../../api/client';

/** @param all also those in which everybody was told, of the last 90 days */
export const usePendingNotifications = (all: boolean) =>
  useQuery({
    queryKey: ['outcomes', 'untold', all],
    queryFn: ({ signal }) =>
      callApi(`GET /outcomes/untold${queryString({ all: all ? '1' : null })}`, { answer: UntoldWire, signal }),
    placeholderData: (before) => before,
  });

/** The audit records each look, so the list isn't refetched for the sake of freshness. */
export const useRecalls = () =>
  useQuery({
    queryKey: ['outcomes', 'recalls'],
    queryFn: ({ signal }) => callApi('GET /outcomes/recalls', { answer: RecallsWire, signal }),
    refetchOnWindowFocus: false,
  });

export const useOutcomes = (sessionId: string) =>
  useQuery({
    queryKey: ['outcomes', sessionId],
    queryFn: ({ signal }) => callApi(`GET /sessions/${sessionId}/outcomes`, { answer: OutcomesWire, signal }),
  });

export const setOutcomesEndpoint = (sessionId: string): Endpoint => `POST /sessions/${sessionId}/outcomes`;

export const revealEndpoint: Endpoint = 'POST /registrations/reveal';

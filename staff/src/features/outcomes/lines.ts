/** The part of the API about what came after a screening. */
import { useQuery } from '@tanstack/react-query';
import { OutcomesWire, UntoldWire } from '@yugong/domain/screening-outcome/wire';
import { ask, type Line } from '../../api/client';

export const useUntold = () =>
  useQuery({
    queryKey: ['outcomes', 'untold'],
    queryFn: ({ signal }) => ask('GET /outcomes/untold', { answer: UntoldWire, signal }),
  });

export const useOutcomes = (sessionId: string) =>
  useQuery({
    queryKey: ['outcomes', sessionId],
    queryFn: ({ signal }) => ask(`GET /sessions/${sessionId}/outcomes`, { answer: OutcomesWire, signal }),
  });

export const setLine = (sessionId: string): Line => `POST /sessions/${sessionId}/outcomes`;

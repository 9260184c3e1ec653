/** The legal-aid part of the API. */
import { useQuery } from '@tanstack/react-query';
import { CaseWire, LawyersWire, QueueWire, TemplatesWire, type QueueState } from '@yugong/domain/legal-aid/staff-wire';
import { MINUTE } from '@yugong/domain/time';
import { ask, query, type Line } from '../../api/client';

export const useQueue = (asked: { state?: QueueState; mine?: '1' }) =>
  useQuery({
    queryKey: ['legal-aid', 'queue', asked],
    queryFn: ({ signal }) => ask(`GET /legal-aid${query({ ...asked })}`, { answer: QueueWire, signal }),
    placeholderData: (before) => before,
    refetchInterval: MINUTE,
  });

/** Each reading goes into the audit: it isn't fetched again for the sake of freshness. */
export const useCase = (id: string) =>
  useQuery({
    queryKey: ['legal-aid', 'case', id],
    queryFn: ({ signal }) => ask(`GET /legal-aid/${id}`, { answer: CaseWire, signal }),
    refetchOnWindowFocus: false,
  });

export const useLawyers = () =>
  useQuery({
    queryKey: ['legal-aid', 'lawyers'],
    queryFn: ({ signal }) => ask('GET /legal-aid/lawyers', { answer: LawyersWire, signal }),
  });

export const useTemplates = () =>
  useQuery({
    queryKey: ['legal-aid', 'templates'],
    queryFn: ({ signal }) => ask('GET /legal-aid/templates', { answer: TemplatesWire, signal }),
  });

export const lines = {
  assign: (id: string): Line => `PUT /legal-aid/${id}/assignee`,
  answer: (id: string): Line => `POST /legal-aid/${id}/messages`,
  close: (id: string): Line => `POST /legal-aid/${id}/close`,
  addTemplate: 'POST /legal-aid/templates',
  template: (method: 'PUT' | 'DELETE', id: string): Line => `${method} /legal-aid/templates/${id}`,
} as const;

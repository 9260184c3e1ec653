/** Endpoints and queries of legal aid. */
import { useQuery } from '@tanstack/react-query';
import { CaseWire, LawyersWire, QueueWire, TemplatesWire, type QueueState } from '@yugong/domain/legal-aid/staff-wire';
import { MINUTE } from '@yugong/domain/time';
import { callApi, queryString, type Endpoint } from '../../api/client';

export const useQueue = (request: { state?: QueueState; mine?: '1' }) =>
  useQuery({
    queryKey: ['legal-aid', 'queue', request],
    queryFn: ({ signal }) => callApi(`GET /legal-aid${queryString({ ...request })}`, { answer: QueueWire, signal }),
    placeholderData: (before) => before,
    refetchInterval: MINUTE,
  });

/** The audit records each reading, so the request isn't refetched for the sake of freshness. */
export const useCase = (id: string) =>
  useQuery({
    queryKey: ['legal-aid', 'case', id],
    queryFn: ({ signal }) => callApi(`GET /legal-aid/${id}`, { answer: CaseWire, signal }),
    refetchOnWindowFocus: false,
  });

export const useLawyers = () =>
  useQuery({
    queryKey: ['legal-aid', 'lawyers'],
    queryFn: ({ signal }) => callApi('GET /legal-aid/lawyers', { answer: LawyersWire, signal }),
  });

export const useTemplates = () =>
  useQuery({
    queryKey: ['legal-aid', 'templates'],
    queryFn: ({ signal }) => callApi('GET /legal-aid/templates', { answer: TemplatesWire, signal }),
  });

export const legalAidEndpoints = {
  assign: (id: string): Endpoint => `PUT /legal-aid/${id}/assignee`,
  answer: (id: string): Endpoint => `POST /legal-aid/${id}/messages`,
  letter: (id: string): Endpoint => `POST /legal-aid/${id}/letter`,
  close: (id: string): Endpoint => `POST /legal-aid/${id}/close`,
  reopen: (id: string): Endpoint => `POST /legal-aid/${id}/reopen`,
  addTemplate: 'POST /legal-aid/templates',
  template: (method: 'PUT' | 'DELETE', id: string): Endpoint => `${method} /legal-aid/templates/${id}`,
} as const;

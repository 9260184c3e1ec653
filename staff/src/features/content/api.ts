/** Endpoints and queries of content. */
import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { DraftWire, VersionsWire } from '@yugong/domain/publication/wire';
import {
  EditedRecordsWire,
  RecordHistoryWire,
  RecordPlansWire,
  type EditedCollection,
} from '@yugong/domain/publication/staff-wire';
import { callApi, type Endpoint } from '../../api/client';

const DraftsWire = v.object({
  drafts: v.array(
    v.object({
      id: v.string(),
      heading: v.nullable(v.string()),
      createdAt: v.string(),
      publishedVersion: v.nullable(v.number()),
    }),
  ),
});

export const useNewsletterDrafts = () =>
  useQuery({
    queryKey: ['content', 'drafts'],
    queryFn: ({ signal }) => callApi('GET /content/drafts', { answer: DraftsWire, signal }),
  });

export const useNewsletterDraft = (id: string) =>
  useQuery({
    queryKey: ['content', 'drafts', id],
    queryFn: ({ signal }) => callApi(`GET /content/drafts/${id}`, { answer: DraftWire, signal }),
  });

export const useVersions = () =>
  useQuery({
    queryKey: ['content', 'versions'],
    queryFn: ({ signal }) => callApi('GET /content/versions', { answer: VersionsWire, signal }),
  });

export const usePublishedRecords = (collection: EditedCollection) =>
  useQuery({
    queryKey: ['content', 'records', collection],
    queryFn: ({ signal }) => callApi(`GET /content/records/${collection}`, { answer: EditedRecordsWire, signal }),
  });

export const useRecordPlans = () =>
  useQuery({
    queryKey: ['content', 'plans'],
    queryFn: ({ signal }) => callApi('GET /content/plans', { answer: RecordPlansWire, signal }),
  });

export const useRecordHistory = (collection: EditedCollection, id: string) =>
  useQuery({
    queryKey: ['content', 'history', collection, id],
    queryFn: ({ signal }) =>
      callApi(`GET /content/records/${collection}/${id}/history`, { answer: RecordHistoryWire, signal }),
  });

export const contentEndpoints = {
  paste: 'POST /content/drafts',
  holidays: 'POST /content/holidays',
  edit: (draft: string, entry: string): Endpoint => `PUT /content/drafts/${draft}/entries/${entry}`,
  publish: (draft: string): Endpoint => `POST /content/drafts/${draft}/publish`,
  record: (collection: EditedCollection): Endpoint => `PUT /content/records/${collection}`,
  takeDown: (collection: EditedCollection, id: string): Endpoint =>
    `POST /content/records/${collection}/${id}/take-down`,
  restore: (collection: EditedCollection, id: string): Endpoint => `POST /content/records/${collection}/${id}/restore`,
  plan: (id: string | null): Endpoint => (id === null ? 'POST /content/plans' : `PUT /content/plans/${id}`),
  dropPlan: (id: string): Endpoint => `DELETE /content/plans/${id}`,
  picture: 'POST /content/pictures',
  undo: (version: number): Endpoint => `POST /content/versions/${version}/undo`,
} as const;

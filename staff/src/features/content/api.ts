/** Endpoints and queries of content. */
import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { DraftWire, VersionsWire } from '@yugong/domain/publication/wire';
import { EditedRecordsWire, type EditedCollection } from '@yugong/domain/publication/staff-wire';
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

export const contentEndpoints = {
  paste: 'POST /content/drafts',
  holidays: 'POST /content/holidays',
  edit: (draft: string, entry: string): Endpoint => `PUT /content/drafts/${draft}/entries/${entry}`,
  publish: (draft: string): Endpoint => `POST /content/drafts/${draft}/publish`,
  record: (collection: EditedCollection): Endpoint => `PUT /content/records/${collection}`,
  undo: (version: number): Endpoint => `POST /content/versions/${version}/undo`,
} as const;

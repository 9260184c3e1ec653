/** The content's part of the API. */
import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { DraftWire, VersionsWire } from '@yugong/domain/publication/wire';
import { ask, type Line } from '../../api/client';

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

export const useDrafts = () =>
  useQuery({
    queryKey: ['content', 'drafts'],
    queryFn: ({ signal }) => ask('GET /content/drafts', { answer: DraftsWire, signal }),
  });

export const useDraft = (id: string) =>
  useQuery({
    queryKey: ['content', 'drafts', id],
    queryFn: ({ signal }) => ask(`GET /content/drafts/${id}`, { answer: DraftWire, signal }),
  });

export const useVersions = () =>
  useQuery({
    queryKey: ['content', 'versions'],
    queryFn: ({ signal }) => ask('GET /content/versions', { answer: VersionsWire, signal }),
  });

export const lines = {
  paste: 'POST /content/drafts',
  edit: (draft: string, entry: string): Line => `PUT /content/drafts/${draft}/entries/${entry}`,
  publish: (draft: string): Line => `POST /content/drafts/${draft}/publish`,
  undo: (version: number): Line => `POST /content/versions/${version}/undo`,
} as const;

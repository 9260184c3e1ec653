/**
 * How the staff's console has a draft drawn by the real pages of the app: it puts the page into a frame and hands it the
 * record, from window to window within one browser. No address ever serves a draft.
 */
import * as v from 'valibot';
import { unionCollections } from './feed';
import { FEED_SCHEMA, FeedNames } from './feed';

/** What a page in a frame says to the console once it can be handed a record. */
export const PREVIEW_READY = 'yugong-preview-ready';

/** What the console hands it, anew with every change. */
export const PreviewMessage = v.object({
  schema: v.literal(FEED_SCHEMA),
  collection: v.picklist(unionCollections),
  record: v.looseObject({ id: v.string() }),
  names: FeedNames,
});
export type PreviewMessage = v.InferOutput<typeof PreviewMessage>;

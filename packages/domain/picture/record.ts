/**
 * Pictures of a record, as it is stored and travels: each with words for whoever doesn't see it, and with its rights.
 *
 * What phones needn't know of (how many there may be, how long their words are, that the file is there) is held where
 * a record is published (`server/src/staff/data/pictures.ts`): the schema is in the mini-program's main package.
 */
import * as v from 'valibot';
import { Prose } from '../record/index';

/** One picture. Its size is known ahead of its file, so that a page keeps its shape while the picture is loading. */
export const RecordPicture = v.strictObject({
  /** The SHA-256 of its file, in hexadecimal. */
  id: v.string(),
  /** In pixels. */
  width: v.number(),
  height: v.number(),
  /** What is to be seen, for a screen reader and in the place of a picture that couldn't be loaded. */
  alt: Prose,
  /** Who made it and by what right it is shown (著作权法 24, 民法典 1019). */
  rights: Prose,
});
export type RecordPicture = v.InferOutput<typeof RecordPicture>;

/** The pictures of a record, in the order in which they are shown; absent for none. */
export const RecordPictures = v.optional(v.array(RecordPicture));

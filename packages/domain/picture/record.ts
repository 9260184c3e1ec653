/** Pictures of a record, as it is stored and travels: each with words for whoever doesn't see it, and with its rights. */
import * as v from 'valibot';
import { Prose } from '../record/index';
import { MAX_PICTURES, MAX_PICTURE_SIDE } from './index';

/** The SHA-256 of a picture's file, in hexadecimal. */
export const PictureId = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, '应为图片的编号'));

const MAX_CAPTION_LENGTH = 200;
const Caption = v.pipe(Prose, v.maxLength(MAX_CAPTION_LENGTH, `不能超过 ${MAX_CAPTION_LENGTH} 个字`));
const Side = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_PICTURE_SIDE));

/** One picture. Its size is known ahead of its file, so that a page keeps its shape while the picture is loading. */
export const RecordPicture = v.strictObject({
  id: PictureId,
  /** In pixels. */
  width: Side,
  height: Side,
  /** What is to be seen, for a screen reader and in the place of a picture that couldn't be loaded. */
  alt: Caption,
  /** Who made it and by what right it is shown (著作权法 24, 民法典 1019). */
  rights: Caption,
});
export type RecordPicture = v.InferOutput<typeof RecordPicture>;

/** The pictures of a record, in the order in which they are shown; absent for none. */
export const RecordPictures = v.optional(
  v.pipe(v.array(RecordPicture), v.maxLength(MAX_PICTURES, `最多 ${MAX_PICTURES} 张图片`)),
);

/** The ids of the pictures that a record shows, whatever collection it is of. */
export function pictureIdsOf(record: object): string[] {
  if (!('pictures' in record) || !Array.isArray(record.pictures)) return [];
  return record.pictures.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'id' in one && typeof one.id === 'string' ? [one.id] : [],
  );
}

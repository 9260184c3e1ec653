/** Uploading a picture in the console. */
import * as v from 'valibot';
import { MAX_UPLOAD_BYTES } from './index';

/**
 * A picture on its way up, in base64: JPEG, PNG or WebP. Whether it is base64 at all isn't looked at here: that takes a
 * regular expression a tenth of a second for the largest, on the thread that everybody waits for.
 */
export const PictureUpload = v.strictObject({
  data: v.pipe(v.string('type'), v.maxLength(Math.ceil(MAX_UPLOAD_BYTES / 3) * 4, 'too-long')),
});

/** What was made of it: a JPEG without anything but its pixels. */
export const PictureStoredWire = v.object({
  id: v.string(),
  /** In pixels. */
  width: v.number(),
  height: v.number(),
  /** Bytes that the union's pictures take, with this one, and may take. */
  used: v.number(),
  quota: v.number(),
});
export type PictureStoredWire = v.InferOutput<typeof PictureStoredWire>;

/** The parameters of a picture's address. */
export const PictureParams = v.strictObject({ id: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) });

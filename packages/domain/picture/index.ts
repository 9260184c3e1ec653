/** What a picture of a record may be: bounds that the console, the service and the phone agree on. */

/** Bytes of a picture as it is stored and as a phone loads it. */
export const MAX_PICTURE_BYTES = 300_000;
/** Bytes of a picture on its way up; the console makes a larger one smaller before it sends it. */
export const MAX_UPLOAD_BYTES = 2_000_000;
/** Its longer side in pixels: more than any phone shows of it. */
export const MAX_PICTURE_SIDE = 1600;
/** Pictures of one record. */
export const MAX_PICTURES = 9;
/** Characters of a picture's words and of its rights. */
export const MAX_CAPTION_LENGTH = 200;
/** Bytes of pictures that a union can store: some 700 of the largest. */
export const PICTURE_QUOTA_BYTES = 200_000_000;
/** Days after which a picture is deleted that no published record and no draft shows. */
export const PICTURE_UNUSED_DAYS = 7;

/**
 * Where the service serves a published picture.
 *
 * @param id the SHA-256 of the file, in hexadecimal: what an address shows never changes
 */
export const picturePath = (id: string): string => `/api/v1/pictures/${id}`;

/** The ids of the pictures that a record shows, whatever collection it is of. */
export function pictureIdsOf(record: object): string[] {
  if (!('pictures' in record) || !Array.isArray(record.pictures)) return [];
  return record.pictures.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'id' in one && typeof one.id === 'string' ? [one.id] : [],
  );
}

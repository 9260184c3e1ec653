/** Looks whether bytes are a JPEG that says nothing beside its picture. */

const START_OF_IMAGE = 0xd8;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
/** JFIF's header, and the profile of the colours, which canvases of some phones write. */
const HARMLESS_APPLICATION_DATA = [0xe0, 0xe2];
const COMMENT = 0xfe;

const isApplicationData = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef;

/**
 * Is it a whole JPEG (ITU-T T.81, annex B) without Exif, XMP or comments? A phone's camera writes there where and with what
 * the picture was taken; one that was drawn anew by a browser has none of it.
 *
 * @example isPlainJpeg(await readFile('from-a-camera.jpg')) // false: it has Exif
 */
export function isPlainJpeg(bytes: Uint8Array): boolean {
  const size = bytes.length;
  if (size < 4 || bytes[0] !== 0xff || bytes[1] !== START_OF_IMAGE) return false;
  if (bytes[size - 2] !== 0xff || bytes[size - 1] !== END_OF_IMAGE) return false;
  for (let at = 2; at + 4 <= size;) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return false;
    if (marker === START_OF_SCAN) return true;
    if (marker === COMMENT || (isApplicationData(marker) && !HARMLESS_APPLICATION_DATA.includes(marker))) return false;
    at += 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
  }
  return false;
}

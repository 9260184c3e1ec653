/** Makes a picture small enough to be sent; what is stored of it is made by the service. */
import { MAX_UPLOAD_BYTES } from '@yugong/domain/picture';

/** Said of a file that is too large to be sent and that this browser can't open. */
export const UNREADABLE_PICTURE = '电脑打不开这个文件，请另存为 JPG 再上传';

/** Longer sides in pixels and JPEG's quality, one tried after the other: all of them more than is stored. */
const ATTEMPTS = [
  { side: 2400, quality: 0.9 },
  { side: 2000, quality: 0.85 },
  { side: 1600, quality: 0.8 },
] as const;

const jpegOf = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));

async function drawn(bitmap: ImageBitmap, side: number, quality: number): Promise<Blob | null> {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (!context) return null;
  // JPEG has no transparency: paper shows through.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return jpegOf(canvas, quality);
}

/**
 * The file itself where it may be sent as it is, so that the service says what is wrong with it; else a JPEG that is
 * small enough.
 *
 * @throws Error with {@link UNREADABLE_PICTURE} where it is too large and isn't a picture that this browser opens
 */
export async function shrinkPicture(file: Blob): Promise<Blob> {
  if (file.size <= MAX_UPLOAD_BYTES) return file;
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) throw new Error(UNREADABLE_PICTURE);
  try {
    for (const { side, quality } of ATTEMPTS) {
      const blob = await drawn(bitmap, side, quality);
      if (blob && blob.size <= MAX_UPLOAD_BYTES) return blob;
    }
  } finally {
    bitmap.close();
  }
  throw new Error(UNREADABLE_PICTURE);
}

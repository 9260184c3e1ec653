/** Makes a picture of a door small enough to be sent, on the phone itself. */
import { MAX_PHOTO_BYTES } from '@yugong/domain/on-site';

/** The longer side in pixels and the JPEG's quality, from what is read best to what fits always. */
const SIZES = [
  [1280, 0.8],
  [1280, 0.6],
  [1024, 0.6],
  [800, 0.5],
  [640, 0.4],
] as const;

const toBlob = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));

async function toBase64(blob: Blob): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error('unreadable'));
    reader.readAsDataURL(blob);
  });
  return url.slice(url.indexOf(',') + 1);
}

/**
 * Draws the picture anew, upright and smaller. What a camera writes beside it (where, when and with what it was taken) isn't
 * drawn, so that it is gone.
 *
 * @returns base64 of a JPEG of at most `MAX_PHOTO_BYTES`
 * @throws where it is no picture that the browser can read
 */
export async function shrinkPhoto(file: Blob): Promise<string> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  for (const [side, quality] of SIZES) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height));
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await toBlob(canvas, quality);
    if (blob && blob.size <= MAX_PHOTO_BYTES) return toBase64(blob);
  }
  throw new Error('too large');
}

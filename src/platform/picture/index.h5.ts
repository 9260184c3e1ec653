import { saveFile } from '../save-file/index.h5';
import type { SavedPicture } from './outcome';
import type { Picture } from './pen';

export { layPath, writeText, type Pen, type Picture } from './pen';
export type { SavedPicture } from './outcome';

/** Draws a picture and hands it to the browser as a PNG. @param name without its ending */
export async function savePicture(name: string, { width, height, draw }: Picture): Promise<SavedPicture> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (!pen) return 'failed';
  draw(pen);
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return file !== null && saveFile(`${name}.png`, file) ? 'downloads' : 'failed';
}

/** A browser's downloads need nobody's permission. */
export const offerAlbumSettings = (): Promise<void> => Promise.resolve();

/** A film for Chromium's camera that shows a QR code, or somebody's screen: raw YUV frames, as `--use-file-for-fake-video-capture` takes them. */
import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { encode } from 'uqr';

const WIDTH = 640;
const HEIGHT = 480;

/** Grey values of one frame with the code in its middle. */
function frameOf(code: string): Buffer {
  const { data, size } = encode(code, { border: 4, ecc: 'M' });
  const scale = Math.floor((HEIGHT * 0.8) / size);
  const [left, top] = [Math.floor((WIDTH - size * scale) / 2), Math.floor((HEIGHT - size * scale) / 2)];
  const luma = Buffer.alloc(WIDTH * HEIGHT, 200);
  for (let y = 0; y < size * scale; y += 1)
    for (let x = 0; x < size * scale; x += 1)
      luma[(top + y) * WIDTH + left + x] = data[Math.floor(y / scale)]?.[Math.floor(x / scale)] ? 16 : 235;
  return greyFrame(luma);
}

/** @param luma grey values, row by row */
const greyFrame = (luma: Buffer): Buffer =>
  Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);

/** Writes the film; it may be written anew while a camera isn't open. */
export const film = (file: string, code: string): void => write(file, frameOf(code));

/** Films a grey wall. Whoever types a code has the camera open too, and what it reads would take the answer's place. */
export const filmNothing = (file: string): void => write(file, greyFrame(Buffer.alloc(WIDTH * HEIGHT, 200)));

/** Films another screen as a camera held before it sees it, filling the frame. @param picture a PNG of that screen */
export async function filmScreen(file: string, by: Page, picture: Buffer): Promise<void> {
  const grey = await by.evaluate(
    async ([png, width, height]) => {
      const bytes = Uint8Array.from(atob(png), (byte) => byte.charCodeAt(0));
      const shown = await createImageBitmap(new Blob([bytes]));
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.fillStyle = 'white';
      context.fillRect(0, 0, width, height);
      const scale = Math.min(width / shown.width, height / shown.height);
      const [wide, tall] = [shown.width * scale, shown.height * scale];
      context.drawImage(shown, (width - wide) / 2, (height - tall) / 2, wide, tall);
      const { data } = context.getImageData(0, 0, width, height);
      return Array.from({ length: width * height }, (_, at) =>
        Math.round(((data[at * 4] ?? 0) + (data[at * 4 + 1] ?? 0) + (data[at * 4 + 2] ?? 0)) / 3),
      );
    },
    [picture.toString('base64'), WIDTH, HEIGHT] as const,
  );
  const luma = Buffer.from(grey.map((value) => 16 + Math.round((value / 255) * 219)));
  write(file, greyFrame(luma));
}

function write(file: string, frame: Buffer): void {
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(file, Buffer.concat([head, ...Array.from({ length: 10 }, () => frame)]));
}

export const cameraFlags = (file: string): string[] => [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${file}`,
];

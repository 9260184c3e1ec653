/** The thread that makes stored pictures of uploaded ones: checked, turned upright, sized, and nothing but pixels. */
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { MAX_PICTURE_BYTES, MAX_PICTURE_SIDE } from '@yugong/domain/picture';
import { answerRequests } from '../../kernel/thread';
import type { PictureAnswer } from './pictures';

// One upload at a time, on one of the processors; nothing of the last one is kept for the next.
sharp.concurrency(1);
sharp.cache(false);

/** What a camera makes of 50 megapixels. A file of some kilobytes may claim a thousand times as many. */
const MAX_PIXELS = 50_000_000;
/** Seconds within which the library gives up by itself, before the thread is given up. */
const TIMEOUT_SECONDS = 15;
/** What is tried one after the other until a picture is small enough: its longer side, and JPEG's quality. */
const ATTEMPTS = [MAX_PICTURE_SIDE, 1280, 1024, 800].flatMap((side) =>
  [82, 72, 62].map((quality) => ({ side, quality })),
);

/** Told by the first bytes and never by a name: the library would read a dozen kinds more, SVG among them. */
function isTaken(bytes: Buffer): boolean {
  const head = bytes.toString('latin1', 0, 12);
  return head.startsWith('\xff\xd8\xff') || head.startsWith('\x89PNG\r\n\x1a\n') || /^RIFF.{4}WEBP$/s.test(head);
}

async function isTooLarge(bytes: Buffer): Promise<boolean> {
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  return width * height > MAX_PIXELS;
}

async function store(bytes: Buffer): Promise<PictureAnswer> {
  // Without `keepMetadata` the library writes none: no EXIF, no position, no thumbnail, no colour profile but sRGB.
  const upright = await sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PIXELS })
    .timeout({ seconds: TIMEOUT_SECONDS })
    .autoOrient()
    .resize(MAX_PICTURE_SIDE, MAX_PICTURE_SIDE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = upright.info;
  for (const { side, quality } of ATTEMPTS) {
    const { data, info } = await sharp(upright.data, { raw: { width, height, channels } })
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality, mozjpeg: true })
      .toBuffer({ resolveWithObject: true });
    if (data.length > MAX_PICTURE_BYTES) continue;
    const id = createHash('sha256').update(data).digest('hex');
    const sized = { id, base64: data.toString('base64'), size: data.length, width: info.width, height: info.height };
    return { ok: true, sized };
  }
  return { ok: false, code: 'picture-dimensions' };
}

answerRequests(async (base64: string): Promise<PictureAnswer> => {
  const bytes = Buffer.from(base64, 'base64');
  if (!isTaken(bytes)) return { ok: false, code: 'picture-type' };
  try {
    return (await isTooLarge(bytes)) ? { ok: false, code: 'picture-dimensions' } : await store(bytes);
  } catch {
    return { ok: false, code: 'picture-broken' };
  }
});

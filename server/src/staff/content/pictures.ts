/** Uploaded pictures are decoded and sized off the serving thread: a large one takes a second of a processor. */
import { ApiProblem } from '../../kernel/problem';
import { WorkerPool } from '../../kernel/worker-pool';

/** A picture as it is stored. */
export interface SizedPicture {
  /** The SHA-256 of its file, in hexadecimal. */
  id: string;
  /** The file, a JPEG. */
  base64: string;
  /** Bytes of the file. */
  size: number;
  /** In pixels. */
  width: number;
  height: number;
}

/** What the thread answers. */
export type PictureAnswer =
  { ok: true; sized: SizedPicture } | { ok: false; code: 'picture-type' | 'picture-broken' | 'picture-dimensions' };

/** One thread: editors who upload a whole afternoon's pictures at once wait for each other and for nobody else. */
const pool = new WorkerPool<string, PictureAnswer>({
  thread: { folder: __dirname, name: 'picture-worker' },
  threads: 1,
  limits: { maxOldGenerationSizeMb: 128 },
  perPerson: 9,
  queue: 40,
  timeout: 20_000,
});

/**
 * Makes the stored picture of an uploaded one: a JPEG of at most 300 KB and 1600 pixels a side, turned upright, without
 * EXIF, position or any other metadata.
 *
 * @param person whose limit of pictures under way it counts for
 * @param base64 the uploaded file
 * @throws ApiProblem where it isn't a picture that is taken, or too many are under way
 */
export async function sizePicture(person: string, base64: string): Promise<SizedPicture> {
  const answer = await pool.run(person, base64);
  if (!answer.ok) throw new ApiProblem(answer.code);
  return answer.sized;
}

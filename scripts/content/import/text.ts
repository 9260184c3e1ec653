/** A newsletter's file as text. */
import { readFileSync, statSync } from 'node:fs';
import { decodeText, type Decoded } from '@yugong/content/lists/decode';

export { decodeText, type Decoded };

const MB = 1024 * 1024;
const LARGEST = 8 * MB;

/**
 * Reads and decodes a file of at most 8 MB; a larger one is no newsletter and isn't even read.
 *
 * @throws what the file system throws where there is nothing to read
 */
export function readNewsletterText(file: string): Decoded {
  const { size } = statSync(file);
  if (size <= LARGEST) return decodeText(readFileSync(file));
  const message = `文件有 ${(size / MB).toFixed(1)} MB，太大了`;
  return { ok: false, line: 1, message, expected: `不超过 ${LARGEST / MB} MB；把通讯分成几个文件` };
}

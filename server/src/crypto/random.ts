/** Random bytes for ids and nonces, drawn from the system a block at a time: asking for twelve costs as much as for thousands. */
import { randomFillSync } from 'node:crypto';

const block = Buffer.allocUnsafeSlow(8192);
let used = block.length;

/** Fresh bytes that nobody else gets; at most a few dozen. */
export function randomSlice(length: number): Buffer {
  if (used + length > block.length) {
    randomFillSync(block);
    used = 0;
  }
  const bytes = Buffer.from(block.subarray(used, used + length));
  // What was handed out doesn't stay behind.
  block.fill(0, used, used + length);
  used += length;
  return bytes;
}

/** Looks for what people gave in bytes that were written down. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Bytes of every file under a folder, a file at a time. */
export function* filesUnder(folder: string): Generator<{ file: string; bytes: Buffer }> {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) yield* filesUnder(file);
    else yield { file, bytes: readFileSync(file) };
  }
}

/** How a value would look in plain, escaped in JSON, in base64 at each of its three places, or in an address. */
function looks(value: string): Buffer[] {
  const bytes = Buffer.from(value);
  const inBase64 = [0, 1, 2].flatMap((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    // Only what the neighbours don't change.
    const sure = text.slice(Math.ceil((shift * 4) / 3), Math.floor(((shift + bytes.length) * 4) / 3));
    return [sure, sure.replace(/\+/g, '-').replace(/\//g, '_')];
  });
  const escaped = value.replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return [...new Set([value, escaped, encodeURIComponent(value), bytes.toString('hex'), ...inBase64])].map((one) =>
    Buffer.from(one),
  );
}

/** Looks for many values in one pass. */
export class FaultFinder {
  /** By their first six bytes. */
  private readonly byStart = new Map<number, { whose: string; bytes: Buffer }[]>();

  constructor(values: Iterable<[whose: string, value: string]>) {
    const needles = [...values].flatMap(([whose, value]) => looks(value).map((bytes) => ({ whose, bytes })));
    for (const needle of needles) {
      const start = needle.bytes.readUIntBE(0, 6);
      this.byStart.set(start, [...(this.byStart.get(start) ?? []), needle]);
    }
  }

  /** Whose value can be read there; null where nobody's can. */
  find(haystack: Buffer): string | null {
    for (let at = 0; at + 6 <= haystack.length; at += 1) {
      const found = this.byStart.get(haystack.readUIntBE(at, 6));
      const hit = found?.find(({ bytes }) => haystack.subarray(at, at + bytes.length).equals(bytes));
      if (hit) return hit.whose;
    }
    return null;
  }
}

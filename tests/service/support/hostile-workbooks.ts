/** Workbooks made to stop whoever reads them. */
import { deflateRawSync } from 'node:zlib';

/** A ZIP of these parts, whose heads say whatever a hostile one would. */
export function zip(parts: Record<string, string | Buffer>, { declared }: { declared?: number } = {}): Buffer {
  const files: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const data = deflateRawSync(content);
    const size = declared ?? Buffer.byteLength(content);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt32LE(size, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    files.push(head, Buffer.from(name), data);
    entries.push(entry, Buffer.from(name));
    offset += head.length + name.length + data.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, directory, end]);
}

export const sheet = (rows: string): Buffer =>
  zip({ 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>` });

/** One cell in the last column of the last row: 1.4 KB that once took 4.3 GB to read. */
export const cellAtTheEnd = (): Buffer => sheet('<row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row>');

/** Rows that have nothing but a format. */
export const blankRows = (count: number): Buffer => sheet('<row s="1"/>'.repeat(count));

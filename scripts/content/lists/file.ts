/** Reads a list's file. */
import { readFileSync, statSync } from 'node:fs';
import { LARGEST, tableOf, tooLarge, type Table } from '@yugong/content/lists/table';

/** @throws what the file system throws; see {@link whyUnread} */
export async function readListFile(file: string): Promise<Table> {
  const { size } = statSync(file);
  return size > LARGEST ? tooLarge(size) : tableOf(readFileSync(file));
}

/** Why there was nothing to read, as a sentence. */
export function whyUnread(file: string, { code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return `没有「${file}」这个文件`;
  return code === 'EISDIR' ? `「${file}」是文件夹，不是文件` : `「${file}」读不出来：${message}`;
}

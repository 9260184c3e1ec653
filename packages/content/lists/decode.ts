/** A text file's bytes as text: UTF-8, GB18030 (what Windows in China saves) or UTF-16. */
import { decode } from 'iconv-lite';

export type Decoded =
  | { ok: true; text: string; encoding: 'UTF-8' | 'GB18030' | 'UTF-16' }
  | { ok: false; line: number; message: string; expected: string };

const refuse = (line: number, message: string, expected: string): Decoded => ({ ok: false, line, message, expected });

/** How a file that is no plain text begins, and what a clerk calls it. */
const OTHERS: [start: string, name: string][] = [
  ['504b0304', 'Word、WPS 或压缩文件'],
  ['d0cf11e0', 'Word 或 WPS 文件'],
  ['25504446', 'PDF 文件'],
  ['7b5c727466', 'RTF 文件'],
  ['89504e47', '图片'],
  ['ffd8ff', '图片'],
];

/**
 * Decodes bytes, or says why they are no text.
 *
 * UTF-8 is tried strictly: what passes is UTF-8, for GB18030 hardly ever does by accident. Where it
 * fails in a few places only, the file is UTF-8 that got damaged, and reading it as GB18030 would
 * turn all of it into nonsense.
 */
export function decodeText(bytes: Buffer): Decoded {
  const start = bytes.subarray(0, 8).toString('hex');
  const other = OTHERS.find(([sign]) => start.startsWith(sign));
  if (other) return refuse(1, `这是 ${other[1]}，不是纯文本`, '打开后另存为「纯文本 .txt」，再读那个文件');
  if (/^(?:fffe|feff)/.test(start)) {
    const isBigEndian = start.startsWith('feff');
    return { ok: true, text: decode(bytes, isBigEndian ? 'utf16-be' : 'utf16-le'), encoding: 'UTF-16' };
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) return refuse(lineAt(bytes.toString('latin1', 0, nul)), '这里不是文字，文件可能坏了', '纯文本 .txt');
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return decodeOther(bytes);
  }
}

function decodeOther(bytes: Buffer): Decoded {
  const lossy = bytes.toString('utf8');
  const broken = count(lossy, /\ufffd/g);
  if (broken * 20 < count(lossy, /[\u4e00-\u9fff]/g)) return unreadable(lossy, broken);
  const text = decode(bytes, 'gb18030');
  const unknown = count(text, /\ufffd/g);
  return unknown > 0 ? unreadable(text, unknown) : { ok: true, text, encoding: 'GB18030' };
}

const unreadable = (text: string, places: number): Decoded =>
  refuse(
    lineAt(text.slice(0, text.indexOf('\ufffd'))),
    `有 ${places} 处读不出的字，从这一行开始`,
    '没有乱码的 UTF-8 或 GB18030 文本；从原文重新复制一次',
  );

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;
const lineAt = (before: string): number => before.split(/\r\n|[\n\r]/).length;

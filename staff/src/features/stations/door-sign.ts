/**
 * The sign for a station's door, A6 upright: what it is, when it is open, whether anybody may come in, and a code that
 * opens its page. Drawn in the browser, which has the letters; as a picture for a print shop's form and as a PDF of
 * exactly A6.
 */
import { encode } from 'uqr';
import { light } from '@yugong/tokens';
import { facilityLabels } from '@yugong/domain/station/vocabulary';
import type { StationForm } from '@yugong/domain/station/staff-wire';

/** A6 at 300 dots an inch. */
export const SIGN_PIXELS = { width: 1240, height: 1748 } as const;
/** A6 in PDF's points, 1/72 of an inch. */
const SIGN_POINTS = { width: 297.64, height: 419.53 };
const MARGIN = 90;
const FONT = '"PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';
const MAX_FACILITIES_SHOWN = 6;
/** Pixels: nearly 7 cm. */
const MAX_CODE = 820;
/** Modules of white that a QR code needs around it (ISO/IEC 18004). */
const QUIET_ZONE = 4;

export interface SignCode {
  /** The mini-program's code, as WeChat draws it; else a QR code of the web address is drawn. */
  image: ImageBitmap | null;
  address: string;
}

/** Breaks a text where the line is full; 汉字 break anywhere. */
function linesOf(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const letter of text) {
    if (line !== '' && context.measureText(line + letter).width > width) {
      lines.push(line);
      line = '';
    }
    line += letter;
  }
  return [...lines, line];
}

/** Draws the sign. What isn't known of the station isn't on it. */
export function drawSign(canvas: HTMLCanvasElement, station: StationForm, code: SignCode): void {
  const { width, height } = SIGN_PIXELS;
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser draws no pictures');
  context.fillStyle = light.surface;
  context.fillRect(0, 0, width, height);
  context.fillStyle = light.red;
  context.fillRect(0, 0, width, 24);
  context.textAlign = 'center';
  context.textBaseline = 'top';
  let top = 96;
  const write = (text: string, { size, weight = 400, colour = light.ink, most = 2 }: TextStyle): void => {
    context.font = `${weight} ${size}px ${FONT}`;
    context.fillStyle = colour;
    for (const line of linesOf(context, text, width - 2 * MARGIN).slice(0, most)) {
      context.fillText(line, width / 2, top);
      top += size * 1.35;
    }
    top += size * 0.3;
  };
  write('这里可以歇脚', { size: 132, weight: 700, colour: light.red });
  write(station.title, { size: 64, weight: 600 });
  if (station.anyoneMayEnter === 'yes') write('谁都能进，不用买东西，不看证件', { size: 48 });
  if (station.hours !== null) write(`开放时间：${station.hours}`, { size: 44, colour: light.inkSoft, most: 3 });
  const has = station.facilities.slice(0, MAX_FACILITIES_SHOWN).map((one) => facilityLabels[one]);
  if (has.length > 0) write(has.join(' · '), { size: 44, colour: light.inkSoft });
  const foot = 2 * 44 * 1.35 + MARGIN;
  // Whole pixels, or white lines show between the modules.
  const side = Math.floor(Math.min(MAX_CODE, height - top - foot));
  drawCode(context, code, {
    left: Math.round((width - side) / 2),
    top: Math.round((top + height - foot - side) / 2),
    side,
  });
  top = height - foot;
  write(code.image ? '微信扫一扫，看开放时间和设施' : '手机扫一扫，看开放时间和设施', { size: 48, weight: 600 });
  write('渝工随行 · 工会热线 12351', { size: 38, colour: light.inkSoft });
}

interface TextStyle {
  size: number;
  weight?: number;
  colour?: string;
  /** Lines at most. */
  most?: number;
}

function drawCode(
  context: CanvasRenderingContext2D,
  { image, address }: SignCode,
  { left, top, side }: { left: number; top: number; side: number },
): void {
  if (image) {
    context.drawImage(image, left, top, side, side);
    return;
  }
  const { data, size } = encode(address, { border: QUIET_ZONE, ecc: 'M' });
  const module = Math.floor(side / size);
  const indent = left + Math.round((side - module * size) / 2);
  context.fillStyle = light.ink;
  for (const [row, cells] of data.entries())
    for (const [column, isDark] of cells.entries())
      if (isDark) context.fillRect(indent + column * module, top + row * module, module, module);
}

/**
 * A PDF of one page of A6 that the picture fills (ISO 32000-1: a page, an image XObject, a content stream).
 *
 * @param jpeg the picture, whose bytes a PDF takes as they are (DCTDecode)
 */
export function signPdf(jpeg: Uint8Array): Blob {
  const { width, height } = SIGN_POINTS;
  const drawing = `q ${width} 0 0 ${height} 0 0 cm /Sign Do Q`;
  const image =
    `<< /Type /XObject /Subtype /Image /Width ${SIGN_PIXELS.width} /Height ${SIGN_PIXELS.height} ` +
    `/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>`;
  const page =
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] ` +
    '/Resources << /XObject << /Sign 4 0 R >> >> /Contents 5 0 R >>';
  const letters = new TextEncoder();
  const parts: Uint8Array[] = [];
  const offsets: number[] = [];
  let length = 0;
  const add = (part: string | Uint8Array): void => {
    const bytes = typeof part === 'string' ? letters.encode(part) : part;
    parts.push(bytes);
    length += bytes.length;
  };
  const object = (...content: (string | Uint8Array)[]): void => {
    offsets.push(length);
    add(`${offsets.length} 0 obj\n`);
    content.forEach(add);
    add('\nendobj\n');
  };
  add('%PDF-1.4\n');
  object('<< /Type /Catalog /Pages 2 0 R >>');
  object('<< /Type /Pages /Kids [3 0 R] /Count 1 >>');
  object(page);
  object(image, '\nstream\n', jpeg, '\nendstream');
  object(`<< /Length ${drawing.length} >>`, `\nstream\n${drawing}\nendstream`);
  const table = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${rows}`);
  add(`trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return new Blob([whole], { type: 'application/pdf' });
}

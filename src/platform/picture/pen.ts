/** Drawing on a canvas: the same in a browser and in WeChat, which has no `Path2D` for a canvas that isn't on a page. */

/** What drawing needs of a canvas: a part of `CanvasRenderingContext2D`. */
export interface Pen {
  fillStyle: string | CanvasGradient | CanvasPattern;
  strokeStyle: string | CanvasGradient | CanvasPattern;
  lineWidth: number;
  lineCap: CanvasLineCap;
  font: string;
  textAlign: CanvasTextAlign;
  fillRect: (x: number, y: number, width: number, height: number) => void;
  fillText: (text: string, x: number, y: number) => void;
  measureText: (text: string) => { width: number };
  save: () => void;
  restore: () => void;
  translate: (x: number, y: number) => void;
  scale: (x: number, y: number) => void;
  beginPath: () => void;
  moveTo: (x: number, y: number) => void;
  lineTo: (x: number, y: number) => void;
  bezierCurveTo: (x1: number, y1: number, x2: number, y2: number, x: number, y: number) => void;
  quadraticCurveTo: (x1: number, y1: number, x: number, y: number) => void;
  closePath: () => void;
  stroke: () => void;
  fill: () => void;
}

/** A picture that is drawn when it is asked for. Sizes are pixels of the picture. */
export interface Picture {
  width: number;
  height: number;
  draw: (pen: Pen) => void;
}

const FONT = '"PingFang SC","HarmonyOS Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif';
/** Room for a line of Chinese, in heights of its letters. */
const LEADING = 1.4;

export interface TextStyle {
  size: number;
  colour: string;
  weight?: 400 | 600 | 700;
  align?: 'left' | 'center';
}

/** A text in lines of `width` at most, its first baseline at `y`; no more than `lineLimit`, the last with 「…」. */
export interface TextBox {
  x: number;
  y: number;
  width: number;
  lineLimit?: number;
}

/**
 * Writes a text into its box; 汉字 may part anywhere.
 *
 * @returns the baseline of the line that would come next
 */
export function writeText(
  pen: Pen,
  text: string,
  { x, y, width, lineLimit = Infinity }: TextBox,
  { size, colour, weight = 400, align = 'left' }: TextStyle,
): number {
  pen.font = `${weight} ${size}px ${FONT}`;
  pen.fillStyle = colour;
  pen.textAlign = align;
  const lines = linesOf(pen, text, { width, lineLimit });
  lines.forEach((line, at) => pen.fillText(line, align === 'center' ? x + width / 2 : x, y + at * size * LEADING));
  return y + lines.length * size * LEADING;
}

function linesOf(pen: Pen, text: string, { width, lineLimit }: { width: number; lineLimit: number }): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    if (pen.measureText(line + character).width > width) {
      if (lines.length + 1 === lineLimit) return [...lines, `${line.slice(0, -1)}…`];
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return [...lines, line];
}

/** How many numbers a step of a path takes. */
const TAKES: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, T: 2, Z: 0 };

/**
 * Lays an SVG path on the canvas, to be stroked or filled.
 *
 * @param path path data of moves, lines and curves (SVG 1.1, 8.3); no arcs and no smooth cubic curves
 */
export function layPath(pen: Pen, path: string): void {
  let [x, y] = [0, 0];
  /** The last curve's control point, which `T` mirrors. */
  let [bendX, bendY] = [0, 0];
  pen.beginPath();
  for (const [, letter = '', values = ''] of path.matchAll(/([MLHVCQTZ])([^MLHVCQTZ]*)/gi)) {
    const command = letter.toUpperCase();
    const numbers = (values.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const takes = TAKES[command] ?? 0;
    for (let at = 0; at === 0 || at < numbers.length; at += Math.max(takes, 1)) {
      const isRelative = letter !== command;
      const step = numbers.slice(at, at + takes);
      const absolute = (value: number | undefined, from: number): number => (value ?? 0) + (isRelative ? from : 0);
      const point = (index: number): [number, number] => [absolute(step[index], x), absolute(step[index + 1], y)];
      if (command === 'Z') {
        pen.closePath();
        continue;
      }
      const end: [number, number] =
        command === 'H' ? [absolute(step[0], x), y] : command === 'V' ? [x, absolute(step[0], y)] : point(takes - 2);
      if (command === 'M' && at === 0) pen.moveTo(...end);
      else if (command === 'C') pen.bezierCurveTo(...point(0), ...point(2), ...end);
      else if (command === 'Q' || command === 'T') {
        [bendX, bendY] = command === 'Q' ? point(0) : [2 * x - bendX, 2 * y - bendY];
        pen.quadraticCurveTo(bendX, bendY, ...end);
      } else pen.lineTo(...end);
      [x, y] = end;
    }
  }
}

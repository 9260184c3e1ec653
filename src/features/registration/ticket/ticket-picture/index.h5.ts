import { light } from '@yugong/tokens';
import { encode } from 'uqr';
import { saveFile } from '@/platform/save-file/index.h5';
import { MARK } from '@/ui/art/drawings';
import type { TicketFacts } from './types';

export type { TicketFacts } from './types';

const WIDTH = 720;
const HEIGHT = 1080;
const MARGIN = 48;
const CODE_SIDE = 440;
const FONT = '"PingFang SC","HarmonyOS Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif';

/** Can a picture of the ticket be saved here? WeChat has no canvas among this app's parts. */
export const canSavePicture = true;

/**
 * Draws the ticket as a picture and hands it to the browser. It says when it was made and what makes it void, so that it
 * stays true in a phone's album.
 *
 * @returns whether the browser took the file
 */
export async function savePicture(facts: TicketFacts): Promise<boolean> {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext('2d');
  if (!pen) return false;
  draw(pen, facts);
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return file !== null && saveFile(`${facts.fileName}.png`, file);
}

function draw(pen: CanvasRenderingContext2D, { when, place, code, initials, reference, note }: TicketFacts): void {
  pen.fillStyle = light.surface;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = light.redTint;
  pen.fillRect(0, 0, WIDTH, 132);
  pen.save();
  pen.translate(MARGIN, 42);
  pen.scale(2, 2);
  pen.strokeStyle = light.red;
  pen.lineWidth = 2;
  pen.lineCap = 'round';
  pen.stroke(new Path2D(MARK));
  pen.restore();
  const write = (text: string, y: number, size: number, colour: string, weight = 400): number => {
    pen.font = `${weight} ${size}px ${FONT}`;
    pen.fillStyle = colour;
    const lines = wrap(pen, text, WIDTH - 2 * MARGIN);
    lines.forEach((line, at) => pen.fillText(line, MARGIN, y + at * size * 1.4));
    return y + lines.length * size * 1.4;
  };
  pen.font = `700 40px ${FONT}`;
  pen.fillStyle = light.red;
  pen.fillText('渝工随行 · 报名凭证', MARGIN + 64, 82);
  const below = write(when, 212, 46, light.ink, 700);
  write(place, below + 8, 32, light.inkSoft);
  const top = 370;
  if (code !== null) drawCode(pen, code, (WIDTH - CODE_SIDE) / 2, top);
  pen.textAlign = 'center';
  pen.font = `600 34px ${FONT}`;
  pen.fillStyle = light.ink;
  pen.fillText(`${initials}  编号 ${reference}`, WIDTH / 2, top + CODE_SIDE + 56);
  pen.textAlign = 'left';
  write(note, top + CODE_SIDE + 116, 26, light.inkSoft);
}

/** The code dark on white with its quiet zone. */
function drawCode(pen: CanvasRenderingContext2D, text: string, left: number, top: number): void {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const module = CODE_SIDE / size;
  pen.fillStyle = '#fff';
  pen.fillRect(left, top, CODE_SIDE, CODE_SIDE);
  pen.fillStyle = '#000';
  data.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (dark) pen.fillRect(left + x * module, top + y * module, module + 0.5, module + 0.5);
    }),
  );
}

/** Breaks a text into lines that fit; 汉字 may part anywhere. */
function wrap(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    if (pen.measureText(line + character).width > width) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return [...lines, line];
}

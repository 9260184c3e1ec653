/**
 * A month's figures as a picture for a report: drawn in the browser onto a canvas, in the light colours whatever the
 * screen has, with who made it and when below.
 */
import { light } from '@yugong/tokens';
import type { FiguresWire } from '@yugong/domain/monthly-figures/wire';
import { SMALL } from '@yugong/domain/monthly-figures/wire';
import { cellLabel, monthTitle, percentLabel, totalLabel } from './labels';

/** What is drawn, in the picture's own px. */
export type Mark =
  | { kind: 'text'; x: number; y: number; text: string; size: number; colour: string; bold?: boolean; end?: boolean }
  | { kind: 'box'; x: number; y: number; width: number; height: number; colour: string };

export interface Drawing {
  width: number;
  height: number;
  marks: Mark[];
}

const WIDTH = 1200;
const EDGE = 56;
const ROW = 44;
const LABEL = 170;
const VALUE = 220;
const DAYS_HEIGHT = 180;
const FONT = "system-ui, 'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif";

interface BarRow {
  label: string;
  value: number | null;
  text: string;
}

/** @returns a bar for each district, and below each that of the month it is compared with */
function districtBars(now: FiguresWire, before: FiguresWire | undefined): BarRow[] {
  const cells = now.signUps.byDistrict.cells.filter(({ count }) => count !== 0);
  return cells.flatMap((cell) => {
    const own = { label: cell.label, value: cell.count, text: cellLabel(cell) };
    if (!before) return [own];
    const other = before.signUps.byDistrict.cells.find(({ key }) => key === cell.key);
    const text = other ? cellLabel(other) : '0';
    return [own, { label: monthTitle(before.month), value: other ? other.count : 0, text }];
  });
}

/**
 * Lays a month out as a picture.
 *
 * @param by who made it and when, such as 「张三，2026-11-30 09:30」
 */
export function drawFigures(now: FiguresWire, before: FiguresWire | undefined, by: string): Drawing {
  const marks: Mark[] = [];
  const { ink, inkSoft, inkFaint, red, line, closed } = light;
  const text = (
    x: number,
    y: number,
    words: string,
    size: number,
    colour: string,
    more: { bold?: boolean; end?: boolean } = {},
  ) => marks.push({ kind: 'text', x, y, text: words, size, colour, ...more });
  const box = (x: number, y: number, width: number, height: number, colour: string) =>
    marks.push({ kind: 'box', x, y, width, height, colour });
  let y = EDGE + 34;
  const title = `${monthTitle(now.month)}${now.kind === 'screening' ? '筛查' : '活动'}统计`;
  text(EDGE, y, before ? `${title}（对比${monthTitle(before.month)}）` : title, 36, ink, { bold: true });
  y += 76;
  const facts = [
    ['报名', totalLabel(now.signUps.byDay.total), before && totalLabel(before.signUps.byDay.total)],
    ['到场率', percentLabel(now.showRate), before && percentLabel(before.showRate)],
    ['法律援助请求', totalLabel(now.requests.total), before && totalLabel(before.requests.total)],
  ] as const;
  for (const [at, [label, value, other]] of facts.entries()) {
    const x = EDGE + (at * (WIDTH - 2 * EDGE)) / facts.length;
    text(x, y - 28, label, 22, inkFaint);
    text(x, y + 22, value, value.length > 6 ? 26 : 44, ink, { bold: true });
    if (before && other !== undefined) text(x, y + 54, `${monthTitle(before.month)} ${other}`, 20, inkSoft);
  }
  y += before ? 118 : 88;
  text(EDGE, y, '每天报名', 24, ink, { bold: true });
  y += 20;
  const days = now.signUps.byDay.cells;
  const most = Math.max(1, ...days.map(({ count }) => count ?? 0));
  const step = (WIDTH - 2 * EDGE) / Math.max(1, days.length);
  for (const [at, { count }] of days.entries()) {
    const height = count === null ? 6 : (count / most) * DAYS_HEIGHT;
    box(EDGE + at * step + step * 0.15, y + DAYS_HEIGHT - height, step * 0.7, height, count === null ? line : red);
  }
  box(EDGE, y + DAYS_HEIGHT, WIDTH - 2 * EDGE, 1, inkFaint);
  y += DAYS_HEIGHT + 28;
  text(EDGE, y, days[0]?.label ?? '', 18, inkFaint);
  text(WIDTH - EDGE, y, days.at(-1)?.label ?? '', 18, inkFaint, { end: true });
  y += 60;
  text(EDGE, y, '各区县报名', 24, ink, { bold: true });
  y += 20;
  const bars = districtBars(now, before);
  const longest = Math.max(1, ...bars.map(({ value }) => value ?? 0));
  const track = WIDTH - 2 * EDGE - LABEL - VALUE;
  for (const [at, { label, value, text: said }] of bars.entries()) {
    const isOther = before !== undefined && at % 2 === 1;
    text(EDGE, y + 28, label, isOther ? 18 : 22, isOther ? inkFaint : ink);
    const width = value === null ? 8 : (value / longest) * track;
    box(EDGE + LABEL, y + 8, width, ROW - 18, value === null ? line : isOther ? closed : red);
    text(WIDTH - EDGE, y + 28, said, 20, inkSoft, { end: true });
    y += ROW;
  }
  if (bars.length === 0) {
    text(EDGE, y + 28, '这个月没有报名。', 20, inkFaint);
    y += ROW;
  }
  y += 40;
  text(EDGE, y, `少于 ${SMALL} 人的和能推算出它们的数不显示；浅色短条表示有人、人数不显示。`, 18, inkFaint);
  y += 30;
  text(EDGE, y, `渝工随行 · ${by} 导出`, 18, inkFaint);
  return { width: WIDTH, height: y + EDGE, marks };
}

/** @returns the drawing as a PNG @throws Error where the browser has no canvas */
export async function toPng({ width, height, marks }: Drawing): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.fillStyle = light.surface;
  pen.fillRect(0, 0, width, height);
  for (const mark of marks) {
    pen.fillStyle = mark.colour;
    if (mark.kind === 'box') pen.fillRect(mark.x, mark.y, mark.width, mark.height);
    else {
      pen.font = `${mark.bold ? '700 ' : ''}${mark.size}px ${FONT}`;
      pen.textAlign = mark.end ? 'right' : 'left';
      pen.fillText(mark.text, mark.x, mark.y);
    }
  }
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!png) throw new Error('no picture');
  return png;
}

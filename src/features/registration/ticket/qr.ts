/** A QR code as a picture, drawn on the phone: nothing is fetched, and nobody else sees what it holds. */
import { encode } from 'uqr';

/** Light modules around the code that scanners need (ISO/IEC 18004 asks for four). */
const QUIET = 4;
/** A size of its own, so that no browser takes it for a small picture; the page decides how large it is drawn. */
const SCALE = 16;

/**
 * The code as an SVG in a data URI: dark on light whatever the theme, with its quiet zone.
 *
 * @param text at its shortest in capitals, digits and `$%*+-./:` only
 */
export function qrDataUri(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const runs = data.flatMap((row, y) => runsOf(row).map(({ x, length }) => `M${x} ${y}h${length}v1h-${length}z`));
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size * SCALE}" height="${size * SCALE}" ` +
    `viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${runs.join('')}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** The dark stretches of a row. */
function runsOf(row: readonly boolean[]): { x: number; length: number }[] {
  const runs: { x: number; length: number }[] = [];
  row.forEach((dark, x) => {
    const last = runs[runs.length - 1];
    if (!dark) return;
    if (last && last.x + last.length === x) last.length += 1;
    else runs.push({ x, length: 1 });
  });
  return runs;
}

/** Draws the map's markers: a pin in the state's colour with its shape inside, as the state line has it. */
import { Resvg } from '@resvg/resvg-js';
import { light } from '@yugong/tokens';

/** Three times the size on the map, for dense screens. */
const WIDTH = 90;

/** 30 × 38 units; the tip is the place. */
const pin = (colour: string, shape: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 38"><path d="M15 37C15 37 27.5 22.5 27.5 13.5a12.5 12.5 0 0 0-25 0C2.5 22.5 15 37 15 37z" fill="${colour}" stroke="${light.surface}" stroke-width="1.5"/>${shape}</svg>`;

const white = light.surface;
const pictures: Record<string, string> = {
  // A disc, a bar, a ring: state is never told by colour alone.
  open: pin(light.open, `<circle cx="15" cy="13.5" r="5.5" fill="${white}"/>`),
  closed: pin(light.closed, `<rect x="9" y="12" width="12" height="3.5" fill="${white}"/>`),
  unknown: pin(light.unknown, `<circle cx="15" cy="13.5" r="5" fill="none" stroke="${white}" stroke-width="2.5"/>`),
  here: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 30"><circle cx="15" cy="15" r="13" fill="${light.red}" fill-opacity="0.25"/><circle cx="15" cy="15" r="6.5" fill="${light.red}" stroke="${white}" stroke-width="2.5"/></svg>`,
};

/** The pictures by their file's name. The map itself is light in both themes. */
export const mapMarkers = (): [name: string, png: Buffer][] =>
  Object.entries(pictures).map(([name, svg]) => [
    `${name}.png`,
    new Resvg(svg, { fitTo: { mode: 'width', value: WIDTH } }).render().asPng(),
  ]);

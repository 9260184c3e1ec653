/**
 * What WeChat shows above the title of a page that was sent on: five by four (its own crop), in the service's colour, with
 * its icon over the city. A page that names no picture is sent with a piece of its own screen, whatever stands there.
 */
import { light } from '@yugong/tokens';
import { drawingsOf, MARK } from '../../src/ui/art/drawings';
import type { IconName } from '../../src/ui/icon/names';
import { pngOf, svgOf } from './icons';

/** Pixels; WeChat shows it at half of them. */
const WIDTH = 500;
const HEIGHT = 400;
/** A drawing's box is 375 wide. */
const SCALE = WIDTH / 375;

interface Service {
  icon: IconName;
  colour: string;
  tint: string;
}

/** By the feature whose package carries it. */
const services: Record<string, Service> = {
  cases: { icon: 'book-open', colour: light.reading, tint: light.readingTint },
  stations: { icon: 'map-pin', colour: light.stations, tint: light.stationsTint },
  events: { icon: 'calendar-days', colour: light.events, tint: light.eventsTint },
};

const lines = (path: string, colour: string, width: number): string =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

const inner = (svg: string): string => svg.replace(/^<svg[^>]*>|<\/svg>$/g, '');

function shareSvg({ icon, colour, tint }: Service): string {
  const { city, bridge } = drawingsOf.main;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}"><rect width="${WIDTH}" height="${HEIGHT}" fill="${tint}"/>`,
    `<g transform="translate(24 22) scale(2)">${lines(MARK, light.red, 2)}</g>`,
    `<circle cx="${WIDTH / 2}" cy="170" r="92" fill="${light.surface}"/>`,
    `<g transform="translate(${WIDTH / 2 - 60} 110) scale(5)" fill="none" stroke="${colour}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">${inner(svgOf(icon, colour))}</g>`,
    `<g transform="translate(0 ${HEIGHT - 72 * SCALE}) scale(${SCALE})">`,
    `<path d="${city.tint}" fill="${colour}" fill-opacity="0.18"/>${lines(city.line, colour, city.lineWidth)}`,
    `<path d="${bridge.tint}" fill="${colour}" fill-opacity="0.3"/>${lines(bridge.line, colour, bridge.lineWidth)}</g></svg>`,
  ].join('');
}

/** The pictures by the feature whose pages are sent on with them. */
export const sharePictures = (): [feature: string, png: Buffer][] =>
  Object.entries(services).map(([feature, service]) => [feature, pngOf(shareSvg(service), WIDTH)]);

/**
 * Our own pictures, in one hand: lines of one width over one flat tint. `npm run generate` draws a sheet for each part of
 * the app into `generated/`, as it does with icons; the colours come from where a picture stands, so that one drawing
 * serves every theme and every service.
 *
 * The motif is the city's: a bridge, steps, two rivers.
 */

/** A picture in two layers, each in one colour. Both are SVG path data. */
interface Drawing {
  /** The view box; a wider place shows the middle of it. */
  box: readonly [width: number, height: number];
  /** Areas filled with the tint; empty for none. */
  tint: string;
  line: string;
  /** The lines' width in units of the box. */
  lineWidth: number;
}

/** The drawings under the part of the app that shows them, as icons are listed. */
export const drawingsOf = {
  main: {
    /** Houses on stilts with steps to the river, and the towers of 朝天门. */
    city: {
      box: [375, 72],
      tint: 'M0 72V30c16-10 34-14 52-9 16 4 22 14 38 19 14 4 22 8 28 20v12zM300 72V50c18-10 34-13 47-12 12 1 20 5 28 8v26z',
      line: 'M9 34l13-9 13 9M12 34v8h20v-8M6 46l6-4h20l6 4M10 46v9h24v-9M4 58l6-3h24l6 3M8 58v11M16 58v11M27 58v11M36 58v11M18 46v4h8v-4M46 30l11-7 11 7M49 30v8h16v-8M43 42l6-4h16l6 4M47 42v8h20v-8M54 42v4h6v-4M48 50v12M57 50v12M66 50v12M76 42h7v4h7v4h7v4h7v4h7v4h6M308 60c-1-16 0-30 5-42 5 12 6 26 6 42M321 60c-1-18 1-36 6-48 5 12 7 30 7 48M336 60c0-17 1-33 6-45 5 12 7 28 7 45M351 60c0-13 1-24 5-34 5 10 7 21 7 34M311 33h41M300 60h66',
      lineWidth: 1.4,
    },
    /** A bridge on one tower over both rivers; lies over the city. */
    bridge: {
      box: [375, 72],
      tint: 'M0 64c24-4 44 3 66 1 22-2 40-6 62-4 30 3 56 5 88 1 34-4 58-2 88 1 26 3 48 1 71-1v10H0z',
      line: 'M100 50h208M206 50V7M200 66l6-59 6 59M206 12l-94 38M206 17l-76 33M206 23l-58 27M206 30l-38 20M206 12l94 38M206 17l76 33M206 23l58 27M206 30l38 20',
      lineWidth: 1.4,
    },
    /** A bench under a lamp beside the steps: nothing here yet, sit down. */
    rest: {
      box: [160, 84],
      tint: 'M0 84V62c24-6 50-8 80-6 30 2 56 0 80-6v34zM118 16q10-14 20 0z',
      line: 'M56 54h44M60 54v14M96 54v14M56 42h44M58 54V36M98 54V36M128 10v58M118 16q10-14 20 0zM0 74h160M10 74v-7h10v-7h10v-7h10v-7',
      lineWidth: 1.8,
    },
  },
  screening: {
    /** What the room looks like: a curtain, a couch, a screen, and somebody who helps. */
    room: {
      box: [343, 104],
      tint: 'M24 14h84v70H24zM150 58h112a18 18 0 0 1 18 16H150zM290 30h36v26h-36z',
      line: 'M18 14h96M24 14c4 24-2 46 2 70M44 14c-4 24 4 46 0 70M66 14c4 24-4 46 0 70M88 14c-4 24 4 46 0 70M108 14c-2 24 2 46 0 70M150 58h112a18 18 0 0 1 18 16H150zM150 58v-8h28q8 0 8 8M158 74v18M272 74v18M290 30h36v26h-36zM308 56v36M297 92h22M297 47q6-10 11-4t12-5M0 92h343M121 36a6.5 6.5 0 1 1 13 0a6.5 6.5 0 1 1-13 0M116 66q0-18 11.5-18t11.5 18M122 66v26M133 66v26M127.5 52v10',
      lineWidth: 1.7,
    },
  },
} as const satisfies Record<string, Record<string, Drawing>>;

export type DrawingName = { [P in keyof typeof drawingsOf]: keyof (typeof drawingsOf)[P] }[keyof typeof drawingsOf];

/**
 * The sign of the app in a box of 24: an arched bridge with its hangers, and the two rivers under it. Tried against a tower
 * with steps and one with cables, which both read as a boat at 16 px.
 */
export const MARK =
  'M1.5 14.5h21M3 14.5C5.5 2 18.5 2 21 14.5M8 14V7.5M12 14V5.5M16 14V7.5M3 18.5q2.25-2 4.5 0t4.5 0 4.5 0 4.5 0M6 22.2q2-1.7 4 0t4 0 4 0';

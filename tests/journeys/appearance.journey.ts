/** Looks: the reader's font size, the dark theme. */
import { journey } from './language';

/** A little below the factor: sizes are rounded on the way. */
const NEARLY = 1.35;
const NORMAL_HEADING_PX = 21;

export default [
  journey(
    '字体调大：字跟着变大，内容一样不少',
    async ({ open, see, textSize }) => {
      await open('/pages/home/index');
      await see('找驿站', '本周动态');
      const size = await textSize('本周动态');
      if (size < NORMAL_HEADING_PX * NEARLY) throw new Error(`“本周动态”只有 ${size}px`);
    },
    { fontScale: 1.4 },
  ),

  journey(
    '深色模式：底是深的',
    async ({ open, background, see }) => {
      await open('/pages/home/index');
      await see('渝工随行');
      const [red = 255] = ((await background()).match(/\d+/g) ?? []).map(Number);
      if (red > 60) throw new Error(`底色是 ${await background()}`);
    },
    { theme: 'dark' },
  ),
];

import { Paragraph } from '../article';
import { defineFixtures } from '../fixtures/define';
import { ReadingContext } from './context';
import { ReadAloud } from '.';

const paragraphs = ['先打 12351，问清楚要带什么。', '再去窗口，带上身份证和劳动合同。'];
const drawn = paragraphs.map((text) => <Paragraph key={text}>{text}</Paragraph>);

export default defineFixtures('ReadAloud', {
  // Buttons only where the browser has a Chinese voice.
  'as the browser can': () => <ReadAloud paragraphs={paragraphs}>{drawn}</ReadAloud>,
  'a paragraph being read': () => (
    <ReadingContext.Provider value={paragraphs[1] ?? null}>{drawn}</ReadingContext.Provider>
  ),
});

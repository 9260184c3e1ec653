import { defineFixtures } from '../fixtures/define';
import { Highlight } from '.';

export default defineFixtures('Highlight', {
  'with hits': () => (
    <Highlight
      text="工会驿站和爱心驿站"
      ranges={[
        [2, 4],
        [7, 9],
      ]}
    />
  ),
  'without hits': () => <Highlight text="工会驿站" ranges={[]} />,
});

import { defineFixtures } from '../fixtures/define';
import { Notice } from '.';

export default defineFixtures('Notice', {
  plain: () => <Notice>放假安排知道到2026年为止。</Notice>,
  'long text': () => <Notice>{'这里只列有公开出处的地点，比实际建成的少得多。'.repeat(4)}</Notice>,
});

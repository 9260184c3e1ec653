import { defineFixtures } from '../fixtures/define';
import { UnreadMark } from '.';

export default defineFixtures('UnreadMark', {
  'nothing unread': () => <UnreadMark title="消息" count={0} />,
  'a few': () => <UnreadMark title="我的报名" count={3} />,
  'more than fit': () => <UnreadMark title="消息" count={120} />,
});

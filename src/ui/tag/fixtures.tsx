import { defineFixtures } from '../fixtures/define';
import { Tag } from '.';

export default defineFixtures('Tag', {
  plain: () => <Tag>第8期</Tag>,
  red: () => <Tag tone="red">维权服务</Tag>,
  unknown: () => <Tag tone="unknown">全文未公开</Tag>,
  'long text': () => <Tag>产业工人队伍建设改革与新就业形态劳动者权益保障</Tag>,
});

import { defineFixtures } from '../fixtures/define';
import { TopBar } from '.';

export default defineFixtures('TopBar', {
  plain: () => <TopBar title="工会动态" />,
  'as the page’s heading': () => <TopBar title="搜索" isHeading />,
  'long text': () => <TopBar title="重庆市渝中区两癌筛查报名须知" />,
});

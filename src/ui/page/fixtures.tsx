import { Text } from '@tarojs/components';
import { defineFixtures } from '../fixtures/define';
import { Page } from '.';

export default defineFixtures('Page', {
  'a tab': () => (
    <Page tab="home">
      <Text>内容</Text>
    </Page>
  ),
  'on top of another': () => (
    <Page title="动态">
      <Text>内容</Text>
    </Page>
  ),
});

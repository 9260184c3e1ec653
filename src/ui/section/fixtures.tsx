import { Text } from '@tarojs/components';
import { defineFixtures } from '../fixtures/define';
import { Section } from '.';

export default defineFixtures('Section', {
  plain: () => (
    <Section heading="看数字">
      <Text>内容</Text>
    </Section>
  ),
  'with note and more': () => (
    <Section heading="最近的动态" note="更新到11月" more={{ text: '全部动态', url: '/pages/home/index' }}>
      <Text>内容</Text>
    </Section>
  ),
});

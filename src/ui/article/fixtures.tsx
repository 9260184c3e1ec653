import { Text } from '@tarojs/components';
import { PlainButton } from '../button';
import { defineFixtures } from '../fixtures/define';
import { Tag } from '../tag';
import { Actions, ArticleHead, Paragraph } from '.';

export default defineFixtures('Article', {
  head: () => <ArticleHead tags={<Tag tone="red">维权服务</Tag>} title="一个案例" byline="某区总工会 · 渝中区" />,
  'a lead and a paragraph': () => (
    <>
      <Paragraph lead>先说结论。</Paragraph>
      <Paragraph>{'再说经过，一句接一句。'.repeat(6)}</Paragraph>
    </>
  ),
  actions: () => (
    <Actions>
      <PlainButton icon="copy" onPress={() => undefined}>
        <Text>复制地址</Text>
      </PlainButton>
    </Actions>
  ),
  'actions near what they belong to, more than a line holds': () => (
    <Actions near>
      {['发给区总工会的值班律师', '复制这份材料', '存成 Word 文档', '先不发'].map((words) => (
        <PlainButton key={words} onPress={() => undefined}>
          <Text>{words}</Text>
        </PlainButton>
      ))}
    </Actions>
  ),
});

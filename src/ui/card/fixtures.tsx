import { Text } from '@tarojs/components';
import { PlainButton } from '../button';
import { defineFixtures } from '../fixtures/define';
import { Card } from '.';

export default defineFixtures('Card', {
  open: () => <Card first="开放中，22:00 关门" tone="open" title="解放碑劳动者驿站" />,
  closed: () => <Card first="关着，明天 8:00 开" title="解放碑劳动者驿站" />,
  unknown: () => <Card first="开放时间未公布" tone="unknown" title="解放碑劳动者驿站" />,
  'with actions': () => (
    <Card
      first="未成功：这个场次已满"
      tone="wrong"
      title="报名：周四 9:30"
      actions={
        <PlainButton onPress={() => undefined}>
          <Text>知道了</Text>
        </PlainButton>
      }
    >
      <Text>今天 09:30 提交</Text>
    </Card>
  ),
  'long text': () => (
    <Card
      first="暂未收到确认，联网后自动发送，填写的内容已保存在本机"
      tone="unknown"
      title="报名：重庆市渝中区两癌筛查，解放碑街道社区卫生服务中心，周四上午 9:30 到 11:00"
    />
  ),
});

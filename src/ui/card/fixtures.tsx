import { Text } from '@tarojs/components';
import { PlainButton } from '../button';
import { defineFixtures } from '../fixtures/define';
import { Card } from '.';

export default defineFixtures('Card', {
  open: () => <Card first="开着，22:00 关" tone="open" title="解放碑劳动者驿站" />,
  closed: () => <Card first="关着，明天 8:00 开" title="解放碑劳动者驿站" />,
  unknown: () => <Card first="营业时间未公布" tone="unknown" title="解放碑劳动者驿站" />,
  'with actions': () => (
    <Card
      first="没有办成：这一场已经满了"
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
      first="没有收到回音，有网络了自动发，你写的都存在这台手机上"
      tone="unknown"
      title="报名：重庆市渝中区两癌筛查，解放碑街道社区卫生服务中心，周四上午 9:30 到 11:00"
    />
  ),
});

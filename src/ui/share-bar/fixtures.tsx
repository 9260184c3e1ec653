import { Text, View } from '@tarojs/components';
import { defineFixtures } from '../fixtures/define';
import { ShareBar } from '.';

const bar = (words: string, props: Parameters<typeof ShareBar>[0]) => () => (
  <View>
    <Text>{words}</Text>
    <ShareBar {...props} />
  </View>
);

export default defineFixtures('ShareBar', {
  most: bar('3,158 件里，2,858 件调解成功', { share: 2858 / 3158 }),
  'hardly any': bar('一万个里的一个', { share: 0.0001 }),
  all: bar('全部', { share: 1 }),
  none: bar('一个也没有', { share: 0 }),
  'with a part': bar('2,670 个里，560 个是示范点', { share: 0.48, part: 560 / 2670 }),
  quiet: bar('拿来比的', { share: 0.4, quiet: true }),
});

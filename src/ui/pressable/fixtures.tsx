import { Text, View } from '@tarojs/components';
import { defineFixtures } from '../fixtures/define';
import { Pressable } from '.';

const nothing = (): void => undefined;

export default defineFixtures('Pressable', {
  'a link': () => (
    <Pressable url="/pages/home/index">
      <Text>回首页</Text>
    </Pressable>
  ),
  'a button': () => (
    <Pressable onPress={nothing}>
      <Text>再试一次</Text>
    </Pressable>
  ),
  disabled: () => (
    <Pressable onPress={nothing} disabled>
      <Text>已经满了</Text>
    </Pressable>
  ),
  'named by a label': () => (
    <Pressable onPress={nothing} label="关闭">
      <View aria-hidden>×</View>
    </Pressable>
  ),
});

import { Text } from '@tarojs/components';
import { defineFixtures } from '../fixtures/define';
import { MainButton, PlainButton } from '.';

const nothing = (): void => undefined;

export default defineFixtures('Button', {
  main: () => (
    <MainButton onPress={nothing}>
      <Text>报名</Text>
    </MainButton>
  ),
  'main with an icon': () => (
    <MainButton icon="phone" onPress={nothing}>
      <Text>打工会热线 12351</Text>
    </MainButton>
  ),
  plain: () => (
    <PlainButton onPress={nothing}>
      <Text>复制地址</Text>
    </PlainButton>
  ),
  pressed: () => (
    <PlainButton icon="star-filled" pressed onPress={nothing}>
      <Text>已收藏</Text>
    </PlainButton>
  ),
  'long text': () => (
    <MainButton onPress={nothing}>
      <Text>我看过了，同意把姓名和手机号交给渝中区总工会用于这次筛查</Text>
    </MainButton>
  ),
});

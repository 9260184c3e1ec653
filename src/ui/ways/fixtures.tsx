import { MainButton, PlainButton } from '../button';
import { defineFixtures } from '../fixtures/define';
import { Ways } from '.';

export const fixtures = defineFixtures('Ways', {
  two: () => (
    <Ways>
      <MainButton onPress={() => undefined}>提交</MainButton>
      <PlainButton onPress={() => undefined}>先不提交</PlainButton>
    </Ways>
  ),
  'more than a line holds': () => (
    <Ways>
      {['发给区总工会的值班律师', '复制这份材料', '存成 Word 文档', '先不发'].map((words) => (
        <PlainButton key={words} onPress={() => undefined}>
          {words}
        </PlainButton>
      ))}
    </Ways>
  ),
});

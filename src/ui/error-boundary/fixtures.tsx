import { Text } from '@tarojs/components';
import { defineFixtures } from '../fixtures/define';
import { ErrorBoundary } from '.';

function Broken(): never {
  throw new RangeError('a fixture that fails');
}

export default defineFixtures('ErrorBoundary', {
  'nothing wrong': () => (
    <ErrorBoundary>
      <Text>内容</Text>
    </ErrorBoundary>
  ),
  'a page that fails': () => (
    <ErrorBoundary>
      <Broken />
    </ErrorBoundary>
  ),
});

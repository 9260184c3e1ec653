import { defineFixtures } from '../fixtures/define';
import { Failed, Loading, Offline } from '.';

const nothing = (): void => undefined;

export default defineFixtures('States', {
  loading: () => <Loading what="场次" />,
  failed: () => (
    <Failed
      what="场次"
      kept="你填的都还在。"
      onRetry={nothing}
      elsewhere={{ text: '回首页', url: '/pages/home/index' }}
    />
  ),
  offline: () => <Offline what="还有多少名额" onRetry={nothing} />,
});

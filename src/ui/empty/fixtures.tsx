import { defineFixtures } from '../fixtures/define';
import { Empty } from '.';

export default defineFixtures('Empty', {
  'with one way': () => <Empty title="这里没有案例" ways={[{ text: '看全部案例', url: '/pages/home/index' }]} />,
  'with two ways': () => (
    <Empty
      title="还没有收藏"
      explanation="看到有用的，点一下“收藏”，没有信号也能从这里打开。"
      ways={[
        { text: '看案例', url: '/pages/home/index' },
        { text: '再试一次', onPress: () => undefined },
      ]}
    />
  ),
  'long text': () => (
    <Empty
      title="酉阳土家族苗族自治县还没有查到地点公开的驿站"
      explanation={'不等于没有驿站，只是没有找到可靠的公开名单。'.repeat(3)}
      ways={[{ text: '看全市的', onPress: () => undefined }]}
    />
  ),
});

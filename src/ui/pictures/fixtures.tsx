import { defineFixtures } from '../fixtures/define';
import { Pictures } from '.';

const picture = {
  id: '0'.repeat(64),
  width: 1600,
  height: 1200,
  alt: '书屋里的三排书架，一位职工在看书',
  rights: '示例区总工会 演示人摄',
};

export default defineFixtures('Pictures', {
  'not loaded': () => <Pictures pictures={[picture]} />,
  'wide and upright': () => (
    <Pictures
      pictures={[
        { ...picture, width: 1600, height: 600 },
        {
          ...picture,
          id: '1'.repeat(64),
          width: 1200,
          height: 1600,
          rights: '转自某区融媒体中心，已获书面授权，原图作者演示人',
        },
      ]}
    />
  ),
});

import { defineFixtures } from '../fixtures/define';
import { FavouriteButton } from '.';

export default defineFixtures('FavouriteButton', {
  'not kept': () => <FavouriteButton item={{ collection: 'cases', id: 'fixture', title: '一个案例' }} />,
});

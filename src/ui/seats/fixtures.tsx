import { defineFixtures } from '../fixtures/define';
import { Seats } from '.';

export default defineFixtures('Seats', {
  'half taken': () => <Seats capacity={30} left={15} words="还有 15 个名额" />,
  'none left': () => <Seats capacity={30} left={0} words="已满，可候补" />,
  'for nobody': () => <Seats capacity={0} left={0} words="已满" />,
});

import { defineFixtures } from '../fixtures/define';
import { TabBar } from '.';

export default defineFixtures('TabBar', { home: () => <TabBar current="home" /> });

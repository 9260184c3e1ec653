import { defineFixtures } from '../fixtures/define';
import { TabBar } from '.';

export const fixtures = defineFixtures('TabBar', { home: () => <TabBar current="home" /> });

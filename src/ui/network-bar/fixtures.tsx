import { defineFixtures } from '../fixtures/define';
import { NetworkBar } from '.';

export const fixtures = defineFixtures('NetworkBar', { 'as the network is': () => <NetworkBar /> });

import { defineFixtures } from '../fixtures/define';
import { NetworkBar } from '.';

export default defineFixtures('NetworkBar', { 'as the network is': () => <NetworkBar /> });

import { defineFixtures } from '../fixtures/define';
import { Skeleton } from '.';

export const fixtures = defineFixtures('Skeleton', { 'three lines': () => <Skeleton lines={3} /> });

import { defineFixtures } from '../fixtures/define';
import { Skeleton } from '.';

export default defineFixtures('Skeleton', { 'three lines': () => <Skeleton lines={3} /> });

import { hearDemo } from '@/platform/demo';
import { defineFixtures } from '../fixtures/define';
import { DemoStrip } from '.';

function OfADemo() {
  hearDemo('1');
  return <DemoStrip />;
}

export default defineFixtures('DemoStrip', { 'of a demo': () => <OfADemo /> }, { overlay: true });

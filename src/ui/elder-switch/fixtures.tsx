import { defineFixtures } from '../fixtures/define';
import { ElderSwitch } from '.';

export const fixtures = defineFixtures('ElderSwitch', { plain: () => <ElderSwitch /> });

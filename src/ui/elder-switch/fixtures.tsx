import { defineFixtures } from '../fixtures/define';
import { ElderSwitch } from '.';

export default defineFixtures('ElderSwitch', { plain: () => <ElderSwitch /> });

import { defineFixtures } from '../fixtures/define';
import { ShareButton } from '.';

export const fixtures = defineFixtures('ShareButton', { plain: () => <ShareButton title="一个案例" /> });

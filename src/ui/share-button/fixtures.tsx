import { defineFixtures } from '../fixtures/define';
import { ShareButton } from '.';

export default defineFixtures('ShareButton', { plain: () => <ShareButton title="一个案例" /> });

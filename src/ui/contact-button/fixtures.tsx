import { defineFixtures } from '../fixtures/define';
import { ContactButton } from '.';

export default defineFixtures('ContactButton', { plain: () => <ContactButton hours="工作日 9:00-17:00" /> });

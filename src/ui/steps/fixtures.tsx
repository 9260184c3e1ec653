import { defineFixtures } from '../fixtures/define';
import { Steps } from '.';

const names = ['选时间', '填信息', '核对'];

export default defineFixtures('Steps', {
  'the first': () => <Steps names={names} current={0} />,
  'the last': () => <Steps names={names} current={2} />,
  done: () => <Steps names={names} current={3} />,
  'long text': () => <Steps names={['看看自己符不符合条件', '选一个离你近的医院和时间']} current={0} />,
});

import { defineFixtures } from '../fixtures/define';
import { StateLine } from '.';

export default defineFixtures('StateLine', {
  open: () => <StateLine state="open" word="开放中" detail="22:00 关门" />,
  closed: () => <StateLine state="closed" word="关着" detail="明天 8:00 开门" />,
  unknown: () => <StateLine state="unknown" word="开放时间不详" detail="来源没有写" />,
  large: () => <StateLine state="open" word="到达时仍开放" detail="全天开放" large />,
  'large and closed': () => <StateLine state="closed" word="你到时已经关门" detail="明天 8:00 开门" large />,
  'long text': () => (
    <StateLine
      state="unknown"
      word="两个人说法不一"
      detail="今天 22:10 有人说锁着，今天 21:40 有人说开着，去之前最好打电话问一声"
      large
    />
  ),
});

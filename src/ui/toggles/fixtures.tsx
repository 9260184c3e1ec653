import { useState } from 'react';
import { defineFixtures } from '../fixtures/define';
import { Toggles, type Toggle } from '.';

const wishes: Toggle<string>[] = [
  { value: 'hot_water', text: '热水', icon: 'flame' },
  { value: 'power_supply', text: '充电', icon: 'plug-zap' },
  { value: 'toilets', text: '厕所', icon: 'toilet' },
  { value: 'womens_room', text: '女性休息室', icon: 'venus' },
  { value: 'air_conditioning', text: '空调', icon: 'snowflake' },
  { value: 'bicycle_parking', text: '停电动车', icon: 'bike' },
];

function Wished({ start, wrap }: { start: string[]; wrap?: boolean }) {
  const [on, setOn] = useState(start);
  const toggle = (value: string) => setOn(on.includes(value) ? on.filter((other) => other !== value) : [...on, value]);
  return <Toggles label="要有" options={wishes} on={on} onToggle={toggle} wrap={wrap ?? false} />;
}

export default defineFixtures('Toggles', {
  none: () => <Wished start={[]} />,
  'two on': () => <Wished start={['hot_water', 'toilets']} />,
  'in several lines': () => <Wished start={['power_supply']} wrap />,
});

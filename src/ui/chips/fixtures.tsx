import { useState } from 'react';
import { defineFixtures } from '../fixtures/define';
import { Chips, type ChipOption } from '.';

function Chosen({ options }: { options: readonly ChipOption<string | null>[] }) {
  const [value, setValue] = useState<string | null>(null);
  return <Chips label="区县" options={options} value={value} onChange={setValue} />;
}

const many = ['渝中', '沙坪坝', '九龙坡', '南岸', '北碚', '渝北', '巴南', '酉阳土家族苗族自治县'];

export default defineFixtures('Chips', {
  'with counts': () => (
    <Chosen
      options={[
        { value: null, text: '全部', count: 15 },
        { value: '8', text: '第8期', count: 10 },
      ]}
    />
  ),
  'more than fit': () => <Chosen options={[null, ...many].map((value) => ({ value, text: value ?? '全市' }))} />,
});

import { useState } from 'react';
import { defineFixtures } from '../fixtures/define';
import { PickerField } from '.';

const districts = [
  { value: '500103', text: '渝中区' },
  { value: '500106', text: '沙坪坝区' },
  { value: '500242', text: '酉阳土家族苗族自治县' },
];

function Picked({ start = null, error }: { start?: string | null; error?: string }) {
  const [value, setValue] = useState(start);
  return (
    <PickerField
      name="district"
      label="你在哪个区县上班"
      options={districts}
      value={value}
      onChange={setValue}
      error={error}
    />
  );
}

export default defineFixtures('PickerField', {
  empty: () => <Picked />,
  chosen: () => <Picked start="500106" />,
  'with an error': () => <Picked error="选一个区县" />,
  'long text': () => <Picked start="500242" />,
});

import { useState } from 'react';
import { defineFixtures } from '../fixtures/define';
import { DateField } from '.';

function Chosen({ start = '', error, hint }: { start?: string; error?: string; hint?: string }) {
  const [day, setDay] = useState(start);
  return <DateField name="ended" label="最后一天上班" value={day} onChange={setDay} error={error} hint={hint} />;
}

export default defineFixtures('DateField', {
  empty: () => <Chosen />,
  chosen: () => <Chosen start="2026-03-02" />,
  'with a hint': () => <Chosen hint="记不清就填大概的，后面能改" />,
  'with an error': () => <Chosen start="2031-01-01" error="这天还没到" />,
});

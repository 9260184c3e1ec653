import { useState } from 'react';
import { defineFixtures } from '../fixtures/define';
import { ChoiceGroup } from '.';

const jobs = [
  { value: 'courier', text: '快递员、外卖员' },
  { value: 'driver', text: '网约车、货车司机' },
  { value: 'other', text: '别的工作', detail: '保洁、家政、护工、流水线、办公室，都算' },
];

function One({ error, start = null }: { error?: string; start?: string | null }) {
  const [job, setJob] = useState(start);
  return <ChoiceGroup name="job" label="你做什么工作" options={jobs} value={job} onChange={setJob} error={error} />;
}

function Several() {
  const [days, setDays] = useState<string[]>(['mon']);
  return (
    <ChoiceGroup
      several
      optional
      name="days"
      label="哪几天方便"
      hint="可以选几个"
      options={[
        { value: 'mon', text: '周一到周五' },
        { value: 'sat', text: '周六' },
        { value: 'sun', text: '周日' },
      ]}
      value={days}
      onChange={setDays}
    />
  );
}

export default defineFixtures('ChoiceGroup', {
  'one of a few': () => <One />,
  chosen: () => <One start="driver" />,
  'with an error': () => <One error="选一个最接近的" />,
  several: () => <Several />,
});

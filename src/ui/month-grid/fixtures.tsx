import { useState } from 'react';
import { defineFixtures } from '../fixtures/define';
import { MonthGrid, type DayMark } from '.';

const marks: Record<string, DayMark[]> = {
  '2026-10-01': [{ sign: '休', text: '国庆节放假' }],
  '2026-10-10': [{ sign: '班', text: '补班' }],
  '2026-10-15': [
    { sign: '会', text: '职工运动会' },
    { sign: '查', text: '两癌筛查' },
  ],
};

function Turned({ start, selected: first }: { start: string; selected: string | null }) {
  const [month, setMonth] = useState(start);
  const [selected, setSelected] = useState(first);
  return (
    <MonthGrid
      month={month}
      today="2026-10-14"
      selected={selected}
      marks={marks}
      onMonth={setMonth}
      onSelect={setSelected}
    />
  );
}

export const fixtures = defineFixtures('MonthGrid', {
  'with marks': () => <Turned start="2026-10" selected="2026-10-15" />,
  'nothing chosen': () => <Turned start="2026-10" selected={null} />,
  'six weeks': () => <Turned start="2026-08" selected={null} />,
});

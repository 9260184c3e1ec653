import { useState } from 'react';
import { defineFixtures } from '../fixtures/define';
import { MonthGrid, type DayMark, type DayNote } from '.';

const marks: Record<string, DayMark[]> = {
  '2026-10-01': [{ sign: '休', text: '国庆节放假' }],
  '2026-10-10': [{ sign: '班', text: '补班' }],
  '2026-10-15': [
    { sign: '活动', text: '职工运动会' },
    { sign: '筛查', text: '两癌筛查' },
  ],
};

const notes: Record<string, DayNote> = {
  '2026-10-01': { under: '国庆节', special: true, badge: '休', spoken: '国庆节，放假' },
  '2026-10-02': { under: '廿二', badge: '休', spoken: '放假' },
  '2026-10-08': { under: '寒露', special: true, spoken: '寒露' },
  '2026-10-10': { under: '九月', badge: '班', spoken: '要上班' },
  '2026-10-15': { under: '初六' },
};

function Turned({ start, selected: first, rich = false }: { start: string; selected: string | null; rich?: boolean }) {
  const [month, setMonth] = useState(start);
  const [selected, setSelected] = useState(first);
  return (
    <MonthGrid
      month={month}
      today="2026-10-14"
      selected={selected}
      marks={rich ? { ...marks, '2026-10-15': [{ sign: '我的', text: '报名成功', own: true }] } : marks}
      notes={rich ? notes : undefined}
      dimPast={rich}
      headless={rich}
      onMonth={setMonth}
      onSelect={setSelected}
    />
  );
}

export default defineFixtures('MonthGrid', {
  'with marks': () => <Turned start="2026-10" selected="2026-10-15" />,
  'nothing chosen': () => <Turned start="2026-10" selected={null} />,
  'with the lunar calendar': () => <Turned start="2026-10" selected="2026-10-15" rich />,
  'six weeks': () => <Turned start="2026-08" selected={null} />,
});

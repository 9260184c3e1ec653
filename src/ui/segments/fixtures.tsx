import { useState } from 'react';
import { defineFixtures } from '../fixtures/define';
import { Segments } from '.';

function Modes() {
  const [mode, setMode] = useState<'walk' | 'ride'>('walk');
  return (
    <Segments
      label="怎么去"
      options={[
        { value: 'walk', text: '走路', icon: 'map-pin' },
        { value: 'ride', text: '骑车', icon: 'bike' },
      ]}
      value={mode}
      onChange={setMode}
    />
  );
}

function Views() {
  const [view, setView] = useState('list');
  return (
    <Segments
      label="怎么看"
      options={[
        { value: 'list', text: '列表' },
        { value: 'map', text: '地图' },
      ]}
      value={view}
      onChange={setView}
    />
  );
}

export default defineFixtures('Segments', {
  'with icons': () => <Modes />,
  words: () => <Views />,
});

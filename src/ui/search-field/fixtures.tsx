import { useState } from 'react';
import { defineFixtures } from '../fixtures/define';
import { SearchField } from '.';

function Typed({ start }: { start: string }) {
  const [value, setValue] = useState(start);
  return <SearchField value={value} placeholder="搜案例、动态、驿站" onChange={setValue} />;
}

export default defineFixtures('SearchField', {
  empty: () => <Typed start="" />,
  typed: () => <Typed start="驿站" />,
  'long text': () => <Typed start="渝中区解放碑附近晚上十点以后还开着能充电的驿站" />,
});

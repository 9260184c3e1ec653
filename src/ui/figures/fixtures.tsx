import { defineFixtures } from '../fixtures/define';
import { Figures } from '.';

export default defineFixtures('Figures', {
  two: () => (
    <Figures
      figures={[
        { label: '投入', value: 2_680_000, unit: '元', qualifier: 'over', asOf: '2024-11' },
        { label: '惠及职工', value: 1200, unit: '人', asOf: '2024-11' },
      ]}
    />
  ),
  'long text': () => (
    <Figures figures={[{ label: '全市累计建成劳动者港湾和驿站', value: 12_345_678, unit: '人次', asOf: '2024' }]} />
  ),
});

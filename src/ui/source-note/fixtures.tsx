import { defineFixtures } from '../fixtures/define';
import { SourceNote } from '.';

const source = { title: '一篇报道', publisher: '某报', published: '2024-09-27', kind: 'news' };

export default defineFixtures('SourceNote', {
  'not checked yet': () => <SourceNote source={source} asOf="2024-09" />,
  'checked, with an address': () => (
    <SourceNote source={{ ...source, url: 'https://example.org/a' }} verifiedAt="2026-10-01" />
  ),
  'a mirror, and more': () => (
    <SourceNote source={{ ...source, kind: 'mirror' }} moreSources={[{ ...source, title: '另一篇报道' }]} />
  ),
  'published by a union': () => <SourceNote source={source} publication={{ by: '渝中区总工会', on: '2026-11-30' }} />,
  demo: () => <SourceNote source={source} demo />,
});

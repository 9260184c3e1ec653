import { readFileSync } from 'node:fs';
import path from 'node:path';
import releases from '@yugong/content/releases.json';
import { version } from '../../package.json';
import { releaseNoteOf } from '../../scripts/publish/notes';

const changelog =
  '# Changelog\n\n## Unreleased\n\n- Not yet.\n\n## 0.2.0 (2026-11-30)\n\n- One\n  thing.\n- Another.\n';

it('says of a version what its section says first, on one line', () => {
  expect(releaseNoteOf(changelog, '0.2.0')).toBe('One thing. Another.');
});

it('says what is unreleased where a version has no section yet', () => {
  expect(releaseNoteOf(changelog, '0.3.0')).toBe('Not yet.');
});

it('ends with an entry, and cuts only one that is too long by itself', () => {
  const long = `## 1.0.0\n\n- ${'字'.repeat(150)}\n- ${'尾'.repeat(100)}\n`;
  expect(releaseNoteOf(long, '1.0.0')).toBe('字'.repeat(150));
  expect(releaseNoteOf(`## 1.0.0\n\n- ${'字'.repeat(500)}\n`, '1.0.0')).toHaveLength(200);
});

it('refuses a changelog that says nothing of it', () => {
  expect(() => releaseNoteOf('# Changelog\n', '1.0.0')).toThrow('没有 1.0.0 这一节');
});

it('has something to say of this release', () => {
  const own = readFileSync(path.resolve(__dirname, '../../CHANGELOG.md'), 'utf8');
  expect(releaseNoteOf(own, version).length).toBeGreaterThan(20);
});

it('says in two lines what this version brings, for whoever looks at 关于渝工随行', () => {
  const lines = new Map<string, string[]>(Object.entries(releases)).get(version) ?? [];
  expect(lines).toHaveLength(2);
  expect(lines.filter((line) => line.length > 40)).toEqual([]);
});

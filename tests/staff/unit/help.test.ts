/** Each page of the console has its help, and each help a section of the handbook that is there. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defined } from '@yugong/domain/narrow';
import { root } from '../../../scripts/lib/stale';
import { readHandbook } from '../../../staff/src/features/help/handbook';
import { helpPath, helpSectionOf } from '../../../staff/src/parts/help-sections';
import { navItems } from '../../../staff/src/parts/nav-items';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const handbook = readHandbook(read('docs/staff.zh.md'));
const headings = handbook.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
const routes = [...read('staff/src/app/routes.tsx').matchAll(/\b(?:page|ownPage)\('([^']+)'/g)]
  .map(([, route]) => defined(route))
  .filter((route) => route !== '/help');

it('has a section of its own for every item of the menu', () => {
  const sections = navItems.map(({ to }) => helpSectionOf(to));
  expect(new Set(sections).size).toBe(navItems.length);
});

it('has a section for every page, and none that no page opens', () => {
  expect(routes.length).toBeGreaterThan(35);
  const opened = routes.map((route) => helpSectionOf(route.replace(/:\w+/g, '01JD')));
  expect(routes.filter((_, at) => opened[at] === '出现问题时')).toEqual([]);
  expect([...new Set([...opened, helpSectionOf('/no-such-page')])].sort()).toEqual([...headings].sort());
  expect(new Set(headings).size).toBe(headings.length);
});

it('opens within the console, and leads to no other site', () => {
  expect(helpPath('统计')).toBe('/help#%E7%BB%9F%E8%AE%A1');
  expect(read('docs/staff.zh.md')).not.toMatch(/https?:/);
});

it('has every picture that it shows', () => {
  const pictures = handbook.blocks.flatMap((block) => (block.kind === 'picture' ? [block.file] : []));
  expect(pictures.length).toBeGreaterThan(4);
  expect(pictures.filter((file) => !existsSync(path.join(root, 'docs/screenshots', file)))).toEqual([]);
});

it('reads parts of a section, lists, pictures and links as what they are', () => {
  expect(readHandbook('# 手册\n\n见 [这里](a.md)。\n\n### 打印\n\n1. 一\n2. 二\n\n![图](screenshots/a.png)')).toEqual({
    title: '手册',
    blocks: [
      { kind: 'text', text: '见 这里。' },
      { kind: 'subheading', text: '打印' },
      { kind: 'list', ordered: true, items: ['一', '二'] },
      { kind: 'picture', text: '图', file: 'a.png' },
    ],
  });
});

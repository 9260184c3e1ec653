import { array, object, parse, picklist, string } from 'valibot';
import { subPackages } from '@/features/packages';
import sitemap from '@/sitemap.json';
import { tabs } from '@/ui/tab-bar/tabs';

/** @see https://developers.weixin.qq.com/miniprogram/dev/framework/sitemap.html */
const rules = parse(array(object({ action: picklist(['allow', 'disallow']), page: string() })), sitemap.rules);
const isIndexed = (page: string): boolean =>
  rules.find((rule) => rule.page === page || rule.page === '*')?.action !== 'disallow';

const pagesOf = (feature: string): string[] =>
  subPackages.flatMap(({ root, pages }) =>
    root === `features/${feature}` ? pages.map((page) => `${root}/${page}`) : [],
  );

/** Pages that show everybody the same; any other is the reader's own, so that a new page has to be placed here. */
const forEverybody = new Set([
  'pages/home/index',
  'pages/services/index',
  'pages/calendar/index',
  ...['cases', 'news', 'events', 'figures', 'about'].flatMap((feature) => pagesOf(feature)),
  ...['list', 'detail'].map((page) => `features/stations/pages/${page}/index`),
  ...['overview', 'days', 'after', 'guide'].map((page) => `features/screening/pages/${page}/index`),
  ...['overview', 'route', 'evidence', 'rights'].map((page) => `features/legal-aid/pages/${page}/index`),
]);

const all = [
  ...tabs.map(({ page }) => page),
  ...subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
];

describe('the sitemap for WeChat’s search', () => {
  it.each(all.filter((page) => !forEverybody.has(page)))('forbids %s, which shows what is the reader’s own', (page) => {
    expect(isIndexed(page)).toBe(false);
  });

  it.each([...forEverybody])('allows %s, which everybody may read', (page) => {
    expect(isIndexed(page)).toBe(true);
  });
});

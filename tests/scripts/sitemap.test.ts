import { array, object, parse, picklist, string } from 'valibot';
import { casesPackage } from '@/features/cases';
import { eventsPackage } from '@/features/events';
import { feedbackPackage } from '@/features/feedback';
import { figuresPackage } from '@/features/figures';
import { legalAidPackage } from '@/features/legal-aid';
import { newsPackage } from '@/features/news';
import { registrationPackage } from '@/features/registration';
import { screeningPackage } from '@/features/screening';
import { searchPackage } from '@/features/search';
import { stationsPackage } from '@/features/stations';
import sitemap from '@/sitemap.json';
import { tabs } from '@/ui/tab-bar/tabs';

/** @see https://developers.weixin.qq.com/miniprogram/dev/framework/sitemap.html */
const rules = parse(array(object({ action: picklist(['allow', 'disallow']), page: string() })), sitemap.rules);
const isIndexed = (page: string): boolean =>
  rules.find((rule) => rule.page === page || rule.page === '*')?.action !== 'disallow';

/** Pages that show everybody the same; any other is the reader's own, so that a new page has to be placed here. */
const forEverybody = new Set([
  'pages/home/index',
  'pages/services/index',
  'pages/calendar/index',
  ...[casesPackage, newsPackage, eventsPackage, figuresPackage].flatMap(({ root, pages }) =>
    pages.map((page) => `${root}/${page}`),
  ),
  ...['list', 'detail'].map((page) => `${stationsPackage.root}/pages/${page}/index`),
  ...['overview', 'days', 'after', 'guide'].map((page) => `${screeningPackage.root}/pages/${page}/index`),
  ...['overview', 'route', 'evidence', 'rights'].map((page) => `${legalAidPackage.root}/pages/${page}/index`),
]);

const all = [
  ...tabs.map(({ page }) => page),
  ...[
    casesPackage,
    eventsPackage,
    feedbackPackage,
    figuresPackage,
    legalAidPackage,
    newsPackage,
    registrationPackage,
    screeningPackage,
    searchPackage,
    stationsPackage,
  ].flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
];

describe('the sitemap for WeChat’s search', () => {
  it.each(all.filter((page) => !forEverybody.has(page)))('forbids %s, which shows what is the reader’s own', (page) => {
    expect(isIndexed(page)).toBe(false);
  });

  it.each([...forEverybody])('allows %s, which everybody may read', (page) => {
    expect(isIndexed(page)).toBe(true);
  });
});

/**
 * WeChat's subpackages: each feature is one. Only the app's config reads this list, and only types of it are read by the
 * features, so that no page of the main package carries it.
 */

/** The pages of each feature, by the name of their folder. */
const featurePages = {
  cases: ['list', 'detail'],
  news: ['list', 'detail'],
  events: ['list', 'detail', 'subscribe'],
  figures: ['overview'],
  stations: ['list', 'detail', 'place', 'reports'],
  screening: ['overview', 'check', 'days', 'after', 'guide'],
  registration: ['sign-up', 'ticket', 'move', 'mine', 'notices', 'alerts', 'privacy'],
  'legal-aid': ['overview', 'interview', 'route', 'clock', 'amounts', 'claim', 'evidence', 'ask', 'requests', 'rights'],
  search: ['search'],
  about: ['overview', 'document'],
  feedback: ['write', 'mine'],
} as const;

type Feature = keyof typeof featurePages;

/** @example type LegalPage = PageName<'legal-aid'> // 'overview' | 'interview' | … */
export type PageName<F extends Feature> = (typeof featurePages)[F][number];

export const subPackages = Object.entries(featurePages).map(([feature, pages]) => ({
  root: `features/${feature}`,
  pages: pages.map((page) => `pages/${page}/index`),
}));

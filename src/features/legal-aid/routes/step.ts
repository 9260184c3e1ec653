import { articles, sayArticle } from '@yugong/domain/labour-law';

/** Where a step leads within this feature. */
export type Place = 'clock' | 'amounts' | 'claim' | 'evidence' | 'ask';

export interface RouteStep {
  title: string;
  /** What to do, in a sentence or three. */
  text: string;
  /** Said where it costs nothing, or where it may. */
  cost: string;
  /** The hotline's number. */
  call?: '12351' | '12348' | '12333' | '110';
  place?: { to: Place; text: string };
  /** The articles that say so. */
  basis?: string;
}

export const FREE = '不花钱';

export const step = (title: string, text: string, cost: string, more: Partial<RouteStep> = {}): RouteStep => ({
  title,
  text,
  cost,
  ...more,
});

/** @example by('evidence') // '劳动争议调解仲裁法第六条' */
export const by = (...names: (keyof typeof articles)[]): string =>
  names.map((name) => sayArticle(articles[name])).join('、');

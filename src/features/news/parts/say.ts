/** When, where and by whom a piece of news is told. */
import type { NewsItem } from '@yugong/content/bundle';
import { isDay, sayDate, type Day } from '@yugong/domain/calendar';
import { sayDistrict } from '../../shared/district-name';

/** When it happened; where the source doesn't say, when it was reported; else that nobody knows. */
export function sayNewsDate(item: NewsItem, today: Day): string {
  if (item.happenedOn) return sayDate(item.happenedOn, today);
  return isDay(item.publishedAt) ? `${sayDate(item.publishedAt, today)}报道` : '日期不详';
}

/** @example sayNewsPlace(item, today) // '1月13日 · 南川区 · 人民网' */
export const sayNewsPlace = (item: NewsItem, today: Day): string =>
  [sayNewsDate(item, today), sayDistrict(item.district) || '全市', item.source.publisher].filter(Boolean).join(' · ');

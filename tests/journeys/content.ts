/** Records that journeys read, taken from the content itself, so that new content doesn't break a story. */
import cases from '@yugong/content/collections/cases.json';
import news from '@yugong/content/collections/news.json';
import stations from '@yugong/content/collections/stations.json';

export interface Piece {
  id: string;
  title: string;
}

/** Cases whose text is public, in the list's order. */
export const publicCases: readonly Piece[] = cases.filter(({ lead }) => lead !== null);
export const casesOfPeriod = (period: number): readonly Piece[] => cases.filter((item) => item.period === period);
export const allNews: readonly (Piece & { paragraphs: string[] })[] = news;

/** The first record. @throws where a collection is empty: nothing can be told then */
export function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('the collection is empty');
  return item;
}

interface StationPiece extends Piece {
  kind: string;
  adcode?: string;
  openingHours: string | null;
  hoursNote: string | null;
}
export const allStations: readonly StationPiece[] = stations;

/** The dates of a piece of news, as exact as its source. */
export interface NewsDates {
  happenedOn: string | null;
  publishedAt?: string | undefined;
  asOf?: string | undefined;
}

/** The day or month an item is listed under: of the event where known, else of its publication. */
export const newsDate = (item: NewsDates): string => item.happenedOn ?? item.publishedAt ?? item.asOf ?? '';

/** The address of the calendar's feed, narrowed down as the reader wants it. */
import { pageUrl } from '@/platform/navigation/url';

/** Kinds that the feed can be narrowed down to; null is events and screenings. */
export const feedKinds = ['event', 'screening', 'holiday'] as const;
export type FeedKind = (typeof feedKinds)[number];

export interface Feed {
  kind: FeedKind | null;
  adcode: string | null;
  joinable: boolean;
}

export const isFeedKind = (text: string): text is FeedKind => (feedKinds as readonly string[]).includes(text);

/**
 * @example feedPath({ kind: 'event', adcode: '500103', joinable: false })
 * // '/api/v1/calendar.ics?kind=event&adcode=500103'
 */
export const feedPath = ({ kind, adcode, joinable }: Feed): string =>
  pageUrl('/api/v1/calendar.ics', {
    kind: kind ?? undefined,
    adcode: adcode ?? undefined,
    joinable: joinable ? 1 : undefined,
  });

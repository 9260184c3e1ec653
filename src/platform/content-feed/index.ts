/**
 * Content that is newer than the bundle: what the union published on its service since this app was built. It is
 * checked with the schema that bundled content is checked with, kept on the phone, and given up for the bundle as
 * soon as anything is off. No page waits for it. (Stations are too many for this: features/stations/feed.)
 *
 * @example
 * const news = defineSource({ collection: 'news', record: NewsRecord, bundled, read: (records) => records });
 * const items = useCollection(news);
 */
import { useDidShow } from '@tarojs/taro';
import { useEffect, useSyncExternalStore } from 'react';
import { onReconnect } from '../network';
import { refresh, subscribe, valueOf, type FeedSource } from './feed';

export {
  defineSource,
  openCollection,
  refresh as refreshCollection,
  valueOf as collectionNow,
  watchCollection,
  type FeedSource as Source,
} from './feed';

/** A collection as it is known now, drawn again when something newer has come. */
export function useCollection<T>(source: FeedSource<T>): T {
  useEffect(() => {
    void refresh(source);
    return onReconnect(() => void refresh(source, { now: true }));
  }, [source]);
  useDidShow(() => void refresh(source));
  return useSyncExternalStore(subscribe, () => valueOf(source));
}

/** A record as the phone will show it: the app's own page in a frame, which is handed the record from window to window. */
import { useEffect, useRef, useState } from 'react';
import * as v from 'valibot';
import { FEED_SCHEMA } from '@yugong/domain/publication/feed';
import { PREVIEW_READY, type PreviewMessage } from '@yugong/domain/publication/preview';
import { EventRecord } from '@yugong/domain/event/record';
import { unionCollections } from '@yugong/domain/publication/feed';
import { useDirectory } from '../../api/directory';
import type { LinkChoice } from './record-form';
import styles from './phone-preview.module.css';

type PreviewedCollection = PreviewMessage['collection'];

/** Whether the app has a page for single records of a collection. */
export const isPreviewed = (collection: string): collection is PreviewedCollection =>
  unionCollections.some((one) => one === collection);

/** A new record has no id before it is published; pages tell by its beginning what it is of. */
const NEW_IDS: Record<PreviewedCollection, string> = {
  news: 'news-preview',
  cases: 'case-preview',
  events: 'event-preview',
};

/** The days of an event, which the phone is given beside it. The rules of days are loaded where one is looked at. */
async function occurrencesIn(collection: PreviewedCollection, record: PreviewMessage['record']) {
  if (collection !== 'events') return {};
  const read = v.safeParse(EventRecord, { ...record, id: NEW_IDS.events });
  if (!read.success) return {};
  const { occurrencesOf } = await import('@yugong/domain/event/occurrences');
  return { occurrences: { [record.id]: occurrencesOf(read.output) } };
}

export function PhonePreview({
  collection,
  record,
  links,
}: {
  collection: PreviewedCollection;
  record: PreviewMessage['record'];
  links: readonly LinkChoice[];
}) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [isReady, setReady] = useState(false);
  const { data } = useDirectory();
  const id = record.id === '' ? NEW_IDS[collection] : record.id;
  useEffect(() => {
    const hear = ({ origin, source, data: said }: MessageEvent<unknown>): void => {
      if (origin === window.location.origin && source === frame.current?.contentWindow && said === PREVIEW_READY)
        setReady(true);
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, []);
  useEffect(() => {
    if (!isReady) return;
    const shown = { ...record, id };
    let isOver = false;
    void occurrencesIn(collection, shown).then((occurrences) => {
      if (isOver) return;
      const message: PreviewMessage = {
        schema: FEED_SCHEMA,
        collection,
        record: shown,
        names: {
          districts: Object.fromEntries((data?.districts ?? []).map(({ adcode, title }) => [adcode, title])),
          links: Object.fromEntries(links.map(({ value, label }) => [value, { collection, title: label }])),
          ...occurrences,
        },
      };
      frame.current?.contentWindow?.postMessage(message, window.location.origin);
    });
    return () => {
      isOver = true;
    };
  }, [isReady, collection, record, id, data, links]);
  return (
    <section className={styles.preview} aria-label="手机上的样子">
      <h2 className={styles.heading}>手机上的样子</h2>
      <p className="quiet">这是应用里的真实页面，只有你看得到，还没有发布。</p>
      <iframe
        ref={frame}
        className={styles.phone}
        title="手机上的样子"
        src={`/features/${collection}/pages/detail/index?id=${id}`}
      />
    </section>
  );
}

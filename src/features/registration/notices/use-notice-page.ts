import { useEffect, useState } from 'react';
import type { NoticeWire } from '@yugong/domain/notice/wire';
import { markShown, refreshNotices, useNotices } from '@/platform/notices';
import { useServiceNow } from '@/platform/service-time';

/** As many as a cheap phone draws at once. */
const NOTICES_PER_BLOCK = 30;

/**
 * The list of notices. What is drawn counts as read at once, and stays under 「未读」 for as long as the page is open,
 * so that nothing jumps away under the reader's eyes.
 */
export function useNoticePage() {
  const clock = useServiceNow();
  const { notices, isNew, asked } = useNotices();
  const [blocks, setBlocks] = useState(1);
  const [newHere, setNewHere] = useState<readonly string[]>([]);
  const all = notices ?? [];
  const isFresh = (notice: NoticeWire): boolean => isNew(notice) || newHere.includes(notice.id);
  const sorted = [...all.filter(isFresh), ...all.filter((notice) => !isFresh(notice))];
  const drawn = sorted.slice(0, blocks * NOTICES_PER_BLOCK);
  const seenNow = drawn
    .filter((notice) => isNew(notice) && !newHere.includes(notice.id))
    .map(({ id }) => id)
    .join();
  useEffect(() => {
    if (seenNow !== '') setNewHere((before) => [...before, ...seenNow.split(',')]);
  }, [seenNow]);
  // Only once they hold their place: read notices would make room for others, which then counted as shown too.
  useEffect(() => void markShown(newHere), [newHere]);
  return {
    fresh: drawn.filter(isFresh),
    earlier: drawn.filter((notice) => !isFresh(notice)),
    rest: Math.min(NOTICES_PER_BLOCK, sorted.length - drawn.length),
    showMore: () => setBlocks(blocks + 1),
    asked,
    retry: () => void refreshNotices(),
    clock,
  };
}

/**
 * What has happened to what is the reader's: an offered seat, a session that moved, an answer. Read from the service,
 * kept on the phone, and marked as read once it was shown.
 *
 * Without an account nothing was ever sent from this phone, so there is nothing to hear of, and looking must not make
 * one: nothing is asked.
 *
 * @example
 * const { notices, unread } = useNotices();
 */
import { useDidShow } from '@tarojs/taro';
import { useEffect, useMemo, useRef } from 'react';
import * as v from 'valibot';
import { create } from 'zustand';
import { NoticeListWire, type NoticeWire } from '@yugong/domain/notice/wire';
import { isoAt } from '@yugong/domain/time';
import { isOnline, onReconnect } from '../network';
import { newIdempotencyKey } from '../outbox';
import { askService, hasLogin } from '../service';
import { serviceNow } from '../service-time';
import { forget, load, save, stored, type StoredNotices } from '../storage';

const NOTICES_PATH = '/api/v1/me/notices';
/** As many ids as the service takes at once. */
const MAX_IDS_A_REQUEST = 100;

/** How the last question to the service went. */
type Asked = 'not-yet' | 'answered' | 'offline' | 'failed';

interface Notices extends StoredNotices {
  asked: Asked;
}

const store = create<Notices>(() => ({ ...load(stored.notices), asked: 'not-yet' }));

function keep({ list, shown }: StoredNotices): void {
  save(stored.notices, { list, shown });
  store.setState({ list, shown });
}

/** Those that neither the service nor this phone knows to be read. */
const isUnread = ({ id, readAt }: NoticeWire, shown: readonly string[]): boolean =>
  readAt === null && !shown.includes(id);

/** How many are unread. The service's list may end before its unread ones do, so its own count is the start. */
function unreadOf({ list, shown }: StoredNotices): number {
  if (list === null) return 0;
  const shownMeanwhile = list.notices.filter(({ id, readAt }) => readAt === null && shown.includes(id)).length;
  return Math.max(0, list.unread - shownMeanwhile);
}

/** Tells the service what was shown. What doesn't reach it stays noted for the next time. */
async function sendShown(): Promise<void> {
  const ids = store.getState().shown.slice(0, MAX_IDS_A_REQUEST);
  if (ids.length === 0) return;
  const reply = await askService(v.unknown(), {
    path: `${NOTICES_PATH}/read`,
    method: 'POST',
    body: { ids },
    as: 'me',
    key: newIdempotencyKey(),
  });
  if (reply.kind !== 'answered' || !hasLogin()) return;
  const { list, shown } = store.getState();
  const readAt = isoAt(serviceNow());
  const readNow = (notice: NoticeWire): boolean => notice.readAt === null && ids.includes(notice.id);
  keep({
    list: list && {
      unread: Math.max(0, list.unread - list.notices.filter(readNow).length),
      notices: list.notices.map((notice) => (readNow(notice) ? { ...notice, readAt } : notice)),
    },
    shown: shown.filter((id) => !ids.includes(id)),
  });
}

async function fetchList(): Promise<void> {
  const reply = await askService(NoticeListWire, { path: NOTICES_PATH, as: 'me' });
  // The account was deleted meanwhile: nothing of it may come back.
  if (!hasLogin()) return;
  if (reply.kind !== 'answered')
    return store.setState({ asked: reply.kind === 'no-answer' && !isOnline() ? 'offline' : 'failed' });
  const list = reply.data;
  const stillUnread = new Set(list.notices.filter(({ readAt }) => readAt === null).map(({ id }) => id));
  keep({ list, shown: store.getState().shown.filter((id) => stillUnread.has(id)) });
  store.setState({ asked: 'answered' });
}

/** One after another, so that a list that was asked for before a mark never arrives after it. */
let queue: Promise<void> = Promise.resolve();

function inTurn(work: () => Promise<void>): Promise<void> {
  queue = queue.then(() => (hasLogin() ? work() : undefined));
  return queue;
}

/** Asks the service for the list, after telling it what was shown meanwhile. Asks nothing without an account. */
export const refreshNotices = (): Promise<void> =>
  inTurn(async () => {
    await sendShown();
    await fetchList();
  });

/**
 * These are before the reader's eyes: they count as read, here at once and with the service as soon as it hears.
 *
 * @returns when the service was told, or could not be
 */
export function markShown(ids: readonly string[]): Promise<void> {
  const { list, shown } = store.getState();
  const fresh = (list?.notices ?? []).filter((notice) => ids.includes(notice.id) && isUnread(notice, shown));
  if (fresh.length === 0) return Promise.resolve();
  keep({ list, shown: [...shown, ...fresh.map(({ id }) => id)] });
  return inTurn(sendShown);
}

/** Takes all of it off the phone. */
export function forgetNotices(): void {
  forget(stored.notices);
  store.setState({ ...stored.notices.initial, asked: 'not-yet' });
}

/** How many are unread, as far as this phone knows; asks nothing. */
export const useUnreadNotices = (): number => store(unreadOf);

/**
 * The notices as the phone knows them; asked for when the page opens, is shown again, and when the network returns.
 *
 * @returns `notices` null where there never was a list; `asked` how the last question went, `not-yet` while the first
 * is on its way
 */
export function useNotices(): {
  notices: readonly NoticeWire[] | null;
  /** Is this one unread? */
  isNew: (notice: NoticeWire) => boolean;
  unread: number;
  asked: Asked;
} {
  const { list, shown, asked } = store();
  useEffect(() => {
    void refreshNotices();
    return onReconnect(() => void refreshNotices());
  }, []);
  // The first showing is the effect's.
  const wasShown = useRef(false);
  useDidShow(() => {
    if (wasShown.current) void refreshNotices();
    wasShown.current = true;
  });
  return useMemo(
    () => ({
      notices: list?.notices ?? null,
      isNew: (notice) => isUnread(notice, shown),
      unread: unreadOf({ list, shown }),
      asked,
    }),
    [list, shown, asked],
  );
}

/** What a message says, and where a tap on it leads. Messages show on locked phones: none tells of anybody's health. */
import { templateKindOf } from '@yugong/domain/notice';
import { messageTexts, neutralWords, reminderTexts, tellsOfHealth } from '@yugong/domain/notice/words';
import { holdEndsAt } from '@yugong/domain/registration';
import type { NoticeRow, SessionRow } from '../kernel/schema';
import type { WechatMessage } from '../kernel/wechat';
import { formatTime } from '../wechat';

type Words = Pick<SessionRow, 'kind' | 'title' | 'place'> & { organiser: string };

/** A session's own words where they say nothing of anybody's health; of a screening nothing is said at all. */
export function withoutHealth({ kind, ...words }: Words): Omit<Words, 'kind'> {
  const plain = (word: keyof typeof neutralWords): string =>
    kind === 'screening' || tellsOfHealth(words[word]) ? neutralWords[word] : words[word];
  return { title: plain('title'), place: plain('place'), organiser: plain('organiser') };
}

export const ticketPage = (registrationId: string): string =>
  `features/registration/pages/ticket/index?id=${registrationId}`;

type MessageSession = Words & Pick<SessionRow, 'starts_at'> & { offer_minutes?: number | null };

/** Until when something has to be done: an offer answered, and whatever else before the session begins. */
const deadlineOf = ({ kind, deadline }: Pick<NoticeRow, 'kind' | 'deadline'>, session: MessageSession, now: number) => {
  const startsAt = Number(session.starts_at);
  if (deadline !== null) return Number(deadline);
  return kind === 'offered' ? holdEndsAt({ startsAt, offerMinutes: session.offer_minutes ?? null }, now) : startsAt;
};

const NOTICES_PAGE = 'features/registration/pages/notices/index';

/** Where a message leads that is about several of her places. */
export const placesPage = 'features/registration/pages/mine/index';

/**
 * The message of a notice, but for whom it is to.
 *
 * @param now when it goes out: the hold of an offer begins with its delivery, so it ends no sooner than reckoned from here
 * @param places how many places the reminder of a day is about
 */
export function messageOf(
  notice: Pick<NoticeRow, 'kind' | 'created_at' | 'deadline' | 'registration_id'>,
  session: MessageSession | null,
  { now, places = 1 }: { now: number; places?: number },
): Omit<WechatMessage, 'openid'> {
  const kind = templateKindOf(notice.kind);
  return {
    kind,
    page: places > 1 ? placesPage : notice.registration_id === null ? NOTICES_PAGE : ticketPage(notice.registration_id),
    content: {
      what: places > 1 ? reminderTexts.tomorrow.several : messageTexts[notice.kind],
      at: formatTime(Number(notice.created_at)),
      ...(session ? { ...withoutHealth(session), start: formatTime(Number(session.starts_at)) } : {}),
      ...(session ? { deadline: formatTime(deadlineOf(notice, session, now)) } : {}),
    },
  };
}

/** What home says of the reader's notices. Others may look at that page too, so no session is named there. */
import { sayInstant } from '@yugong/domain/agenda';
import type { Day } from '@yugong/domain/calendar';
import type { NoticeKind, NoticeWire } from '@yugong/domain/notice/wire';
import type { Ticket } from '@/platform/storage';
import { noticesUrl, ticketUrl } from '../registration';

export interface NoticeBanner {
  words: string;
  url: string;
}

/** Kinds that leave an offer as it is. */
const besideOffers: readonly NoticeKind[] = ['changed', 'day-before', 'preparation-starts', 'message'];

/** Kinds after which a registration is not what it was. */
const changeKinds: readonly NoticeKind[] = [
  'promoted',
  'displaced',
  'passed-on',
  'moved',
  'changed',
  'cancelled',
  'held-released',
  'held-returned',
];

/**
 * Offers that still have to be answered, the one that ends first in front. An offer is over at its deadline, which it
 * has once the service knows that it was read, when
 * something later happened to the registration, and once this phone has seen the registration leave the waiting list.
 *
 * @param now milliseconds since the epoch
 */
export function openOffers(
  notices: readonly NoticeWire[],
  tickets: readonly Pick<Ticket, 'registration' | 'at'>[],
  now: number,
): NoticeWire[] {
  const isSuperseded = (offer: NoticeWire): boolean =>
    notices.some(
      ({ registrationId, kind, at }) =>
        registrationId === offer.registrationId &&
        !besideOffers.includes(kind) &&
        Date.parse(at) > Date.parse(offer.at),
    );
  const isAnswered = (offer: NoticeWire): boolean =>
    tickets.some(
      ({ registration, at }) =>
        registration.id === offer.registrationId && registration.status !== 'waitlist' && at >= Date.parse(offer.at),
    );
  const endOf = ({ deadline }: NoticeWire): number => (deadline === null ? Infinity : Date.parse(deadline));
  return notices
    .filter((notice) => notice.kind === 'offered' && notice.registrationId !== null && endOf(notice) > now)
    .filter((offer) => !isSuperseded(offer) && !isAnswered(offer))
    .sort((a, b) => endOf(a) - endOf(b) || 0);
}

/**
 * At most two lines for home: the offer that ends first, with its deadline, then how many registrations changed and
 * were not read of. Answers to requests and reports wait on 我的.
 *
 * @example bannersOf({ notices, isNew, tickets, now, today })[0]?.words // '有名额了，请在明天 09:00 前确认'
 */
export function bannersOf({
  notices,
  isNew,
  tickets,
  now,
  today,
}: {
  notices: readonly NoticeWire[];
  isNew: (notice: NoticeWire) => boolean;
  tickets: readonly Pick<Ticket, 'registration' | 'at'>[];
  now: number;
  today: Day;
}): NoticeBanner[] {
  const banners: NoticeBanner[] = [];
  const offer = openOffers(notices, tickets, now)[0];
  if (offer?.registrationId)
    banners.push({
      words:
        offer.deadline === null ? '有名额了，请尽快确认' : `有名额了，请在${sayInstant(offer.deadline, today)} 前确认`,
      url: ticketUrl({ registration: offer.registrationId }),
    });
  const changed = new Set(
    notices.filter((one) => changeKinds.includes(one.kind) && isNew(one)).map((one) => one.registrationId ?? one.id),
  ).size;
  if (changed > 0)
    banners.push({
      words: changed === 1 ? '你有一项预约有变动' : `你有 ${changed} 项预约有变动`,
      url: noticesUrl(),
    });
  return banners;
}

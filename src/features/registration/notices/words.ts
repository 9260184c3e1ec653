/** Notices in Chinese, as their own page and the ticket show them. */
import { sayInstant } from '@yugong/domain/agenda';
import type { Day } from '@yugong/domain/calendar';
import type { NoticeKind, NoticeWire } from '@yugong/domain/notice/wire';
import { lapsedOfferReason } from '@yugong/domain/notice/words';

type Change = NoticeWire['changes'][number];

const kindWords: Record<NoticeKind, string> = {
  offered: '有名额了，请确认',
  promoted: '候补轮到，报名成功',
  displaced: '名额减少，你被移出，排在候补最前',
  'passed-on': '没有联系上你，名额先给了下一位',
  moved: '工会改了场次',
  changed: '场次信息有变动',
  cancelled: '工会已取消',
  'legal-aid-answer': '维权求助有新回复',
  'complaint-answer': '投诉建议有新答复',
  'report-answer': '驿站反馈有处理结果',
  'held-released': '报名已通过工会核对',
  'held-returned': '报名未通过工会核对',
  message: '工会给你发了消息',
  'sign-up-opens': '可以报名了',
  'day-before': '明天参加',
  'preparation-starts': '今天开始准备',
  'due-again': '到了你设的提醒日期',
};

/** What a notice says has happened. A registration that ended with its offer wasn't ended by the union. */
export const sayNoticeKind = ({ kind, reason }: Pick<NoticeWire, 'kind' | 'reason'>): string =>
  kind === 'cancelled' && reason === lapsedOfferReason ? '确认超时，名额已给下一位' : kindWords[kind];

const fieldWords: Record<Change['field'], string> = {
  title: '名称',
  place: '地点',
  address: '地址',
  floor: '楼层',
  phone: '电话',
  startsAt: '开始时间',
  endsAt: '结束时间',
  session: '场次',
  note: '说明',
};

/** Instants come as ISO 8601 or already in words. */
const sayValue = (value: string | null, today: Day): string =>
  value === null || value === '' ? '未填写' : /^\d{4}-\d\d-\d\dT/.test(value) ? sayInstant(value, today) : value;

/**
 * One thing that is another now.
 *
 * @example sayNoticeChange({ field: 'place', from: '一楼', to: '三楼' }, today) // '地点：一楼 → 三楼'
 */
export const sayNoticeChange = ({ field, from, to }: Change, today: Day): string =>
  `${fieldWords[field]}：${sayValue(from, today)} → ${sayValue(to, today)}`;

/**
 * What an offer asks for, or that it is too late.
 *
 * @param now milliseconds since the epoch
 * @returns null for anything but an offer, and for an offer whose time has not begun
 */
export function sayDeadline(
  { kind, deadline }: Pick<NoticeWire, 'kind' | 'deadline'>,
  { now, today }: { now: number; today: Day },
): string | null {
  if (kind !== 'offered' || deadline === null) return null;
  const until = sayInstant(deadline, today);
  return Date.parse(deadline) > now ? `请在${until} 前确认` : `确认期限${until} 已过`;
}

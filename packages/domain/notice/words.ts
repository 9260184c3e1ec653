/** Notices, in Chinese. */
import type { CallableKind } from '.';
import type { CallResult } from './staff-wire';

/** Why a registration ended where its offer was not answered in time. */
export const lapsedOfferReason = '为你保留的名额没有在期限内确认';

/** What a clerk calls about. */
export const callReasonLabels: Record<CallableKind, string> = {
  offered: '候补有名额，等她确认',
  displaced: '名额减少，被移出，排在候补最前',
  moved: '改到了另一场',
  changed: '时间或地点有变',
  cancelled: '报名已取消',
};

/** How a call ended, as the clerk ticks it. */
export const callResultLabels: Record<CallResult, string> = {
  reached: '打通了',
  'no-answer': '没接',
  'wrong-number': '号码不对',
};

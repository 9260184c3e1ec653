/** What happened to a registration, in words for the person whose it is. */
import type { RegistrationStatus } from './types';

/** The engine's happenings that are about one registration. */
export const changeKinds = [
  'booked',
  'waitlist',
  'promoted',
  'offered',
  'offer-expired',
  'moved',
  'cancelled',
  'attended',
  'displaced',
] as const;

export interface RegistrationChange {
  /** ISO 8601 at +08:00. */
  at: string;
  what: (typeof changeKinds)[number];
  by: 'me' | 'union' | 'service';
  /** How it stood afterwards. */
  status: RegistrationStatus | 'unknown';
}

const attended: Partial<Record<RegistrationChange['status'], string>> = {
  booked: '到场的登记撤回了',
  'checked-in': '到场签到',
  fulfilled: '完成了',
  noshow: '记成没有到场',
};

/** @example sayChange({ at: '…', what: 'moved', by: 'union', status: 'booked' }) // '工会改了场次' */
export function sayChange({ what, by, status }: RegistrationChange): string {
  switch (what) {
    case 'booked':
      return by === 'union' ? '工会帮着报上了' : '报上了';
    case 'waitlist':
      return '满了，排进候补';
    case 'promoted':
      return '轮到了，报上了';
    case 'offered':
      return '有名额了，等确认';
    case 'offer-expired':
      return '没有确认，给了下一位';
    case 'moved':
      return by === 'union' ? '工会改了场次' : '改了场次';
    case 'cancelled':
      return by === 'union' ? '工会取消了' : by === 'me' ? '自己取消了' : '撤回同意，取消了';
    case 'attended':
      return attended[status] ?? '有变动';
    case 'displaced':
      return '名额少了，回到候补';
  }
}

import type { RegistrationStatus } from '@yugong/domain/registration';

export const statusLabels: Record<RegistrationStatus, string> = {
  booked: '报上了',
  waitlist: '候补',
  'checked-in': '已签到',
  fulfilled: '已完成',
  noshow: '没有来',
  cancelled: '已取消',
};

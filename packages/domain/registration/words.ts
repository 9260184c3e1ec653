/** How a registration stands and what happened to it, in Chinese. */
import { sayInstant } from '../agenda';
import type { Day } from '../calendar';
import type { SessionWire } from '../session/wire';
import type { StateDescription } from '../session/words';
import type { RegistrationChange } from './history';
import type { CancelCause } from './types';
import type { RegistrationWire, StatusOnWire } from './wire';
import type { HeldWire } from './detail';

/** A registration's status as a label: in the roster, its export, the calendar and the person's own list. */
export const registrationStatusLabels: Record<StatusOnWire, string> = {
  booked: '报名成功',
  waitlist: '候补中',
  'checked-in': '已签到',
  fulfilled: '已完成',
  noshow: '未到场',
  cancelled: '已取消',
  unknown: '状态有更新',
};

/** Why a registration was cancelled, as counts and the roster tell it apart. */
export const cancelCauseLabels: Record<CancelCause, string> = {
  owner: '本人取消',
  union: '工会取消',
  lapsed: '候补到期',
  session: '场次取消',
};

/**
 * A registration's number as it is read out at the entrance: the last eight characters of its id, which are random.
 *
 * @example sayReference('01JD7Q9Z3K4M5N6P7Q8R9S0T1V') // '8R9S 0T1V'
 */
export const sayReference = (id: string): string => `${id.slice(-8, -4)} ${id.slice(-4)}`.toUpperCase();

/**
 * How a registration stands, for the person whose it is. Calling a session off cancels its registrations too; then
 * the session's end is what is described.
 *
 * @param now milliseconds since the epoch: a session that is over, and an offer that has lapsed, read differently
 * @example describeRegistration(waitlisted, session, { now, today }) // { state: 'unknown', word: '候补第 3 位', … }
 */
export function describeRegistration(
  {
    status,
    ahead,
    offerUntil,
    offerBegun = true,
    displaced = false,
  }: Pick<RegistrationWire, 'status' | 'ahead' | 'offerUntil'> &
    Partial<Pick<RegistrationWire, 'offerBegun' | 'displaced'>>,
  session: Pick<SessionWire, 'state' | 'endsAt'>,
  { now, today }: { now: number; today: Day },
): StateDescription {
  const isOver = Date.parse(session.endsAt) <= now;
  const word = registrationStatusLabels[status];
  if (session.state === 'cancelled' && (status === 'booked' || status === 'waitlist' || status === 'cancelled'))
    return { state: 'closed', word: '这一场已取消', detail: '请不要前往，可以改到其他场次' };
  switch (status) {
    case 'booked':
      return isOver ? { state: 'closed', word: '这一场已结束', detail: null } : { state: 'open', word, detail: null };
    case 'waitlist':
      if (offerUntil !== null && !offerBegun && !isOver)
        return { state: 'unknown', word: '有名额了，请确认', detail: '名额为你保留，看到后请尽快确认' };
      if (offerUntil !== null)
        return Date.parse(offerUntil) > now
          ? { state: 'unknown', word: '有名额了，请确认', detail: `请在 ${sayInstant(offerUntil, today)} 前确认` }
          : { state: 'closed', word: '确认已超时', detail: '名额已给下一位' };
      return isOver
        ? { state: 'closed', word: '这一场已结束', detail: '候补未轮到' }
        : displaced
          ? { state: 'unknown', word: `名额减少，候补第 ${ahead + 1} 位`, detail: '有空出的名额会直接给你，不需要确认' }
          : { state: 'unknown', word: `候补第 ${ahead + 1} 位`, detail: '有人取消就会轮到你' };
    case 'checked-in':
    case 'fulfilled':
      return { state: 'open', word, detail: null };
    case 'noshow':
    case 'cancelled':
      return { state: 'closed', word, detail: null };
    case 'unknown':
      return { state: 'unknown', word, detail: '请更新到新版本后查看' };
  }
}

/** How a sign-up stands whose number has to be proved, or that the union has to settle first, for whoever sent it. */
export const describeHeld = (
  {
    state,
    reason,
    session,
    proof = null,
  }: Pick<HeldWire, 'state' | 'reason'> & { session: Pick<SessionWire, 'state'> } & Partial<Pick<HeldWire, 'proof'>>,
  { now, today }: { now: number; today: Day },
): StateDescription => {
  if (session.state === 'cancelled') return { state: 'closed', word: '这一场已取消', detail: '可以报名其他场次' };
  if (state === 'returned') return { state: 'closed', word: '未通过核对', detail: reason };
  if (proof !== null)
    return Date.parse(proof.until) > now
      ? { state: 'unknown', word: '待验证手机号', detail: `请在 ${sayInstant(proof.until, today)} 前验证` }
      : { state: 'closed', word: '验证已超时', detail: '名额没有保留，可以重新报名' };
  return { state: 'unknown', word: '待工会核对', detail: '请保持电话畅通，核对后才算报名成功' };
};

const attendanceChanges: Partial<Record<StatusOnWire, string>> = {
  booked: '签到已撤销',
  'checked-in': '已签到',
  fulfilled: '已完成',
  noshow: '登记为未到场',
};

/**
 * One entry of a registration's history, for the person whose it is.
 *
 * @example describeChange({ at: '…', what: 'moved', by: 'union', status: 'booked' }) // '工会改了场次'
 */
export function describeChange({ what, by, status }: RegistrationChange): string {
  switch (what) {
    case 'booked':
      return by === 'union' ? '工会代为报名，报名成功' : '报名成功';
    case 'waitlist':
      return '名额已满，进入候补';
    case 'promoted':
      return by === 'union' ? '工会安排名额，报名成功' : '候补轮到，报名成功';
    case 'offered':
      return '有名额了，等待确认';
    case 'offer-expired':
      return '确认超时，名额已给下一位';
    case 'moved':
      return by === 'union' ? '工会改了场次' : '改了场次';
    case 'cancelled':
      return by === 'union' ? '工会已取消' : by === 'me' ? '本人已取消' : '撤回同意，报名已取消';
    case 'attended':
      return attendanceChanges[status] ?? '有变动';
    case 'displaced':
      return '名额减少，被移出，排在候补最前';
    case 'passed-on':
      return '没有联系上，名额先给了下一位';
    case 'corrected':
      return '工会更正了报名信息';
  }
}

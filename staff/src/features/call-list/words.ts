/** Calls and confirmations, as the console's sentences. */
import {
  confirmationWays,
  type CallWire,
  type ConfirmationsWire,
  type ConfirmationWay,
  type SmsUsageWire,
} from '@yugong/domain/notice/staff-wire';
import { confirmationLabels } from '@yugong/domain/notice/words';
import { sayReference } from '@yugong/domain/registration/words';
import { formatTime } from '../../parts/time';

type Subject = Pick<CallWire, 'registrationId' | 'heldId'>;

/** The number of a registration, or of a sign-up that is still to be settled, as the app shows it too. */
export const sayReferenceOf = ({ registrationId, heldId }: Subject): string =>
  sayReference(registrationId ?? heldId ?? '');

/** Whom a button is about: masked, or the registration's number where nothing else can be read. */
export const sayWhose = ({
  name,
  phone,
  unreadable,
  ...subject
}: Subject & Pick<CallWire, 'name' | 'phone' | 'unreadable'>): string =>
  unreadable ? `编号 ${sayReferenceOf(subject)}` : `${name} ${phone}`;

type Change = CallWire['changes'][number];

const fieldLabels: Record<Change['field'], string> = {
  title: '名称',
  place: '地点',
  address: '地址',
  floor: '楼层',
  phone: '电话',
  startsAt: '开始',
  endsAt: '结束',
  session: '场次',
  note: '提醒',
};

const valueOf = (field: Change['field'], value: string | null): string =>
  value === null ? '无' : field === 'startsAt' || field === 'endsAt' ? formatTime(value) : value;

/** @example describeChange({ field: 'place', from: '一楼', to: '三楼' }) // '地点：一楼 → 三楼' */
export const describeNoticeChange = ({ field, from, to }: Change): string =>
  `${fieldLabels[field]}：${valueOf(field, from)} → ${valueOf(field, to)}`;

/**
 * The numbers behind which a list stands: ways that reached nobody are left out, who isn't reached is always named.
 *
 * @example
 * confirmationCounts({ people: 23, read: 0, wechat: 15, sms: 4, called: 2, unconfirmed: 2 }).map(({ words }) => words)
 * // ['微信 15', '短信 4', '电话 2', '还没联系上 2']
 */
export const confirmationCounts = (
  confirmations: ConfirmationsWire,
): { way: ConfirmationWay; people: number; words: string }[] =>
  confirmationWays
    .filter((way) => way === 'unconfirmed' || confirmations[way] > 0)
    .map((way) => ({ way, people: confirmations[way], words: `${confirmationLabels[way]} ${confirmations[way]}` }));

/**
 * When to call again.
 *
 * @param nextAt null where the number is wrong
 * @param now milliseconds since the epoch
 */
export function sayNextCall(nextAt: string | null, now = Date.now()): string {
  if (nextAt === null) return '请先在名单里更正号码';
  return Date.parse(nextAt) > now ? `${formatTime(nextAt, now)} 后再打` : '现在可以再打';
}

/**
 * What SMS cost so far, and when none go out any more. Carriers bill a long text as several.
 *
 * @example
 * describeSmsUsage({ hour: { sent: 2, ceiling: 100 }, day: { sent: 13, ceiling: 500 }, month: { sent: 120, segments: 121 } })
 * // '短信：这一小时 2 条（上限 100），今天 13 条（上限 500），本月 120 条，计费 121 条'
 */
export function describeSmsUsage({ hour, day, month }: NonNullable<SmsUsageWire['sms']>): string {
  const full = hour.sent >= hour.ceiling || day.sent >= day.ceiling;
  const used = `短信：这一小时 ${hour.sent} 条（上限 ${hour.ceiling}），今天 ${day.sent} 条（上限 ${day.ceiling}），本月 ${month.sent} 条，计费 ${month.segments} 条`;
  return full ? `${used}。已到上限，暂不发短信，请打电话` : used;
}

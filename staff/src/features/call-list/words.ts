/** Calls and confirmations, as the console's sentences. */
import type { CallWire, ConfirmationsWire, SmsUsageWire } from '@yugong/domain/notice/staff-wire';
import { formatTime } from '../../parts/time';

type Change = CallWire['changes'][number];

const fieldLabels: Record<Change['field'], string> = {
  title: '名称',
  place: '地点',
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

/** Channels by which people were reached, in the order they are told; those that reached nobody are left out. */
const ways = [
  ['手机上已读', 'read'],
  ['微信', 'wechat'],
  ['短信', 'sms'],
  ['电话', 'called'],
] as const;

/**
 * @example
 * describeConfirmations({ people: 23, read: 0, wechat: 15, sms: 4, called: 2, unconfirmed: 2 })
 * // '23 人：微信 15、短信 4、电话 2、还没联系上 2'
 */
export function describeConfirmations(confirmations: ConfirmationsWire): string {
  const reached = ways
    .filter(([, way]) => confirmations[way] > 0)
    .map(([label, way]) => `${label} ${confirmations[way]}`);
  return `${confirmations.people} 人：${[...reached, `还没联系上 ${confirmations.unconfirmed}`].join('、')}`;
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

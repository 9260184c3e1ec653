/** What became of a notice on each channel, for whoever calls because none of them reached her. */
import { channels, templateKindOf, type Channel } from '@yugong/domain/notice';
import type { CallWire, UndeliveredCause } from '@yugong/domain/notice/staff-wire';
import type { DeliveryRow, NoticeRow } from '../../kernel/schema';
import type { ScopedContext } from '../context';
import { storeOf } from './scoped';

type Undelivered = Pick<NoticeRow, 'id' | 'kind' | 'registration_id' | 'held_id'>;

/** WeChat's codes and statuses that say something of her; every other is the operator's or WeChat's own matter. */
function wechatCause(reason: string): UndeliveredCause {
  if (reason === '43101') return 'no-consent';
  if (reason === '20004') return 'switched-off';
  return reason.includes('user block') ? 'blocked' : 'rejected';
}

/** The vendor's codes for one that was not taken, see sms/tencent. */
function smsCause(reason: string): UndeliveredCause {
  if (reason.includes('PhoneNumberInBlacklist')) return 'unsubscribed';
  if (reason.includes('IncorrectPhoneNumber')) return 'wrong-number';
  return reason.includes('LimitExceeded') ? 'limited' : 'rejected';
}

function causeOf({ channel, state, reason }: DeliveryRow): UndeliveredCause | null {
  switch (state) {
    case 'confirmed':
      return null;
    case 'later':
      return 'limited';
    case 'sending':
    case 'unknown':
    case 'accepted':
      return 'pending';
    case 'refused':
    case 'failed':
      if (reason === 'no-receipt') return 'no-receipt';
      if (channel === 'wechat') return wechatCause(reason ?? '');
      // A carrier gave it back, in words of its own.
      return state === 'failed' ? 'returned' : smsCause(reason ?? '');
  }
}

/**
 * Reads what was tried for all of them at once.
 *
 * @returns by a notice, and the number that she left (masked, empty where she left none, null where it can't be read),
 *   what became of each channel
 */
export async function attemptsOf({ scoped, tools: { sms, wechat } }: ScopedContext, notices: readonly Undelivered[]) {
  const { read } = storeOf(scoped);
  const ids = notices.map(({ id }) => id);
  const rows = await read.selectFrom('deliveries').selectAll().where('notice_id', 'in', ids).execute();
  const subjects = notices.flatMap(({ registration_id, held_id }) => registration_id ?? held_id ?? []);
  const grants = await read
    .selectFrom('wechat_grants')
    .select(['subject_id', 'template_kind'])
    .where('subject_id', 'in', subjects)
    .execute();
  const grantKey = (subject: string | null, kind: string) => `${subject} ${kind}`;
  const granted = new Set(grants.map((one) => grantKey(one.subject_id, one.template_kind)));
  const deliveryKey = (id: string, channel: Channel) => `${id} ${channel}`;
  const deliveries = new Map(rows.map((row) => [deliveryKey(row.notice_id, row.channel), row]));

  /** Why nothing was handed over on a channel. */
  const untried: Record<Channel, (notice: Undelivered, phone: string | null) => UndeliveredCause> = {
    wechat: ({ kind, registration_id, held_id }) => {
      const template = templateKindOf(kind);
      if (!wechat.templates?.[template]) return 'not-configured';
      return granted.has(grantKey(registration_id ?? held_id, template)) ? 'not-tried' : 'no-consent';
    },
    sms: (_, phone) => {
      if (!sms) return 'not-configured';
      if (phone === null) return 'unreadable';
      return phone === '' ? 'no-number' : 'not-tried';
    },
  };
  return (notice: Undelivered, phone: string | null): CallWire['attempts'] =>
    channels.flatMap((channel) => {
      const row = deliveries.get(deliveryKey(notice.id, channel));
      const cause = row ? causeOf(row) : untried[channel](notice, phone);
      return cause === null ? [] : [{ channel, cause }];
    });
}

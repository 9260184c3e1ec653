/** Proofs of arrival, as providers tell them by themselves: matched by the provider's id and by whom they name. */
import { templateKindOf, templateKinds, type Channel, type TemplateKind } from '@yugong/domain/notice';
import { DAY } from '@yugong/domain/time';
import type { Service } from '../kernel/context';
import type { DeliveryRow } from '../kernel/schema';
import { statement } from '../kernel/store';
import type { WechatEvents } from '../kernel/wechat';
import { confirmDelivery } from './engine';
import { recipientOf, refuseMessages } from './grants';

/** An answer that got lost is waited for so long. */
const UNSETTLED_FOR = DAY;

interface Receipt {
  channel: Channel;
  providerId: string;
  /** Whom the provider names: an openid or a number. */
  recipient: string;
  delivered: boolean;
  code: string;
}

const byId = ({ store }: Service, { channel, providerId }: Receipt) =>
  store.read
    .selectFrom('deliveries')
    .selectAll()
    .where('provider_id', '=', providerId)
    .where('channel', '=', channel)
    .executeTakeFirst();

/** Writes a receipt down. Its repetition, or a failure after the proof, changes nothing. */
async function take(service: Service, row: DeliveryRow, receipt: Receipt): Promise<void> {
  const { store, now } = service;
  if (row.recipient !== recipientOf(service, receipt.recipient)) return;
  if (receipt.delivered) return confirmDelivery(service, row, { provider_id: receipt.providerId });
  const fail = store.read
    .updateTable('deliveries')
    .set({ state: 'failed', reason: receipt.code, provider_id: receipt.providerId, updated_at: now() })
    .where('notice_id', '=', row.notice_id)
    .where('channel', '=', row.channel)
    .where('state', 'in', ['sending', 'unknown', 'accepted']);
  // The next channel's turn is now.
  const hurry = store.read
    .updateTable('notices')
    .set({ deliver_at: now() })
    .where('id', '=', row.notice_id)
    .where('deliver_at', 'is not', null);
  await store.write([statement(fail, 1), statement(hurry)]);
}

/**
 * WeChat's receipts. The answer to a send may be lost, or slower than its receipt: then the receipt is of the one message
 * of that template to that person which has no answer; where there are several, it says of none.
 */
export async function takeWechat(service: Service, { receipts, refusals }: WechatEvents): Promise<void> {
  const kindOf = (templateId: string): TemplateKind | undefined =>
    templateKinds.find((kind) => service.wechat.templates?.[kind]?.id === templateId);
  for (const { openid, templateId, messageId, delivered, status } of receipts) {
    const receipt: Receipt = { channel: 'wechat', providerId: messageId, recipient: openid, delivered, code: status };
    const row = (await byId(service, receipt)) ?? (await unanswered(service, openid, kindOf(templateId)));
    if (row) await take(service, row, receipt);
  }
  for (const { openid, templateId } of refusals) {
    const kind = kindOf(templateId);
    if (kind) await refuseMessages(service, openid, kind);
  }
}

async function unanswered(service: Service, openid: string, kind: TemplateKind | undefined) {
  const rows = await service.store.read
    .selectFrom('deliveries')
    .innerJoin('notices', 'notices.id', 'deliveries.notice_id')
    .selectAll('deliveries')
    .select('notices.kind')
    .where('deliveries.channel', '=', 'wechat')
    .where('deliveries.recipient', '=', recipientOf(service, openid))
    .where('deliveries.provider_id', 'is', null)
    .where('deliveries.state', 'in', ['sending', 'unknown', 'accepted', 'failed'])
    .where('deliveries.sent_at', '>', service.now() - UNSETTLED_FOR)
    .execute();
  const ofKind = rows.filter((row) => templateKindOf(row.kind) === kind);
  return ofKind.length === 1 ? ofKind[0] : undefined;
}

/**
 * Is it of a message with a code? That one has nobody to tell: who waits for it sees whether it comes. A receipt that is
 * quicker than the answer to the send, or comes in its place, is of the one to that number that has no answer.
 */
async function isOfCode({ store, secrets }: Service, { providerId, recipient }: Receipt): Promise<boolean> {
  const { read } = store;
  const rows = await read
    .selectFrom('code_messages')
    .select(['id', 'provider_id'])
    .where('recipient', '=', recipientOf({ secrets }, recipient))
    .orderBy('sent_at')
    .execute();
  if (rows.some(({ provider_id }) => provider_id === providerId)) return true;
  const unanswered = rows.find(({ provider_id }) => provider_id === null);
  if (!unanswered) return false;
  const number = read.updateTable('code_messages').set({ provider_id: providerId }).where('id', '=', unanswered.id);
  await store.write([statement(number)]);
  return true;
}

/** @returns how many of them are of no message known here: the provider tells those again */
export async function takeSms(
  service: Service,
  receipts: readonly { sid: string; mobile: string; delivered: boolean; code: string }[],
): Promise<number> {
  let unknown = 0;
  for (const { sid, mobile, delivered, code } of receipts) {
    const receipt: Receipt = { channel: 'sms', providerId: sid, recipient: mobile, delivered, code };
    const row = await byId(service, receipt);
    if (row) await take(service, row, receipt);
    else if (!(await isOfCode(service, receipt))) unknown += 1;
  }
  return unknown;
}

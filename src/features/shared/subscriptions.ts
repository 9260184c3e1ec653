/** A yes to WeChat's messages about what is sent: asked on the tap that sends it, and never a condition of it. */
import type { TemplateKind } from '@yugong/domain/notice';
import { SubscriptionWire, WechatOffers } from '@yugong/domain/wechat/wire';
import { agreeToMessages, hasMessages, messageTo, type MessageTemplate } from '@/platform/message';
import { newIdempotencyKey } from '@/platform/outbox';
import { askService, useService } from '@/platform/service';

/** Answers of WeChat's sheets, until what they belong to has arrived at the service. */
const agreed = new Map<string, Promise<TemplateKind[]>>();

/** The operator's templates; none in a browser, or before they are known. */
export function useMessageTemplates(): readonly MessageTemplate[] {
  const { served } = useService(WechatOffers, hasMessages ? '/api/v1/wechat' : null);
  return served.state === 'ready' ? served.data.templates : [];
}

/**
 * Opens WeChat's sheet, for three kinds at most. Only on a tap.
 *
 * @param key of what is sent, in the outbox
 * @param kinds that can come of it
 */
export function askOnSending(key: string, templates: readonly MessageTemplate[], kinds: readonly TemplateKind[]): void {
  const asked = templates.filter(({ kind }) => kinds.includes(kind));
  if (asked.length > 0)
    agreed.set(
      key,
      agreeToMessages(asked).then((answer) => answer.kinds),
    );
}

/**
 * @param path of the subscriptions of a registration or a request
 * @returns the kinds that may still come; null where the service was not reached or said no
 */
export async function subscribe(path: string, kinds: readonly TemplateKind[]): Promise<TemplateKind[] | null> {
  const who = await messageTo().catch(() => null);
  if (who === null) return null;
  const reply = await askService(SubscriptionWire, {
    path,
    method: 'POST',
    as: 'me',
    key: newIdempotencyKey(),
    body: { ...who, kinds },
  });
  return reply.kind === 'answered' ? reply.data.kinds : null;
}

/** Tells the service what was agreed to, once; where that fails, a registration's ticket asks again. */
export async function subscribeAgreed(key: string, path: string): Promise<void> {
  const kinds = (await agreed.get(key)) ?? [];
  agreed.delete(key);
  if (kinds.length > 0) await subscribe(path, kinds);
}

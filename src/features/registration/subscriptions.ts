/** Her yes to WeChat's messages about a registration: asked on the tap that sends it, and never a condition of it. */
import type { TemplateKind } from '@yugong/domain/notice';
import { SubscriptionWire, WechatOffers } from '@yugong/domain/wechat/wire';
import { agreeToMessages, hasMessages, messageTo, type MessageTemplate } from '@/platform/message';
import { newIdempotencyKey } from '@/platform/outbox';
import { askService, useService } from '@/platform/service';
import { registrationPath } from './endpoints';

/** What a sign-up asks for; an answer to a request is asked for there. */
const ASKED: readonly TemplateKind[] = ['change', 'offer', 'reminder'];

/** Answers of WeChat's sheets, until the sign-up that they belong to has its registration. */
const agreed = new Map<string, Promise<TemplateKind[]>>();

export const subscriptionsPath = (registration: string): string => `${registrationPath(registration)}/subscriptions`;

/** The operator's templates; none in a browser, or before they are known. */
export function useMessageTemplates(): readonly MessageTemplate[] {
  const { served } = useService(WechatOffers, hasMessages ? '/api/v1/wechat' : null);
  return served.state === 'ready' ? served.data.templates : [];
}

/**
 * Opens WeChat's sheet, for three kinds at most. Only on a tap.
 *
 * @param key of the sign-up in the outbox
 */
export function askOnSending(key: string, templates: readonly MessageTemplate[]): void {
  const asked = templates.filter(({ kind }) => ASKED.includes(kind));
  if (asked.length > 0)
    agreed.set(
      key,
      agreeToMessages(asked).then(({ kinds }) => kinds),
    );
}

/** @returns the kinds that may still come; null where the service was not reached or said no */
export async function subscribe(registration: string, kinds: readonly TemplateKind[]): Promise<TemplateKind[] | null> {
  const who = await messageTo().catch(() => null);
  if (who === null) return null;
  const reply = await askService(SubscriptionWire, {
    path: subscriptionsPath(registration),
    method: 'POST',
    as: 'me',
    key: newIdempotencyKey(),
    body: { ...who, kinds },
  });
  return reply.kind === 'answered' ? reply.data.kinds : null;
}

/** Tells the service what was agreed to; where that fails, the ticket asks again. */
export async function subscribeAgreed(key: string, registration: string): Promise<void> {
  const kinds = (await agreed.get(key)) ?? [];
  agreed.delete(key);
  if (kinds.length > 0) await subscribe(registration, kinds);
}

/** One message of WeChat's to the phone's owner, for which it has to be asked each time. */
import Taro from '@tarojs/taro';
import { identify } from '../service/reach';
import type { TemplateKind } from '@yugong/domain/notice';
import type { Agreed, MessageTemplate } from './types';

export type { Agreed, MessageTemplate } from './types';

export const hasMessages = true;

/** WeChat's main switch for this mini-program's messages is off: it doesn't even ask. */
const SWITCHED_OFF = 20004;

const isSwitchedOff = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'errCode' in error && error.errCode === SWITCHED_OFF;

/** What WeChat's sheet takes at once. */
const MOST = 3;

const isAnswers = (answer: unknown): answer is Record<string, string> => typeof answer === 'object' && answer !== null;

/**
 * Asks, on one sheet of WeChat's, for a message of each kind. Only on a tap, before anything else is waited for. Whoever
 * ticked 「总是保持以上选择」 sees no sheet and is counted by what she chose then; a kind that WeChat took away or bans is
 * one that wasn't agreed to.
 */
export async function agreeToMessages(
  templates: readonly MessageTemplate[],
): Promise<{ kinds: TemplateKind[]; why: Agreed }> {
  const asked = templates.slice(0, MOST);
  try {
    // `entityIds` is Alipay's; Taro's types want both.
    const answer: unknown = await Taro.requestSubscribeMessage({ tmplIds: asked.map(({ id }) => id), entityIds: [] });
    const kinds = asked.filter(({ id }) => isAnswers(answer) && answer[id] === 'accept').map(({ kind }) => kind);
    return { kinds, why: kinds.length > 0 ? 'agreed' : 'declined' };
  } catch (error) {
    return { kinds: [], why: isSwitchedOff(error) ? 'switched-off' : 'failed' };
  }
}

/**
 * Asks whether one message may come. Only on a tap, before anything else is waited for.
 *
 * @param template as it is named in the operator's console
 */
export const agreeToMessage = async (template: string): Promise<Agreed> =>
  (await agreeToMessages([{ kind: 'reminder', id: template }])).why;

/** What the service needs to know whom the message is for: a code, or nothing where WeChat's gateway says it. */
export const messageTo = async (): Promise<object> => (await identify())?.body ?? {};

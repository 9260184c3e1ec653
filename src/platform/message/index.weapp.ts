/** One message of WeChat's to the phone's owner, for which it has to be asked each time. */
import Taro from '@tarojs/taro';
import { identify } from '../service/reach';
import type { Agreed } from './types';

export type { Agreed } from './types';

export const hasMessages = true;

/** WeChat's main switch for this mini-program's messages is off: it doesn't even ask. */
const SWITCHED_OFF = 20004;

const isSwitchedOff = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'errCode' in error && error.errCode === SWITCHED_OFF;

/**
 * Asks whether one message may come. Only on a tap, before anything else is waited for.
 *
 * @param template as it is named in the operator's console
 */
export async function agreeToMessage(template: string): Promise<Agreed> {
  try {
    // `entityIds` is Alipay's; Taro's types want both.
    const answer = await Taro.requestSubscribeMessage({ tmplIds: [template], entityIds: [] });
    return (answer as unknown as Record<string, string>)[template] === 'accept' ? 'agreed' : 'declined';
  } catch (error) {
    return isSwitchedOff(error) ? 'switched-off' : 'failed';
  }
}

/** What the service needs to know whom the message is for: a code, or nothing where WeChat's gateway says it. */
export const messageTo = async (): Promise<unknown> => (await identify())?.body ?? {};

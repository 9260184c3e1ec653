/** One question to WeChat's server. What it answers is read field by field: nothing of it is taken on trust. */
import { WechatRefusal } from '../kernel/wechat';
import type { ProblemCode } from '@yugong/domain/problem';

export interface WechatAnswer {
  errcode?: unknown;
  [field: string]: unknown;
}

/** What any question may be answered with when WeChat has too much to do. */
const BUSY: Record<number, ProblemCode> = { [-1]: 'wechat-busy', 45011: 'wechat-busy' };

/** WeChat's errcode; 0 where it says that all is well, or nothing. */
export const errcodeOf = ({ errcode }: WechatAnswer): number => Number(errcode ?? 0);

/**
 * @param codes what else its errcodes mean here; everything that isn't named is its trouble, not the person's
 */
export const wechatRefusalOf = (answer: WechatAnswer, codes: Record<number, ProblemCode> = {}): WechatRefusal => {
  const errcode = errcodeOf(answer);
  return new WechatRefusal(codes[errcode] ?? BUSY[errcode] ?? 'wechat-unavailable');
};

const isAnswer = (answer: unknown): answer is WechatAnswer => typeof answer === 'object' && answer !== null;

/**
 * WeChat's JSON. Its message ids are integers of 64 bits, more than a number holds, so they are read as text: two that
 * differ in their last digits would be the same otherwise.
 *
 * @example parseWechat('{"errcode":0,"msgid":1988810812324364291}') // { errcode: 0, msgid: '1988810812324364291' }
 */
export const parseWechat = (text: string): unknown =>
  JSON.parse(text.replace(/("(?:msgid|MsgID)"\s*:\s*)(\d+)/g, '$1"$2"'));

/**
 * Asks once: a POST where there is something to send.
 *
 * @returns an empty answer where something else than WeChat's JSON came back; a picture as `image`
 * @throws WechatRefusal where nothing came back within `timeout` milliseconds
 */
export async function callWechat(address: URL, timeout: number, body?: object): Promise<WechatAnswer> {
  try {
    const response = await fetch(address, {
      signal: AbortSignal.timeout(timeout),
      redirect: 'error',
      ...(body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    });
    if (response.ok && response.headers.get('content-type')?.startsWith('image/'))
      return { image: new Uint8Array(await response.arrayBuffer()) };
    // WeChat answers JSON as text/plain, and errors with 200.
    const answer = parseWechat(await response.text());
    return response.ok && isAnswer(answer) ? answer : {};
  } catch {
    // The reason names the address, which holds a secret: it goes nowhere.
    throw new WechatRefusal('wechat-unavailable');
  }
}

/** An answer as `Taro.request` hands it out: a promise that can be aborted and listened to. */
import type Taro from '@tarojs/taro';

interface Answer {
  statusCode: number;
  data: unknown;
  header?: Record<string, string>;
}

/**
 * @param answer rejects where nothing arrives
 * @example jest.spyOn(Taro, 'request').mockImplementation(() => requestTask(Promise.resolve({ statusCode: 204, data: '' })))
 */
export function requestTask(answer: Promise<Answer>): Taro.RequestTask<unknown> {
  const nothing = () => undefined;
  return Object.assign(
    answer.then((given) => ({ header: {}, errMsg: 'request:ok', ...given })),
    {
      abort: nothing,
      onHeadersReceived: nothing,
      offHeadersReceived: nothing,
      onChunkReceived: nothing,
      offChunkReceived: nothing,
    },
  );
}

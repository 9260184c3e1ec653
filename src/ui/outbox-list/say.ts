/** How something in the outbox stands, in words. Nothing is called done that the service has not acknowledged. */
import { dayAt, sayDay, type Day, timeAt } from '@yugong/domain/calendar';
import type { OutboxItem } from '@/platform/outbox';

export type Tone = 'plain' | 'open' | 'unknown' | 'wrong';

export function sayState({ progress, attempts }: OutboxItem, online: boolean): { text: string; tone: Tone } {
  switch (progress.state) {
    case 'waiting': {
      const before = attempts === 0 ? '还没发出' : '没收到回音';
      return { text: `${before}，${online ? '稍后自动发' : '有网络了自动发'}`, tone: 'unknown' };
    }
    case 'sending':
      return { text: progress.stopping ? '正在停下……' : '正在发……', tone: 'plain' };
    case 'done':
      return { text: '对方已收到', tone: 'open' };
    case 'refused':
      return { text: `没有办成：${progress.title}`, tone: 'wrong' };
    case 'stopped':
      return { text: '已停下，但之前可能已经送到', tone: 'unknown' };
  }
}

/** When it was handed in, in Chongqing: 今天 09:30. */
export const sayWhen = ({ createdAt }: OutboxItem, today: Day): string =>
  `${sayDay(dayAt(createdAt), today)} ${timeAt(createdAt)}`;

/** What giving up means; it depends on whether it may have arrived. */
export const sayCancel = ({ attempts }: OutboxItem): string =>
  attempts === 0
    ? '它还没有发出去。不发了，就从手机里删掉。'
    : '它可能已经送到，只是没有收到回音。停下后不再发，要不要取消，请到对应的页面或打电话核实。';

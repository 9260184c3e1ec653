import { useEffect } from 'react';
import { dismissFromOutbox, useOutbox, type OutboxItem } from '@/platform/outbox';
import { forgetServed } from '@/platform/service';
import { changeOf, registrationOf } from '../outbox-kinds';

export interface PendingChange {
  item: OutboxItem;
  what: 'move' | 'take' | 'cancel';
}

/** What was asked for a registration and is not settled, the last first; what is done leaves by itself. */
export function usePendingChanges(id: string, onDone: () => void): PendingChange[] {
  const items = useOutbox().filter((item) => registrationOf(item) === id);
  const done = items.find(({ progress }) => progress.state === 'done')?.key;
  useEffect(() => {
    if (done === undefined) return;
    dismissFromOutbox(done);
    forgetServed();
    onDone();
    // Once for each that is done, whoever listens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [done]);
  return items
    .filter(({ progress }) => progress.state !== 'done')
    .flatMap((item) => {
      const what = changeOf(item);
      return what ? [{ item, what }] : [];
    })
    .reverse();
}

const asked: Record<PendingChange['what'], string> = { move: '改期', take: '确认', cancel: '取消' };
const meanwhile: Record<PendingChange['what'], string> = {
  move: '改期成功后才会释放原名额。',
  take: '收到确认后才生效。',
  cancel: '取消成功前，名额仍为你保留。',
};

/** How a change stands, in words: what was asked, then what is certain. */
export function describePendingChange({ item: { progress, attempts }, what }: PendingChange, online: boolean): string {
  const name = asked[what];
  switch (progress.state) {
    case 'waiting':
      if (attempts > 0) return `${name}已发送，暂未收到确认，会自动重新发送。${meanwhile[what]}`;
      return `${name}待发送，${online ? '即将发送' : '联网后自动发送'}。${meanwhile[what]}`;
    case 'sending':
      return `正在${name}……${meanwhile[what]}`;
    case 'refused':
      return `${name}未成功：${progress.title}。`;
    case 'stopped':
      return `已停止${name}，但之前可能已送达，请看上方状态。`;
    case 'done':
      return `${name}成功。`;
  }
}

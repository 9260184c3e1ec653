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
    .map((item) => ({ item, what: changeOf(item) as PendingChange['what'] }))
    .reverse();
}

const asked: Record<PendingChange['what'], string> = { move: '改期', take: '确认', cancel: '取消' };
const meanwhile: Record<PendingChange['what'], string> = {
  move: '原来的名额还在，改成了才换。',
  take: '收到回音才算确认。',
  cancel: '没取消成之前，名额还是你的。',
};

/** How a change stands, in words: what was asked, then what is certain. */
export function describePendingChange({ item: { progress, attempts }, what }: PendingChange, online: boolean): string {
  const name = asked[what];
  switch (progress.state) {
    case 'waiting':
      if (attempts > 0) return `${name}发出去了，没收到回音，会自动再发。${meanwhile[what]}`;
      return `${name}还没发出，${online ? '马上就发' : '有网了自动发'}。${meanwhile[what]}`;
    case 'sending':
      return `正在${name}……${meanwhile[what]}`;
    case 'refused':
      return `没有${name}成：${progress.title}。`;
    case 'stopped':
      return `${name}停下了，但之前可能已经送到，看看上面的状态。`;
    case 'done':
      return `${name}好了。`;
  }
}

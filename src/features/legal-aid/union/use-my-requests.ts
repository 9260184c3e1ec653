import { useEffect } from 'react';
import { useOutbox } from '@/platform/outbox';
import { useRequests, useSeen } from '../../shared/legal-aid-news';
import { allKinds, isDeleted, waitingRequests } from './kinds';

/** The requests of this phone, asked for again whenever something of theirs has arrived. */
export function useMyRequests() {
  const outbox = useOutbox();
  const { served, refresh, news } = useRequests();
  const know = useSeen((state) => state.know);
  const arrived = outbox.filter(({ kind, progress }) => allKinds.includes(kind) && progress.state === 'done').length;
  useEffect(() => {
    if (arrived > 0) void refresh();
  }, [arrived, refresh]);
  const all = served?.state === 'ready' ? served.data.requests : null;
  useEffect(() => {
    if (all) know(all);
  }, [all, know]);
  return {
    served,
    refresh,
    news,
    outbox,
    waiting: waitingRequests(outbox),
    requests: (all ?? []).filter(({ id }) => !isDeleted(outbox, id)),
  };
}

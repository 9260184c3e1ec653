import { useMemo } from 'react';
import { useService, type Served } from '@/platform/service';
import { PROGRAMMES, Programmes, Session, sessionPath } from '../answers';
import { useDraft, type Seen } from './draft';

/** A session with its programme, as the service has them, or as they were last seen while the form was filled in. */
export function useSeen(id: string): {
  seen: Seen | null;
  /** Is it from before the network went? */
  old: boolean;
  served: Served<unknown>;
  refresh: () => Promise<void>;
} {
  const session = useService(Session, id === '' ? null : sessionPath(id));
  const programmes = useService(Programmes, PROGRAMMES);
  const kept = useDraft((state) => state.draft.sessions[id]?.seen ?? null);
  const current = session.served.state === 'ready' ? session.served : null;
  const all = programmes.served.state === 'ready' ? programmes.served : null;
  const seen = useMemo<Seen | null>(() => {
    const programme = all?.data.programmes.find((one) => one.id === current?.data.programmeId);
    return current && programme ? { session: current.data, programme } : null;
  }, [current, all]);
  return {
    seen: seen ?? kept,
    old: seen === null || (current?.old ?? true),
    // The worse of the two is the one to tell.
    served: session.served.state === 'ready' ? programmes.served : session.served,
    refresh: async () => {
      await Promise.all([session.refresh(), programmes.refresh()]);
    },
  };
}

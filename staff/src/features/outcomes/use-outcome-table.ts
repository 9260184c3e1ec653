/** Selection, paging and writes of the table of outcomes. */
import { useState } from 'react';
import { OutcomesSetWire, type OutcomeEdit, type OutcomeRosterRow } from '@yugong/domain/screening-outcome/wire';
import { useWrite } from '../../api/use-write';
import { useToast } from '../../parts/use-toast';
import { setOutcomesEndpoint } from './api';

/** The service takes no more ids at once. */
const MAX_PER_REQUEST = 200;
const PAGE_SIZE = 100;

export function useOutcomeTable(sessionId: string, rows: readonly OutcomeRosterRow[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [page, setPage] = useState(1);
  const { done, failed } = useToast();
  const write = useWrite(OutcomesSetWire, { stale: ['outcomes'] });

  /** Writes in batches; those written before one fails stay written. */
  const set = async (ids: readonly string[], edit: OutcomeEdit): Promise<void> => {
    let changed = 0;
    try {
      for (let at = 0; at < ids.length; at += MAX_PER_REQUEST) {
        const body = { ids: ids.slice(at, at + MAX_PER_REQUEST), set: edit };
        changed += (await write.mutateAsync({ endpoint: setOutcomesEndpoint(sessionId), body })).changed;
      }
      setChosen(new Set());
      done(`已记录 ${changed} 人`);
    } catch (error) {
      failed(error);
    }
  };
  const flip = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const pending = rows.filter(({ outcome }) => outcome.notifiedAt === null).map(({ registrationId }) => registrationId);
  return {
    shown: rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    pages: { page, size: PAGE_SIZE, total: rows.length, go: setPage },
    chosen,
    flip,
    pending,
    choosePending: () => setChosen(new Set(pending)),
    set,
    busy: write.isPending,
  };
}

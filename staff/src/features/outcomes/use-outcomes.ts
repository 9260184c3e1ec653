/** Which of those who came are chosen and shown, and what is noted of them. */
import { useState } from 'react';
import { OutcomesSetWire, type OutcomeEdit, type OutcomeRow } from '@yugong/domain/screening-outcome/wire';
import { useWrite } from '../../api/use-write';
import { useSaid } from '../../parts/use-said';
import { setLine } from './lines';

/** As many as the service takes at once. */
const BATCH = 200;
const SIZE = 100;

export function useOutcomeTable(sessionId: string, rows: readonly OutcomeRow[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [page, setPage] = useState(1);
  const { done, failed } = useSaid();
  const write = useWrite(OutcomesSetWire, { stale: ['outcomes'] });

  /** A batch after the other; what was noted before one failed stays noted. */
  const set = async (ids: readonly string[], edit: OutcomeEdit): Promise<void> => {
    let changed = 0;
    try {
      for (let at = 0; at < ids.length; at += BATCH) {
        const body = { ids: ids.slice(at, at + BATCH), set: edit };
        changed += (await write.mutateAsync({ line: setLine(sessionId), body })).changed;
      }
      setChosen(new Set());
      done(`记下了 ${changed} 个人`);
    } catch (error) {
      failed(error);
    }
  };
  const flip = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const untold = rows.filter(({ outcome }) => outcome.notifiedAt === null).map(({ registrationId }) => registrationId);
  return {
    shown: rows.slice((page - 1) * SIZE, page * SIZE),
    pages: { page, size: SIZE, total: rows.length, go: setPage },
    chosen,
    flip,
    untold,
    chooseUntold: () => setChosen(new Set(untold)),
    set,
    busy: write.isPending,
  };
}

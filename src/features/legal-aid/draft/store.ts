/**
 * What the worker has told the phone so far. It stays on this phone, is gone thirty days after the last change, and
 * nothing of it is sent unless its author asks the union and says so there.
 */
import { create } from 'zustand';
import { forgetCopied } from '@/platform/clipboard';
import { forgetDocuments } from '@/platform/document';
import { useMyDates } from '@/platform/my-dates';
import { clearFromOutbox } from '@/platform/outbox';
import { forgetServed } from '@/platform/service';
import { forget, load, save, stored, type LegalDraft, whenForgotten } from '@/platform/storage';
import { useSeen } from '../../shared/legal-aid-news';
import { allKinds } from '../union/kinds';

export type { LegalDraft } from '@/platform/storage';

/** Legal dates in the reader's own calendar are called by this. */
export const DATE_PREFIX = 'legal-aid:';

interface DraftStore {
  draft: LegalDraft;
  /** Could the last change not be written? It is still on the screen then. */
  unkept: boolean;
  change: (part: Partial<LegalDraft>) => void;
  setField: (name: string, value: string) => void;
  /** Takes everything of it off this phone: the saved days, what waits to go out, what was read of the union's answers. */
  clear: () => void;
}

const empty: LegalDraft = stored.legalDraft.initial;

export const useDraft = create<DraftStore>((set, get) => ({
  draft: load(stored.legalDraft),
  unkept: false,
  change: (part) => {
    const draft = { ...get().draft, ...part };
    set({ draft, unkept: !save(stored.legalDraft, draft) });
  },
  setField: (name, value) => {
    const others = Object.entries(get().draft.fields).filter(([other]) => other !== name);
    get().change({ fields: Object.fromEntries(value === '' ? others : [...others, [name, value]]) });
  },
  clear: () => {
    forget(stored.legalDraft);
    forgetCopied();
    forgetDocuments();
    clearFromOutbox(allKinds);
    useSeen.getState().forget();
    forgetServed();
    const { items, remove } = useMyDates.getState();
    for (const { id } of items) if (id.startsWith(DATE_PREFIX)) remove(id);
    set({ draft: empty, unkept: false });
  },
}));

// Another page clears the phone.
whenForgotten(stored.legalDraft, () => useDraft.setState({ draft: empty, unkept: false }));

/** One field of the draft, to read and to write. */
export function useField(name: string): { value: string; onChange: (value: string) => void } {
  const value = useDraft((state) => state.draft.fields[name] ?? '');
  const setField = useDraft((state) => state.setField);
  return { value, onChange: (next) => setField(name, next) };
}

/** Is there anything to clear? */
export const hasDraft = (draft: LegalDraft): boolean =>
  Object.values(draft).some((part) => (Array.isArray(part) ? part.length > 0 : Object.keys(part).length > 0));

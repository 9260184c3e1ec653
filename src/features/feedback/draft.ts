/** What is being written to the union, kept on this phone until it has arrived or thirty days have passed. */
import { create } from 'zustand';
import { forget, load, save, stored, whenForgotten } from '@/platform/storage';

/** Fields by their name in the form; what was left empty is absent. */
export type ComplaintDraft = Readonly<Record<string, string>>;

interface DraftStore {
  fields: ComplaintDraft;
  set: (name: string, value: string) => void;
  /** Takes fields off the phone; all of them where none are named. */
  drop: (names?: readonly string[]) => void;
}

export const useComplaintDraft = create<DraftStore>((set, get) => {
  const keep = (entries: [string, string][]) => {
    const fields = Object.fromEntries(entries);
    set({ fields });
    save(stored.complaintDraft, fields);
  };
  const without = (names: readonly string[]) => Object.entries(get().fields).filter(([name]) => !names.includes(name));
  return {
    fields: load(stored.complaintDraft),
    set: (name, value) => {
      const others = without([name]);
      keep(value === '' ? others : [...others, [name, value]]);
    },
    drop: (names) => {
      if (names) return keep(without(names));
      forget(stored.complaintDraft);
      set({ fields: {} });
    },
  };
});

// Another page clears the phone.
whenForgotten(stored.complaintDraft, () => useComplaintDraft.setState({ fields: {} }));

/** One field of the draft, to read and to write. */
export function useComplaintField(name: string): { value: string; onChange: (value: string) => void } {
  const value = useComplaintDraft((state) => state.fields[name] ?? '');
  const set = useComplaintDraft((state) => state.set);
  return { value, onChange: (next) => set(name, next) };
}

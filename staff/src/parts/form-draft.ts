/**
 * Drafts of forms, kept in this tab until they are saved, so that a dead network, an expired sign-in or a reload loses
 * nothing. Personal data doesn't belong in here.
 */
export interface FormDraft<T> {
  read(): T | null;
  save(value: T): void;
  drop(): void;
}

export function openFormDraft<T>(name: string): FormDraft<T> {
  const key = `draft.${name}`;
  return {
    read: () => {
      try {
        return JSON.parse(sessionStorage.getItem(key) ?? 'null');
      } catch {
        return null;
      }
    },
    save: (value) => sessionStorage.setItem(key, JSON.stringify(value)),
    drop: () => sessionStorage.removeItem(key),
  };
}

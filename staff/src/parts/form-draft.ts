/**
 * What is being typed, kept in this tab until it is saved: a dead network, a login that ran out or a reload loses
 * nothing. Nothing personal belongs in here.
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
        return JSON.parse(sessionStorage.getItem(key) ?? 'null') as T | null;
      } catch {
        return null;
      }
    },
    save: (value) => sessionStorage.setItem(key, JSON.stringify(value)),
    drop: () => sessionStorage.removeItem(key),
  };
}

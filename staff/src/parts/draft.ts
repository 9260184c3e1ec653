/**
 * What is being typed, kept in this tab until it is saved: a dead network, a login that ran out or a reload loses
 * nothing. Nothing personal belongs in here.
 */
export interface Draft<T> {
  read(): T | null;
  keep(value: T): void;
  drop(): void;
}

export function draftOf<T>(name: string): Draft<T> {
  const key = `draft.${name}`;
  return {
    read: () => {
      try {
        return JSON.parse(sessionStorage.getItem(key) ?? 'null') as T | null;
      } catch {
        return null;
      }
    },
    keep: (value) => sessionStorage.setItem(key, JSON.stringify(value)),
    drop: () => sessionStorage.removeItem(key),
  };
}

import type { ListOrMapProps } from './types';

/** A browser has no map without a map maker's key: there is the list, and each station leads to a map app. */
export function ListOrMap({ children }: ListOrMapProps) {
  return <>{children}</>;
}

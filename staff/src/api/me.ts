/** Who is at the screen, and what they may do. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { Permission } from '@yugong/domain/staff-account';
import { MeWire } from '@yugong/domain/staff-account/wire';
import { MINUTE } from '@yugong/domain/time';
import { ask } from './client';
import { keepMe } from './kept-me';

export const useWhoAmI = (): UseQueryResult<MeWire> =>
  useQuery({
    queryKey: ['me'],
    queryFn: async ({ signal }) => {
      const me = await ask('GET /me', { answer: MeWire, signal });
      keepMe(me);
      return me;
    },
    staleTime: MINUTE,
    // Signed out for being idle is seen before something is typed in vain.
    refetchInterval: 5 * MINUTE,
  });

export const Me = createContext<MeWire | null>(null);

/** Only under the layout, where somebody is signed in. */
export function useMe(): MeWire {
  const me = useContext(Me);
  if (!me) throw new Error('nobody is signed in here');
  return me;
}

export const can = (me: MeWire, permission: Permission): boolean => me.permissions.includes(permission);

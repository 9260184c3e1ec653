/** The signed-in person and their permissions. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { Permission } from '@yugong/domain/staff-account';
import { MeWire } from '@yugong/domain/staff-account/wire';
import { MINUTE } from '@yugong/domain/time';
import { isUnreached } from './api-error';
import { callApi } from './client';
import { storeMe } from './stored-me';

export const useMeQuery = (): UseQueryResult<MeWire> =>
  useQuery({
    queryKey: ['me'],
    queryFn: async ({ signal }) => {
      const me = await callApi('GET /me', { answer: MeWire, signal });
      storeMe(me);
      return me;
    },
    staleTime: MINUTE,
    // A sign-out for being idle is noticed before somebody types in vain.
    refetchInterval: ({ state }) => (isUnreached(state.error) ? 5000 : 5 * MINUTE),
  });

export const MeContext = createContext<MeWire | null>(null);

/** Gives the signed-in person; works only under the layout. */
export function useMe(): MeWire {
  const me = useContext(MeContext);
  if (!me) throw new Error('nobody is signed in here');
  return me;
}

export const hasPermission = (me: MeWire, permission: Permission): boolean => me.permissions.includes(permission);

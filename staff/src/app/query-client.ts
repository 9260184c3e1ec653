/** How answers are kept while the console is open: never on disk, since they hold people's data. */
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { Refusal, SIGNED_OUT } from '../api/refusal';

export const openClient = (): QueryClient => {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, { queryKey }) => {
        // Logged out elsewhere, or for being idle: the login page takes over, and what is typed stays where it is.
        if (error instanceof Refusal && error.code === SIGNED_OUT && queryKey[0] !== 'me')
          void client.invalidateQueries({ queryKey: ['me'] });
      },
    }),
    defaultOptions: {
      queries: {
        // `ask` asks again by itself.
        retry: false,
        staleTime: 15_000,
        refetchOnWindowFocus: true,
        // A call that finds no network says so instead of waiting without a word.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
};

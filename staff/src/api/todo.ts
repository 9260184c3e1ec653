/** What there is to do now: the list of 今日待办. */
import { useQuery } from '@tanstack/react-query';
import { TodoWire } from '@yugong/domain/todo/wire';
import { MINUTE } from '@yugong/domain/time';
import { callApi } from './client';

export const useTodo = () =>
  useQuery({
    queryKey: ['todo'],
    queryFn: ({ signal }) => callApi('GET /me/todo', { answer: TodoWire, signal }),
    refetchInterval: 2 * MINUTE,
    // The browser's notification is for whoever looks at something else.
    refetchIntervalInBackground: true,
  });

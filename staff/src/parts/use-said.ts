/** Short word of what was done, or why not. */
import { App } from 'antd';
import { sayError } from '../api/refusal';

export function useSaid(): { done: (text: string) => void; failed: (error: unknown) => void } {
  const { message } = App.useApp();
  return {
    done: (text) => void message.success(text),
    failed: (error) => void message.error(sayError(error)),
  };
}

/** Short word of what was done, or why not. */
import { App } from 'antd';
import { describeError } from '../api/api-error';

export function useToast(): { done: (text: string) => void; failed: (error: unknown) => void } {
  const { message } = App.useApp();
  return {
    done: (text) => void message.success(text),
    failed: (error) => void message.error(describeError(error)),
  };
}

/** Short messages that something was done, or why it wasn't. */
import { App } from 'antd';
import { describeError } from '../api/api-error';

export function useToast(): { done: (text: string) => void; failed: (error: unknown) => void } {
  const { message } = App.useApp();
  return {
    done: (text) => void message.success(text),
    failed: (error) => void message.error(describeError(error)),
  };
}

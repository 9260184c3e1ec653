/** The browser's notification of something new to do, for who wants it on this device. It never names anybody. */
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { TodoItemWire } from '@yugong/domain/todo/wire';
import { countNew } from './todo-rows';

const KEY = 'todo-notification';
const CHANGED = 'todo-notification-changed';

const isPossible = (): boolean => 'Notification' in window;

/** Whether it was asked for on this device, and the browser allows it. */
const isOn = (): boolean => isPossible() && Notification.permission === 'granted' && localStorage.getItem(KEY) === 'on';

export type NotificationSetting = 'on' | 'off' | 'denied' | 'impossible';

function setting(): NotificationSetting {
  if (!isPossible()) return 'impossible';
  if (Notification.permission === 'denied') return 'denied';
  return isOn() ? 'on' : 'off';
}

const follow = (changed: () => void): (() => void) => {
  window.addEventListener(CHANGED, changed);
  return () => window.removeEventListener(CHANGED, changed);
};

export const useNotificationSetting = (): NotificationSetting => useSyncExternalStore(follow, setting);

/** Asks the browser where it hasn't decided yet. */
export async function switchNotifications(on: boolean): Promise<void> {
  if (on && Notification.permission === 'default') await Notification.requestPermission();
  if (on) localStorage.setItem(KEY, 'on');
  else localStorage.removeItem(KEY);
  window.dispatchEvent(new Event(CHANGED));
}

/** Tells of what has come in since the last look, where the page isn't the one in front. */
export function useTodoNotification(items: readonly TodoItemWire[] | undefined): void {
  const before = useRef<readonly TodoItemWire[] | null>(null);
  useEffect(() => {
    if (!items) return;
    const more = before.current ? countNew(before.current, items) : 0;
    before.current = items;
    if (more === 0 || document.hasFocus() || !isOn()) return;
    const shown = new Notification('渝工随行管理台', { body: `新增 ${more} 项待办，请打开查看。`, tag: KEY });
    shown.onclick = () => {
      window.focus();
      shown.close();
    };
  }, [items]);
}

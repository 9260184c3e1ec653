import type { MouseEvent } from 'react';
import { open, replace } from '@/platform/navigation';
import type { PressableProps } from './types';

/**
 * Anything that can be tapped, at least 44 px high and wide. In a browser it is a real link or a real
 * button, so that the keyboard, a screen reader and "open in a new tab" all work by themselves.
 */
export function Pressable(props: PressableProps) {
  const className = `pressable ${props.className ?? ''}`;
  const { url } = props;
  if (url !== undefined) {
    const follow = (event: MouseEvent) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (props.replace) replace(url);
      else open(url);
    };
    return (
      <a className={className} href={url} onClick={follow} aria-label={props.label}>
        {props.children}
      </a>
    );
  }
  return (
    <button
      type="button"
      className={className}
      onClick={props.onPress}
      disabled={props.disabled}
      aria-label={props.label}
      aria-pressed={props.pressed}
    >
      {props.children}
    </button>
  );
}

/** A dialog in the middle of the page. Closing it returns the focus to where it was, also where it is unmounted at once. */
import { Modal, type ModalProps } from 'antd';
import { useEffect, useRef } from 'react';

/** Where the last dialog gave the focus back to. One that takes its place, as an answer does, was opened from within it. */
let returnedTo: HTMLElement | null = null;

export function Dialog({ open = true, ...props }: ModalProps) {
  const before = useRef<Element | null>(null);
  // Read while drawing: when effects run, the dialog has taken the focus.
  if (open) before.current ??= document.activeElement;
  useEffect(() => {
    if (!open) return undefined;
    return () => {
      const { current } = before;
      before.current = null;
      if (current instanceof HTMLElement && current.isConnected) returnedTo = current;
      if (returnedTo?.isConnected) returnedTo.focus();
    };
  }, [open]);
  return <Modal open={open} centered {...props} />;
}

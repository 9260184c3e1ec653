import { useEffect, useId, useRef } from 'react';
import { Icon } from '../icon';
import { Pressable } from '../pressable';
import type { SheetProps } from './types';
import styles from './style.module.scss';

/**
 * A short question or choice over the page, from its lower edge. Holds the focus while open, closes by
 * Escape, and gives the focus back to where it was. For a task of its own use a page.
 *
 * @example
 * <Sheet title="不发了？" open={asking} onClose={() => setAsking(false)}>…</Sheet>
 */
export function Sheet(props: SheetProps) {
  // A component of its own, so that opening is mounting and closing is unmounting.
  return props.open ? <OpenSheet {...props} /> : null;
}

function OpenSheet({ title, onClose, children }: SheetProps) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => (panel.current ? holdFocus(panel.current) : undefined), []);
  return (
    <div className={styles.layer}>
      <div className={styles.scrim} onClick={onClose} />
      <div
        ref={panel}
        className={styles.panel}
        role="dialog"
        aria-modal
        aria-labelledby={id}
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key === 'Tab') keepInside(event);
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onClose();
        }}
      >
        <div className={styles.head}>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          <Pressable className={styles.close} onPress={onClose} label="关闭">
            <Icon name="x" />
          </Pressable>
        </div>
        <div className={styles.body}>{children}</div>
      </div>
    </div>
  );
}

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled])';

/** Moves the focus into the dialog. @returns undoes it: the focus goes back to where it was */
function holdFocus(dialog: HTMLElement): () => void {
  const before = document.activeElement;
  // What scrolls in Taro's H5 is the page's own element, not the document.
  const scroller = dialog.closest<HTMLElement>('.taro_page') ?? document.body;
  const { overflow } = scroller.style;
  scroller.style.overflow = 'hidden';
  dialog.focus();
  return () => {
    scroller.style.overflow = overflow;
    if (before instanceof HTMLElement) before.focus();
  };
}

interface TabPress {
  shiftKey: boolean;
  currentTarget: HTMLElement;
  preventDefault: () => void;
}

/** From the last control Tab goes to the first, and back with Shift. */
function keepInside(press: TabPress): void {
  const { shiftKey, currentTarget } = press;
  const controls = Array.from(currentTarget.querySelectorAll<HTMLElement>(FOCUSABLE));
  const first = controls[0];
  const last = controls[controls.length - 1];
  const at = document.activeElement;
  const leaving = shiftKey ? at === first || at === currentTarget : at === last;
  if (!leaving) return;
  press.preventDefault();
  (shiftKey ? last : first)?.focus();
}

/** Keeps a browser's focus in a dialog and the page behind it still. */

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled])';

/** Moves the focus into the dialog. @returns undoes it: the focus goes back to where it was */
export function holdFocus(dialog: HTMLElement): () => void {
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
export function keepInside(press: TabPress): void {
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

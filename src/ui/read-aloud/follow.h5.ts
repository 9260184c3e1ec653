/** Scrolls to an element, at once: movement on its own would be one more thing to follow. */
export function bringIntoSight(id: string): void {
  document.getElementById(id)?.scrollIntoView?.({ block: 'center' });
}

/** Takes away the frame that the page's HTML drew (scripts/h5/pages.ts), once the app has drawn its own. */
export function dropFrame(): void {
  document.getElementById('frame')?.remove();
}

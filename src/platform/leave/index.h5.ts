/** A page that gives nothing away and opens on any network in the country. */
const NEUTRAL = 'https://www.baidu.com/';

/** Leaves at once: this page is replaced by a neutral one, so that going back doesn't show it again. */
export function leaveQuickly(): void {
  window.location.replace(NEUTRAL);
}

/** Addresses that the phone's own apps open, from a browser. */

/** May a browser hand an address to the phone's calendar? */
export const canOpenFeeds = true;

/**
 * Opens a calendar's address in the phone's own calendar, which asks whether to subscribe.
 *
 * @param address `https://…/calendar.ics`
 */
export function openFeed(address: string): void {
  window.location.href = address.replace(/^https?:/, 'webcal:');
}

/** Fetches the calendar as a file, which the phone's calendar opens once and doesn't renew. */
export function downloadFeed(address: string): void {
  window.location.href = address;
}

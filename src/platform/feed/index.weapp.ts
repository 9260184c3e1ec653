/** Addresses that the phone's own apps would open; a mini-program opens no other app. */

export const canOpenFeeds = false;

export function openFeed(_address: string): void {
  // A mini-program opens no other app.
}

export function downloadFeed(_address: string): void {
  // Nor does it download.
}

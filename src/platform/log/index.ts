/**
 * Where failures are written down. Only the place and a technical message: never what a person typed,
 * an id of theirs or an address.
 */
export function log(place: string, message: string): void {
  console.warn(`[${place}] ${message}`);
}

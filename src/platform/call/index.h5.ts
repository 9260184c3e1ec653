/** Opens the dialler with the number filled in; the reader still presses call. */
export function openDialler(number: string): void {
  window.location.href = `tel:${number}`;
}

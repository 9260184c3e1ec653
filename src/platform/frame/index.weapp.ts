/** WeChat draws its own bars from the start. */
export function dropFrame(): void {
  // Nothing to do.
}

/** WeChat keeps a mini-program on the phone by itself. */
export function keepForOffline(): void {
  // Nothing to do.
}

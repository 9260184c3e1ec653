/** WeChat keeps a mini-program on the phone by itself. */
export function keepForOffline(): void {
  // Nothing to do.
}

/** A mini-program is on the phone from its first opening: nobody has to be told. */
export const useIsKept = (): boolean => false;

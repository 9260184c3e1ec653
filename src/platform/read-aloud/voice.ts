/** A voice that speaks Chinese, whatever the phone has one from. */
export interface Voice {
  /** Says one sentence and tells how that ended; a later `say` or `hush` takes the place of an earlier one. */
  say: (sentence: string, speed: number, over: (said: boolean) => void) => void;
  hush: () => void;
}

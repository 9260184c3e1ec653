/** Whoever a request is from. */

/** Who is asking, with the key of what is theirs. */
export interface Account {
  id: string;
  loginId: string | null;
  seal(plain: string, context: string): string;
  unseal(sealed: string, context: string): string;
}

/** Takes a line about what is wrong with stored data; a request's own log is one. */
export interface FaultLog {
  error(about: object, message: string): void;
}

/** The text of a cell can't be understood, or could mean two things: the message says which words and asks. */
export class Unclear extends Error {
  constructor(
    message: string,
    /** What to write instead; absent: the general example. */
    readonly expected?: string,
  ) {
    super(message);
  }
}

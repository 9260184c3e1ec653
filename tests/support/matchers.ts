/** Jest's matchers of a text, whose own type would let anything be done with them. */

export const textMatching = (pattern: RegExp): unknown => expect.stringMatching(pattern);
export const textContaining = (part: string): unknown => expect.stringContaining(part);
export const anyNumber = (): unknown => expect.any(Number);

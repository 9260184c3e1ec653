/** Where every line of a newsletter went, so that nothing is left out without a word. */

/** What became of one line that has text. */
export type LineUse =
  /** It is in a record (`news:12` is the news that begins at line 12) or says where records belong (`heading`). */
  | { line: number; used: string }
  /** It belongs to the page and not to the text, by the named rule. */
  | { line: number; furniture: string }
  /** It was not taken, and a remark at its line says so. */
  | { line: number; reported: string };

/** Keeps account of lines while the text is read. A line that is used anywhere counts as used. */
export class LineLedger {
  private readonly used = new Map<number, string>();
  private readonly furnished = new Map<number, string>();
  private readonly dropped = new Map<number, string>();

  use(lines: readonly number[], by: string): void {
    for (const line of lines) if (!this.used.has(line)) this.used.set(line, by);
  }

  /** Takes lines back from the records that they were in, as where an item turns out to be printed twice. */
  drop(lines: readonly number[], why: string): void {
    for (const line of lines) {
      this.used.delete(line);
      this.dropped.set(line, why);
    }
  }

  furnish(line: number, rule: string): void {
    this.furnished.set(line, rule);
  }

  /** What became of a line; null where nothing has been said of it. */
  useOf(line: number): LineUse | null {
    const used = this.used.get(line);
    if (used !== undefined) return { line, used };
    const furniture = this.furnished.get(line);
    if (furniture !== undefined) return { line, furniture };
    const reported = this.dropped.get(line);
    return reported === undefined ? null : { line, reported };
  }
}

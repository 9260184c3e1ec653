/**
 * What went wrong, a JSON line each on stderr, always: where and with which request, never with what values. However
 * much goes wrong at once, the lines stay few, and how many were left out is said.
 */

/** A line for each of the first so many within a window of so many milliseconds. */
const MAX_LINES = 20;
const WINDOW = 10_000;

/** @returns writes a line unless there were too many just now */
export function limitedLines(write: (line: string) => void, now: () => number = Date.now): (line: string) => void {
  let since = -Infinity;
  let written = 0;
  let leftOut = 0;
  return (line) => {
    const at = now();
    // A clock that was put back begins a window too.
    if (at - since >= WINDOW || at < since) {
      if (leftOut > 0) write(`${JSON.stringify({ time: at, message: 'errors left out', count: leftOut })}\n`);
      [since, written, leftOut] = [at, 0, 0];
    }
    if (written < MAX_LINES) {
      written += 1;
      write(line);
    } else leftOut += 1;
  };
}

/** The error log of this process, as a stream that a logger writes to. */
export const errorStream = { write: limitedLines((line) => void process.stderr.write(line)) };

/** What is told of an error: its kind and code, and where in the source it was thrown. Messages may hold values. */
export function faultOf(error: unknown): { kind: string; code?: unknown; where: string[] } {
  if (!(error instanceof Error)) return { kind: typeof error, where: [] };
  const where = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  const code = 'kind' in error ? error.kind : 'code' in error ? error.code : undefined;
  return { kind: error.name, code, where: where.slice(0, 6) };
}

/** An error outside any request: of a job, a sweep, a reminder. @param about what was being done; ids, never values */
export function logFault(about: Record<string, unknown>, message: string): void {
  errorStream.write(`${JSON.stringify({ time: Date.now(), ...about, message })}\n`);
}

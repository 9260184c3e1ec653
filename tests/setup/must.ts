/** The value that a test can't go on without. @example must(screen.getAllByRole('button')[1]) */
export function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('there is nothing where the test expects something');
  return value;
}

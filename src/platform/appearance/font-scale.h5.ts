/** Null: in a browser text sizes are in rem and follow the reader's setting by themselves. */
export function fontScale(): number | null {
  return null;
}

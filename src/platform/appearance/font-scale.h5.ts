/** Null: in a browser text sizes are in rem and follow the reader's setting by themselves. */
export function fontScale(): number | null {
  return null;
}

/** How large the reader's text is now, as a factor of the normal size. */
export const textScale = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;

import type { ReactNode } from 'react';

/** Anything that can be tapped. With `url` it goes somewhere, with `onPress` it does something. */
export type PressableProps = {
  className?: string | undefined;
  /** What it is called where its content does not say so. */
  label?: string | undefined;
  /** For a choice: is it chosen? */
  pressed?: boolean | undefined;
  disabled?: boolean | undefined;
  children: ReactNode;
} & ({ url: string; replace?: boolean; onPress?: undefined } | { onPress: () => void; url?: undefined });

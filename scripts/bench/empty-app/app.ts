import type { PropsWithChildren } from 'react';

/** What Taro itself costs: an app of one page with one line. */
export default function App({ children }: PropsWithChildren) {
  return children;
}

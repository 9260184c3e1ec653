import type { PropsWithChildren } from 'react';
import './app.scss';

/** The app: pages bring everything themselves. */
export default function App({ children }: PropsWithChildren) {
  return children;
}

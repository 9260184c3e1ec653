import { useEffect, type PropsWithChildren } from 'react';
import { preloadPages } from './platform/preload';
import './app.scss';

/** The app: pages bring everything themselves. */
export default function App({ children }: PropsWithChildren) {
  useEffect(preloadPages, []);
  return children;
}

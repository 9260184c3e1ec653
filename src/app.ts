import { useEffect, type PropsWithChildren } from 'react';
import { keepForOffline } from './platform/offline';
import { preloadPages } from './platform/preload';
import { startSending } from './platform/service';
import { forgetWhatIsOver } from './platform/storage';
import './app.scss';

/** The app: pages bring everything themselves. */
export default function App({ children }: PropsWithChildren) {
  useEffect(preloadPages, []);
  useEffect(keepForOffline, []);
  useEffect(startSending, []);
  useEffect(forgetWhatIsOver, []);
  return children;
}

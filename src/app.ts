import { usePageNotFound } from '@tarojs/taro';
import { useEffect, type PropsWithChildren } from 'react';
import { leadHome } from './platform/navigation';
import { keepForOffline } from './platform/offline';
import { startSending } from './platform/service';
import { forgetWhatIsOver } from './platform/storage';
import './app.scss';

/** The app: pages bring everything themselves. */
export default function App({ children }: PropsWithChildren) {
  usePageNotFound(leadHome);
  useEffect(keepForOffline, []);
  useEffect(startSending, []);
  useEffect(forgetWhatIsOver, []);
  return children;
}

import { usePageNotFound, useUnhandledRejection } from '@tarojs/taro';
import { useEffect, type PropsWithChildren } from 'react';
import { logRejection } from './platform/log';
import { leadHome } from './platform/navigation';
import { keepForOffline } from './platform/offline';
import { startSending } from './platform/service';
import { watchForUpdate } from './platform/update';
import './app.scss';

/** The app: pages bring everything themselves. */
export default function App({ children }: PropsWithChildren) {
  usePageNotFound(leadHome);
  useUnhandledRejection(logRejection);
  useEffect(keepForOffline, []);
  useEffect(startSending, []);
  useEffect(watchForUpdate, []);
  return children;
}

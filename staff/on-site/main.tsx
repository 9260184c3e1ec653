/** The volunteers' page in a browser. */
import { StrictMode, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import '../src/app/base.css';
import { OnSitePage } from './on-site-page';

/** The token of the link: what stands behind the `#` is sent to no server with the page. */
const useToken = (): string =>
  useSyncExternalStore(
    (changed) => {
      window.addEventListener('hashchange', changed);
      return () => window.removeEventListener('hashchange', changed);
    },
    () => location.hash.slice(1),
  );

function Root() {
  const token = useToken();
  return <OnSitePage key={token} token={token} />;
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Root />
  </StrictMode>,
);
// Without a service worker the page works as long as the network does.
if (!import.meta.env.DEV && 'serviceWorker' in navigator)
  navigator.serviceWorker.register('/on-site/sw.js', { scope: '/on-site/' }).catch(() => undefined);

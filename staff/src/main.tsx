/** The staff console in a browser. */
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router-dom';
import { ApiError, isUnreached, SIGNED_OUT } from './api/api-error';
import './app/base.css';
import { ConsoleErrorBoundary } from './app/error-boundary';
import { router } from './app/routes';
import { themeOf, useDark, useLessMotion } from './app/theme';

const RETRY_MS = 5000;

/** Answers are cached in memory while the console is open and never on disk, since they hold people's data. */
const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, { queryKey }) => {
      // The person was signed out elsewhere or for being idle: the login page takes over, and what is typed stays.
      if (error instanceof ApiError && error.code === SIGNED_OUT && queryKey[0] !== 'me')
        void client.invalidateQueries({ queryKey: ['me'] });
    },
  }),
  defaultOptions: {
    queries: {
      // `callApi` repeats a call by itself where that is safe.
      retry: false,
      staleTime: 15_000,
      refetchOnWindowFocus: true,
      // Where nothing was reached, it comes back by itself.
      refetchInterval: ({ state }) => (isUnreached(state.error) ? RETRY_MS : false),
      // A call that finds no network says so instead of waiting without a word.
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

function Console() {
  const theme = themeOf({ dark: useDark(), motion: !useLessMotion() });
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      <ConsoleErrorBoundary>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ConsoleErrorBoundary>
    </ConfigProvider>
  );
}

/** Keeps the console's files on the device, so that check-in opens without a network. */
function registerServiceWorker(): void {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  // Without a service worker the console works as long as the network does.
  navigator.serviceWorker.register('/staff/sw.js', { scope: '/staff/' }).catch(() => undefined);
}

// After a new release a page that was open may ask for a file that is gone: the page is reloaded once.
window.addEventListener('vite:preloadError', (event) => {
  if (sessionStorage.getItem('reloaded') === location.pathname) return;
  sessionStorage.setItem('reloaded', location.pathname);
  event.preventDefault();
  location.reload();
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Console />
  </StrictMode>,
);
registerServiceWorker();

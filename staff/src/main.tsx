/** The staff console in a browser. */
import { QueryClientProvider } from '@tanstack/react-query';
import { App as Messages, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router-dom';
import './app/base.css';
import { ErrorBoundary } from './app/error-boundary';
import { openClient } from './app/query-client';
import { router } from './app/routes';
import { useDark, useLessMotion } from './app/preferences';
import { keepOffline } from './app/keep-offline';
import { themeOf } from './app/theme';

const client = openClient();

function Console() {
  const theme = themeOf({ dark: useDark(), motion: !useLessMotion() });
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      <Messages message={{ duration: 5 }}>
        <ErrorBoundary>
          <QueryClientProvider client={client}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </ErrorBoundary>
      </Messages>
    </ConfigProvider>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <Console />
  </StrictMode>,
);
keepOffline();

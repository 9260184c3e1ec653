/** Which addresses are pages, and what a browser is told with one. */
import path from 'node:path';
import { defined } from '@yugong/domain/narrow';

const pathOf = (url: string): string => defined(url.split('?')[0]);

/** Is it a page of the app, which answers every address without a file extension? */
export const isPage = (method: string, url: string): boolean => {
  const pathname = pathOf(url);
  return method === 'GET' && !pathname.startsWith('/api/') && !path.extname(pathname);
};

/** Is it a page of the staff console? All of them are the same document. */
export const isStaffPage = (method: string, url: string): boolean => {
  const pathname = pathOf(url);
  return method === 'GET' && pathname.startsWith('/staff/') && !path.extname(pathname);
};

/**
 * What the console may load: its own files. Ant Design writes its styles into the page; a pass is read by
 * WebAssembly where the browser has no reader of its own; pictures of the camera and files to save are blobs.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of everything under `/staff/`. */
export const STAFF_HEADERS = {
  'content-security-policy': POLICY,
  'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
  'referrer-policy': 'no-referrer',
} as const;

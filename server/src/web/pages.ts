/** Which addresses are pages, and what a browser is told with one. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { defined } from '@yugong/domain/narrow';

const pathOf = (url: string): string => defined(url.split('?')[0]);

/** May it be a page of the app? Those are addresses without a file extension. */
export const isPage = (method: string, url: string): boolean => {
  const pathname = pathOf(url);
  return method === 'GET' && !pathname.startsWith('/api/') && !path.extname(pathname);
};

/** A build for developing is one document that answers every address, and whose scripts no policy could name. */
export const hasPages = (h5: string): boolean => existsSync(path.join(h5, 'not-found.html'));

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
  // The app's own pages, with a draft to look at.
  "frame-src 'self'",
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

/**
 * Headers of the page and its worker under `/on-site/`, the volunteers' page: its own files, the style that stands in it, by its hash, and
 * pictures that were just taken. It asks where the phone is; a picture is taken by the phone's own camera app.
 *
 * @param html the page
 */
export const onSiteHeaders = (html: string): Record<string, string> => ({
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    ["style-src 'self'", ...[...html.matchAll(/<style>(.*?)<\/style>/gs)].map(([, style]) => hashOf(style ?? ''))].join(
      ' ',
    ),
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'permissions-policy': 'geolocation=(self), camera=(), microphone=()',
  'referrer-policy': 'no-referrer',
});

/**
 * What the app may load: its own files, and the scripts that stand in its pages, each by its hash (CSP level 2).
 *
 * @param html a page of the app; all of them have the same scripts
 */
const appPolicy = (html: string): string =>
  [
    "default-src 'none'",
    [
      "script-src 'self'",
      ...[...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script]) => hashOf(script ?? '')),
    ].join(' '),
    // Taro's components write their styles into the page.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    // The signs of Taro's own messages are a font within its script.
    "font-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    // The console shows a draft by the app's own pages. Paths count for nothing here (CSP level 3, 6.4.2).
    "frame-ancestors 'self'",
  ].join('; ');

const hashOf = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/** Headers of every page of the app. @param html one of them */
export const appHeaders = (html: string): Record<string, string> => ({
  'content-security-policy': appPolicy(html),
  'permissions-policy': 'geolocation=(self), camera=(), microphone=()',
  // A map or a union's page that is opened from here isn't told what was being read.
  'referrer-policy': 'same-origin',
});

import path from 'node:path';

/** Is it a page of the app, which answers every address without a file extension? */
export const isPage = (method: string, url: string): boolean => {
  const pathname = url.split('?')[0] as string;
  return method === 'GET' && !pathname.startsWith('/api/') && !path.extname(pathname);
};

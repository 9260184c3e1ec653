/** Writes the service worker of a built H5 app: the list of its files, then scripts/h5/service-worker.js. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** @param folder the built app, with its index.html */
export function writeServiceWorker(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `/${file.split(path.sep).join('/')}`)
    .filter((file) => /\.(js|css|png|svg|woff2)$/.test(file) && file !== '/sw.js')
    // Large and wanted by few: fetched when it is.
    .filter((file) => !/\/on-demand-/.test(file))
    .sort();
  const body = readFileSync(path.join(__dirname, 'service-worker.js'), 'utf8');
  // The names change with the contents, but for index.html.
  const version = createHash('sha256')
    .update(files.join('\n') + body + readFileSync(path.join(folder, 'index.html'), 'utf8'))
    .digest('hex')
    .slice(0, 12);
  const head = `const VERSION = 'yugong-${version}';\nconst FILES = ${JSON.stringify(files)};\n`;
  writeFileSync(path.join(folder, 'sw.js'), head + body);
}

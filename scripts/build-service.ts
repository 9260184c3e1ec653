/**
 * `npm run build:service`: builds the service into `dist/service`, so that it starts at once and in little memory.
 * `node dist/service/main.mjs` runs it; of the packages it needs only the database's own. `--if-stale` builds it only
 * where its sources changed, `--to FOLDER` somewhere else within the repository.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { isFresh, markFresh, root } from './lib/stale';

/** CommonJS packages, and the sources' own paths, as they are used to having them. */
const BANNER = `import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;`;

/** @param entries sources by the name of what is built of them */
export async function bundle(entries: Record<string, string>, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // What is loaded on demand becomes a file of its own.
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: 'linked',
    sourcesContent: false,
    banner: { js: BANNER },
    // Binaries that find themselves by their folder; and one that pg only asks whether it is there.
    external: ['@photostructure/sqlite', 'sharp', 'pg-native'],
    logLevel: 'warning',
  });
}

export const SERVICE = {
  main: 'server/src/main.ts',
  worker: 'server/src/storage/sqlite/worker.ts',
  'table-worker': 'server/src/staff/jobs/table-worker.ts',
  'document-worker': 'server/src/api/document-worker.ts',
  'password-worker': 'server/src/staff/identity/password-worker.ts',
  'newsletter-worker': 'server/src/staff/content/newsletter-worker.ts',
  'picture-worker': 'server/src/staff/content/picture-worker.ts',
  'revision-worker': 'server/src/content/revision-worker.ts',
};

async function buildService(): Promise<void> {
  await bundle(SERVICE, path.join(root, 'dist/service'));
  markFresh('service');
}

if (require.main === module) {
  const [option, folder] = process.argv.slice(2);
  if (option === '--to' && folder) void bundle(SERVICE, path.resolve(folder));
  else if (option === '--if-stale' && isFresh('service')) console.log('dist/service 是最新的，不用重建');
  else void buildService();
}

/** Where the repository is: the same from the source as from what is built of it. */
import { existsSync } from 'node:fs';
import path from 'node:path';

function above(folder: string): string {
  if (existsSync(path.join(folder, 'packages/content/collections'))) return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error(`no repository above ${__dirname}`);
  return above(parent);
}

/** The folder that holds `packages/content/collections` and what is built into `dist`. */
export const repositoryRoot = above(__dirname);

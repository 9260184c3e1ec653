/** The repository on disk, as `npm run house` and the test of the documents measure it. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../lib/stale';
import { compilerResolve, readHouse, repositoryOptions, type House } from './sources';

const textEnding = /\.(tsx?|[cm]?js|s?css|html|json|md|ya?ml)$/;

/** Tracked and new files; what git ignores, such as generated code, isn't anybody's to shape. */
function textFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  return [...new Set(listed.toString().split('\0'))].filter(
    (file) => textEnding.test(file) && existsSync(path.join(root, file)),
  );
}

export function readRepository(): House {
  const texts = textFiles().map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
  return readHouse(texts, compilerResolve(root, repositoryOptions(root)));
}

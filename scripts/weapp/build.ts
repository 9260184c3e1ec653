/** A build as the checks see it: its configuration, its routes, its files and the package each belongs to. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

export interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  tabBar?: { list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[] };
  window?: Record<string, unknown>;
  themeLocation?: string;
  sitemapLocation?: string;
  darkmode?: boolean;
  [key: string]: unknown;
}

export interface WeappBuild {
  dir: string;
  app: AppJson;
  /** Every page, `pages/home/index`, in the order of app.json. */
  routes: string[];
  tabs: { page: string; text: string }[];
  /** Every file, relative, with forward slashes. */
  files: string[];
  read: (file: string) => string;
  has: (file: string) => boolean;
  /** `main` or the root of the subpackage a file lies in. */
  packageOf: (file: string) => string;
  /** A JSON file; empty where it can't be read, which compile/config-keys reports. */
  json: <T = Record<string, unknown>>(file: string) => Partial<T>;
}

/** Reads a build. @throws where app.json is missing or no JSON: nothing else can be said then. */
export function readBuild(dir: string): WeappBuild {
  const read = (file: string): string => readFileSync(path.join(dir, file), 'utf8');
  const app = JSON.parse(read('app.json')) as AppJson;
  const roots = (app.subPackages ?? []).map(({ root }) => root);
  const files = listFiles(dir);
  return {
    dir,
    app,
    routes: [
      ...(app.pages ?? []),
      ...(app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
    ],
    tabs: (app.tabBar?.list ?? []).map(({ pagePath, text }) => ({ page: pagePath, text })),
    files,
    read,
    has: (file) => existsSync(path.join(dir, file)),
    packageOf: (file) => roots.find((root) => file.startsWith(`${root}/`)) ?? 'main',
    json: <T>(file: string): Partial<T> => {
      try {
        return JSON.parse(read(file)) as T;
      } catch {
        return {};
      }
    },
  };
}

function listFiles(dir: string, prefix = ''): string[] {
  return readdirSync(path.join(dir, prefix), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(prefix, entry.name);
    return entry.isDirectory() ? listFiles(dir, name) : [name];
  });
}

/** Files of a kind, such as `js` or `wxss`. */
export const filesOf = (build: WeappBuild, ext: string): string[] =>
  build.files.filter((file) => file.endsWith(`.${ext}`));

/** Files that WeChat leaves out of the package: notices and the project's own settings. */
const notPacked = (file: string): boolean =>
  /\.(txt|md|map)$/.test(file) || /^project\.(private\.)?config\.json$/.test(file);

/** Bytes a package, as contracted for dist/weapp-report.json. */
export function packageSizes(build: WeappBuild): Record<string, number> {
  const sizes: Record<string, number> = { main: 0, total: 0 };
  for (const { root } of build.app.subPackages ?? []) sizes[root] = 0;
  for (const file of build.files) {
    if (notPacked(file)) continue;
    const bytes = statSync(path.join(build.dir, file)).size;
    const name = build.packageOf(file);
    sizes[name] = (sizes[name] ?? 0) + bytes;
    sizes['total'] = (sizes['total'] ?? 0) + bytes;
  }
  return sizes;
}

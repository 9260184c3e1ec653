import type { Compiler } from 'webpack';

/** Where the build leaves which files a page needs; `scripts/build.ts` reads it and takes it away. */
export const PAGE_FILES = 'page-files.json';

/**
 * Notes the scripts and styles of every page, by its route: `{"pages/home/index": ["js/12.ab.js", "css/12.cd.css"]}`.
 *
 * The app's entry loads a page's files only once it runs itself; named in the page's HTML they come at once.
 */
export class PageFilesPlugin {
  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap('page-files', (compilation) => {
      const { PROCESS_ASSETS_STAGE_REPORT } = compiler.webpack.Compilation;
      compilation.hooks.processAssets.tap({ name: 'page-files', stage: PROCESS_ASSETS_STAGE_REPORT }, () => {
        const initial = new Set([...compilation.entrypoints.values()].flatMap((entry) => entry.getFiles()));
        const pages: Record<string, string[]> = {};
        for (const group of compilation.chunkGroups)
          for (const { request } of group.origins) {
            // The entry asks for each page by its path under `src`.
            const route = /(?:^|\/)((?:features\/[^/]+\/)?pages\/[^/]+\/index)(?:\.[jt]sx?)?$/.exec(request)?.[1];
            if (route) pages[route] = group.getFiles().filter((file) => !initial.has(file));
          }
        compilation.emitAsset(PAGE_FILES, new compiler.webpack.sources.RawSource(JSON.stringify(pages)));
      });
    });
  }
}

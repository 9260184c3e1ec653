/** Every file that the configuration, a page or a script names is in the package. */
import path from 'node:path';
import type { Node } from 'acorn';
import { simple } from 'acorn-walk';
import type { WeappBuild } from '../build';
import { finding, type Finding } from '../finding';
import { jsFiles } from '../js-files';

/** Checks app.json's pages and icons, pages' components, wxss imports and scripts' requires. */
export function checkFiles(build: WeappBuild): Finding[] {
  return [...pages(build), ...icons(build), ...components(build), ...imports(build), ...requires(build)];
}

function pages(build: WeappBuild): Finding[] {
  const missing = (file: string, what: string): Finding[] =>
    build.has(file) ? [] : [finding('missing-file', file, `${what}，但包里没有它`)];
  return [
    ...build.routes.flatMap((route) =>
      ['js', 'wxml', 'json'].flatMap((ext) => missing(`${route}.${ext}`, 'app.json 写着这个页面')),
    ),
    ...(build.app.sitemapLocation ? missing(build.app.sitemapLocation, 'sitemapLocation 指着它') : []),
    ...(build.app.themeLocation ? missing(build.app.themeLocation, 'themeLocation 指着它') : []),
  ];
}

/** Icons by path, or by a name of theme.json, which then has to be in both themes. */
function icons(build: WeappBuild): Finding[] {
  const named = (build.app.tabBar?.list ?? []).flatMap(({ iconPath, selectedIconPath }) =>
    [iconPath, selectedIconPath].filter((icon): icon is string => Boolean(icon)),
  );
  const location = build.app.themeLocation;
  const themes =
    location && build.has(location) ? Object.entries(build.json<Record<string, Record<string, string>>>(location)) : [];
  return named.flatMap((icon) => {
    if (!icon.startsWith('@'))
      return build.has(icon) ? [] : [finding('missing-file', icon, 'tabBar 用了这个图标，但包里没有它')];
    if (themes.length === 0)
      return [finding('missing-file', location ?? 'theme.json', `tabBar 用了 ${icon}，但没有 theme.json`)];
    return themes.flatMap(([theme, values]) => {
      const file = values?.[icon.slice(1)];
      if (file === undefined) return [finding('missing-file', location ?? 'theme.json', `${theme} 里没有 ${icon}`)];
      return build.has(file) ? [] : [finding('missing-file', file, `${theme} 的 ${icon} 指着它，但包里没有`)];
    });
  });
}

function components(build: WeappBuild): Finding[] {
  return build.routes
    .filter((route) => build.has(`${route}.json`))
    .flatMap((route) => {
      const { usingComponents = {} } = build.json<{ usingComponents?: Record<string, string> }>(`${route}.json`);
      return Object.values(usingComponents).flatMap((given) => {
        if (given.startsWith('plugin://')) return [];
        const component = given.startsWith('/') ? given.slice(1) : path.posix.join(path.posix.dirname(route), given);
        const absent = ['js', 'json', 'wxml'].filter((ext) => !build.has(`${component}.${ext}`));
        return absent.map((ext) =>
          finding('missing-file', `${component}.${ext}`, `${route}.json 用了这个组件，但包里没有它`),
        );
      });
    });
}

function imports(build: WeappBuild): Finding[] {
  return build.files
    .filter((file) => file.endsWith('.wxss'))
    .flatMap((file) =>
      [...build.read(file).matchAll(/@import\s+(?:url\()?["']([^"']+)["']/g)].flatMap(([, given = '']) => {
        const target = given.startsWith('/') ? given.slice(1) : path.posix.join(path.posix.dirname(file), given);
        return build.has(target) ? [] : [finding('missing-file', file, `引用的 ${target} 不在包里`)];
      }),
    );
}

/** `require` of WeChat takes a relative path to a file of the package; a name of node_modules is gone by now. */
function requires(build: WeappBuild): Finding[] {
  return jsFiles(build).flatMap(({ file, program }) => {
    if (!program) return [];
    const findings: Finding[] = [];
    simple(program, {
      CallExpression: ({ callee, arguments: given }) => {
        const [first] = given as (Node & { value?: unknown })[];
        if (
          callee.type !== 'Identifier' ||
          callee.name !== 'require' ||
          given.length !== 1 ||
          typeof first?.value !== 'string'
        )
          return;
        const asked = first.value;
        const target = asked.startsWith('/') ? asked.slice(1) : path.posix.join(path.posix.dirname(file), asked);
        if (![target, `${target}.js`, `${target}/index.js`].some((name) => name.endsWith('.js') && build.has(name))) {
          findings.push(finding('unresolved-require', file, `require('${asked}') 找不到文件`));
          return;
        }
        const from = build.packageOf(file);
        const to = build.packageOf(target);
        if (to !== 'main' && to !== from)
          findings.push(finding('unresolved-require', file, `require('${asked}') 跨到了分包 ${to}，它可能还没下载`));
      },
    });
    return findings;
  });
}

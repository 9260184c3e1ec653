/** Keys of app.json and page.json that WeChat doesn't know. It ignores them in silence, so a typo costs a feature. */
import { createRequire } from 'node:module';
import type { WeappBuild } from '../build';
import { finding, type Finding } from '../finding';
import { messageOf } from '../../lib/errors';

interface Schema {
  $ref?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: Schema[];
  allOf?: Schema[];
  definitions?: Record<string, Schema>;
}

const schemaOf = (name: 'app' | 'page' | 'sitemap'): Schema =>
  createRequire(__filename)(`miniprogram-ci/dist/schema/dist/${name}.js`) as Schema;

/** Written by Taro into app.json for its own runtime, harmless to WeChat. */
const ALSO_KNOWN: Record<string, readonly string[]> = {
  app: [],
  page: ['enableShareAppMessage', 'enableShareTimeline'],
};

/** Compares the build's JSON files with the schemas that miniprogram-ci ships. */
export function checkConfigKeys(build: WeappBuild): Finding[] {
  const pages = build.routes.filter((route) => build.has(`${route}.json`));
  return [
    ...checkFile(build, 'app.json', 'app'),
    ...pages.flatMap((route) => checkFile(build, `${route}.json`, 'page')),
    ...(build.app.sitemapLocation && build.has(build.app.sitemapLocation)
      ? checkFile(build, build.app.sitemapLocation, 'sitemap')
      : []),
  ];
}

function checkFile(build: WeappBuild, file: string, name: 'app' | 'page' | 'sitemap'): Finding[] {
  const schema = schemaOf(name);
  let value: unknown;
  try {
    value = JSON.parse(build.read(file));
  } catch (error) {
    return [finding('app-json', file, `不是 JSON：${messageOf(error)}`)];
  }
  return unknownKeys(value, schema, schema)
    .filter((key) => !ALSO_KNOWN[name]?.includes(key))
    .map((key) => finding('unknown-key', file, `微信不认识 ${key}`));
}

/** Paths of keys that no branch of the schema names. */
function unknownKeys(value: unknown, schema: Schema, root: Schema, at = ''): string[] {
  const branches = expand(schema, root);
  if (Array.isArray(value)) {
    const items = branches.flatMap((branch) => (branch.items ? [branch.items] : []));
    return items.length === 0
      ? []
      : value.flatMap((item, index) => unknownKeys(item, { anyOf: items }, root, `${at}[${index}]`));
  }
  if (typeof value !== 'object' || value === null) return [];
  const described = branches.filter((branch) => branch.properties);
  // Free-form maps, such as usingComponents.
  if (described.length === 0 || branches.some((branch) => typeof branch.additionalProperties === 'object')) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = at ? `${at}.${key}` : key;
    const named = described.flatMap((branch) => branch.properties?.[key] ?? []);
    return named.length === 0 ? [path] : unknownKeys(inner, { anyOf: named }, root, path);
  });
}

/** A schema with its references followed and its alternatives side by side. */
function expand(schema: Schema, root: Schema): Schema[] {
  if (schema.$ref) {
    const target = root.definitions?.[decodeURIComponent(schema.$ref.replace('#/definitions/', ''))];
    return target ? expand(target, root) : [];
  }
  const alternatives = [...(schema.anyOf ?? []), ...(schema.allOf ?? [])].flatMap((inner) => expand(inner, root));
  return schema.properties || schema.items || schema.additionalProperties !== undefined
    ? [schema, ...alternatives]
    : alternatives;
}

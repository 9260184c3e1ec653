import { realpathSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from '@tarojs/cli';
import type { ChunkGraph, Module } from 'webpack';
import type Chain from 'webpack-chain';
import { version } from '../package.json';
import { PageFilesPlugin } from './page-files';
import { serviceOrigin } from './service-origin';

const root = path.resolve(__dirname, '..');
/** Taro runs Babel over `src` only: the rules that the app shares with the service and the console stand beside it. */
const shared = path.join(root, 'packages');
/** These packages ship syntax that iOS 11 can't read. */
const readByOldPhones = ['valibot', 'zustand', 'uqr'].map((name) =>
  realpathSync(path.join(root, 'node_modules', name)),
);
/** Rules of the domain that are large and that a single part of the app computes by, and what pages beside the tabs draw, read aloud or write to the phone. */
const SUBJECT =
  /[\\/](?:packages[\\/]domain|src[\\/](?:platform|ui))[\\/](labour-law|station|opening-hours|legal-aid|search|phone-calendar|picture|pictures|read-aloud|week-hours)[\\/]/;
/**
 * Taro keeps most of Terser's steps from being done and writes for ES5; on H5 it keeps every function's name and quotes
 * every key. What is in force here is what Terser does by itself, for the phones in package.json's browserslist.
 */
const MINIFY = {
  ecma: 2017,
  keep_fnames: false,
  compress: {
    ecma: 2017,
    arrows: true,
    collapse_vars: true,
    comparisons: true,
    computed_props: true,
    hoist_props: true,
    inline: true,
    loops: true,
    negate_iife: true,
    properties: true,
    reduce_funcs: true,
    reduce_vars: true,
    switches: true,
    typeofs: true,
    // No function without `this` is called with `new` in this app, which every page opened by the tests confirms.
    unsafe_arrows: true,
    unsafe_methods: true,
    directives: true,
    passes: 2,
  },
  // Taro's own default for WeChat writes every 汉字 as \uXXXX, which doubles Chinese text.
  output: { ecma: 2017, ascii_only: false, quote_keys: false, keep_quoted_props: false },
};
/** Which of the app's pages stands behind a chunk. */
const SHARED =
  /[\\/](src[\\/](ui|platform)|src[\\/]features[\\/]([^\\/]+[\\/]index|shared[\\/][^\\/]+)\.ts$|packages[\\/]domain)[\\/]?/;
const VENDORS = /[\\/]node_modules[\\/]/;
const FIRST_PAGE = /(?:^|[\\/])pages[\\/]home[\\/]index(?:\.[jt]sx?)?$/;

/** Whether the app itself or home, where most openings begin, needs a module: what others share comes with them. */
const isNeededFirst = (module: Module, { chunkGraph }: { chunkGraph: ChunkGraph }): boolean =>
  [...chunkGraph.getModuleChunksIterable(module)].some((chunk) =>
    [...chunk.groupsIterable].some(
      (group) => group.isInitial() || group.origins.some(({ request }) => FIRST_PAGE.test(request)),
    ),
  );

const inPart =
  (files: RegExp) =>
  (when: 'first' | 'later') =>
  (module: Module, context: { chunkGraph: ChunkGraph }): boolean =>
    files.test(module.nameForCondition() ?? '') && isNeededFirst(module, context) === (when === 'first');
const isSharedBy = inPart(SHARED);
const isVendorOf = inPart(VENDORS);

/** For what webpack itself writes around the modules: Taro's is ES5. */
const WRITTEN_FOR = ['web', 'es2017'];
const output = process.env.YUGONG_OUTPUT ?? `dist/${process.env.TARO_ENV}`;

/**
 * Taro's build for WeChat (`dist/weapp`) and the browser (`dist/h5`).
 *
 * Sizes are real px (pxtransform off): text follows the phone's font scale through `--u`, which rpx
 * can't, and a 44 px target stays 44 px on every screen. See docs/adr/0006-px-and-font-scale.md.
 */
export default defineConfig(async () => ({
  projectName: 'yugong',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: process.env.YUGONG_SOURCE ?? 'src',
  outputRoot: output,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  logger: { quiet: true, stats: false },
  plugins: ['aria-plugin.ts', 'attributes-plugin.ts'].map((plugin) => path.join(__dirname, plugin)),
  // Reading aloud in WeChat needs the plugin 微信同声传译, which an operator has to apply for; see ui/read-aloud.
  defineConstants: {
    SPEECH_PLUGIN: JSON.stringify(process.env.YUGONG_SPEECH_PLUGIN === '1'),
    SERVICE_ORIGIN: JSON.stringify(serviceOrigin(process.env)),
    RELEASE: JSON.stringify(version),
    SERVICE_CLOUD: JSON.stringify(process.env.YUGONG_SERVICE_CLOUD ?? ''),
  },
  alias: { '@': path.join(root, 'src') },
  copy: {
    // Taro emits sitemapLocation but forgets the file itself.
    patterns:
      process.env.TARO_ENV === 'weapp'
        ? [
            {
              from: 'src/sitemap.json',
              to: `${output}/sitemap.json`,
              // Without its line breaks, as Taro writes app.json.
              transform: (text: Buffer) => JSON.stringify(JSON.parse(text.toString())),
            },
            // theme.json names these; Taro copies only icons named in app.json itself.
            { from: 'src/ui/tab-bar/generated', to: `${output}/tab-icons` },
            // WeChat's map takes pictures by their path in the package.
            { from: 'src/features/stations/generated/markers', to: `${output}/features/stations/markers` },
            // So does its share menu.
            ...['cases', 'stations', 'events'].map((feature) => ({
              from: `src/features/${feature}/generated/share`,
              to: `${output}/features/${feature}`,
            })),
          ]
        : [],
    options: {},
  },
  terser: { enable: true, config: MINIFY },
  mini: {
    runtime: { enableInnerHTML: false },
    webpackChain(chain: Chain) {
      chain.module
        .rule('unused')
        .test(/[\\/](@tarojs[\\/](runtime|taro)|react-reconciler)[\\/]/)
        .use('unused')
        .loader(path.join(__dirname, 'unused-loader.js'));
      chain.set('target', WRITTEN_FOR);
    },
    // Templates for so many levels; no page is deeper, and where one were, a component would take over.
    baseLevel: 12,
    compile: { include: [shared, ...readByOldPhones] },
    // No two modules style the same element (see "Footguns" in CONTRIBUTING), so their order is free.
    miniCssExtractPluginOption: { ignoreOrder: true },
    // Modules that only one subpackage uses stay in it: a dataset never lands in the main package.
    optimizeMainPackage: { enable: true },
    postcss: {
      pxtransform: { enable: false, config: {} },
      cssModules: { enable: true, config: { namingPattern: 'module', generateScopedName: '[local]_[hash:base64:5]' } },
    },
  },
  h5: {
    compile: { include: [shared] },
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'browser' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: {
      pxtransform: { enable: false, config: {} },
      autoprefixer: { enable: true, config: {} },
      cssModules: { enable: true, config: { namingPattern: 'module', generateScopedName: '[local]_[hash:base64:5]' } },
    },
    webpackChain(chain: Chain) {
      // Taro brings these for browsers without `fetch` (older than iOS 10.3), and for JSONP, which nothing here asks for.
      chain.merge({ resolve: { alias: { 'whatwg-fetch': false, 'jsonp-retry': false } } });
      // Pages share most of their parts: one file for these, kept by the browser, instead of a copy a page.
      chain.optimization.merge({
        splitChunks: {
          cacheGroups: {
            // With the addresses of every feature's pages, and what features and tabs share without drawing it.
            shared: {
              name: 'shared',
              test: isSharedBy('first'),
              minChunks: 2,
              chunks: 'all',
              priority: 50,
              enforce: true,
            },
            sharedLater: {
              name: 'shared-later',
              test: isSharedBy('later'),
              minChunks: 2,
              chunks: 'async',
              priority: 50,
              enforce: true,
            },
            // What only one part of the app computes comes with that part.
            subject: {
              name: (module: { resource?: string }) => `subject-${SUBJECT.exec(module.resource ?? '')?.[1] ?? 'other'}`,
              test: SUBJECT,
              minChunks: 2,
              chunks: 'async',
              priority: 55,
              enforce: true,
            },
            // What the pages of one feature share, with its data: a file a feature, not a copy a page.
            feature: {
              name: (module: { resource?: string }) =>
                `feature-${/[\\/]features[\\/]([^\\/]+)[\\/]/.exec(module.resource ?? '')?.[1] ?? 'shared'}`,
              test: /[\\/]src[\\/]features[\\/][^\\/]+[\\/]/,
              minChunks: 2,
              chunks: 'async',
              priority: 45,
              enforce: true,
            },
            vendors: {
              name: 'vendors',
              test: isVendorOf('first'),
              minChunks: 2,
              chunks: 'all',
              priority: 40,
              enforce: true,
            },
            vendorsLater: {
              name: 'vendors-later',
              test: isVendorOf('later'),
              minChunks: 2,
              chunks: 'async',
              priority: 40,
              enforce: true,
            },
          },
        },
      });
      chain.set('target', WRITTEN_FOR);
      // Taro's styles bring the icons of components that the app doesn't have, as a font.
      chain.module
        .rule('no-icon-font')
        .set('mimetype', 'application/octet-stream')
        .set('type', 'asset/inline')
        .set('generator', { dataUrl: () => 'data:,' });
      chain.plugin('page-files').use(PageFilesPlugin);
      chain.performance.hints(false);
    },
    devServer: { port: 10086, host: '127.0.0.1', open: false, hot: false },
  },
}));

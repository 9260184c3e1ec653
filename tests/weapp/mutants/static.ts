/** Builds that are wrong on paper: files, templates, styles, configuration, forbidden names. */
import { MINIMUM_BASE_LIBRARY } from '../../../scripts/weapp/baseline';
import { CASES, code, compile, config, forbidden, HOME, LAW, ME, type Mutant } from './kinds';

export const staticMutants: readonly Mutant[] = [
  // What the compilers and the files say
  compile('a page without its script', 'missing-file', (lab) => lab.remove(`${ME}.js`)),
  compile('a page without its template', 'missing-file', (lab) => lab.remove(`${ME}.wxml`)),
  compile('a page that only app.json knows', 'missing-file', (lab) =>
    lab.json('app.json', (app) => app.pages.push('pages/none/index')),
  ),
  compile('a component without its template', 'missing-file', (lab) => lab.remove('comp.wxml')),
  compile('an imported template that is gone', 'missing-file', (lab) =>
    lab.replace(`${ME}.wxml`, '../../base.wxml', '../../gone.wxml'),
  ),
  compile('an imported style that is gone', 'missing-file', (lab) =>
    lab.replace('app.wxss', './common.wxss', './gone.wxss'),
  ),
  compile('a tab icon that is gone', 'missing-file', (lab) => lab.remove('tab-icons/home-dark.png')),
  compile('an icon name that one theme lacks', 'missing-file', (lab) =>
    lab.json('theme.json', (theme) => delete theme.dark.tabMe),
  ),
  compile('no sitemap', 'missing-file', (lab) => lab.remove('sitemap.json')),
  compile('an unclosed tag', 'wxml-syntax', (lab) => lab.append(`${HOME}.wxml`, '<view><text>half')),
  compile('a bad expression', 'wxml-syntax', (lab) => lab.append(`${HOME}.wxml`, '<view>{{ root. + }}</view>')),
  compile('a template broken in the middle', 'wxml-syntax', (lab) =>
    lab.replace('base.wxml', '</template>', '</tmplate>'),
  ),
  compile('a broken wxs', 'wxml-syntax', (lab) => lab.replace('utils.wxs', 'return', 'return (')),
  compile('a style with an unclosed block', 'wxss-syntax', (lab) =>
    lab.append(`${HOME}.wxss`, '.broken{color:red;.other{'),
  ),
  compile('a style newer than wcsc', 'wxss-syntax', (lab) => lab.append(`${HOME}.wxss`, '@layer base{.a{color:red}}')),
  compile('optional chaining', 'es-version', (lab) => lab.append(`${ME}.js`, 'var m=wx?.webpackJsonp;')),
  compile('object spread', 'es-version', (lab) => lab.append(`${ME}.js`, 'var m={...{a:1}};')),
  compile('a script cut short', 'es-version', (lab) => lab.append(`${ME}.js`, 'function half(){')),
  compile('an unknown key in app.json', 'unknown-key', (lab) =>
    lab.json('app.json', (app) => (app.lazyCodeLoadin = 'requiredComponents')),
  ),
  compile('an unknown key of the window', 'unknown-key', (lab) =>
    lab.json('app.json', (app) => (app.window.navigationBarTitle = 'x')),
  ),
  compile('an unknown key in a page.json', 'unknown-key', (lab) =>
    lab.json(`${HOME}.json`, (page) => (page.enablePullDown = true)),
  ),
  compile('a page.json that is no JSON', 'app-json', (lab) => lab.append(`${HOME}.json`, ',')),
  compile('app.json that is no JSON', 'app-json', (lab) => lab.append('app.json', '}')),
  compile('a require of nothing', 'unresolved-require', (lab) => lab.append(`${ME}.js`, 'require("../../gone.js");')),
  compile('a require into another subpackage', 'unresolved-require', (lab) =>
    lab.append(`${CASES}.js`, `require("../../../../${LAW}.js");`),
  ),

  // What miniprogram-ci says of the configuration
  config('a page that is not there, as the uploader sees it', (app) => app.pages.push('pages/none/index')),
  config('a missing icon, as the uploader sees it', (app) => (app.tabBar.list[0].iconPath = 'gone.png')),
  config('a wrong enum', (app) => (app.window.navigationBarTextStyle = 'purple')),
  config('a wrong type', (app) => (app.darkmode = 'yes')),
  config('subpackages inside each other', (app) =>
    app.subPackages.push({ root: 'features', pages: ['cases/pages/list/index'] }),
  ),
  config('both kinds of location', (app) => (app.requiredPrivateInfos = ['getLocation', 'getFuzzyLocation'])),
  config('a private interface that does not exist', (app) => (app.requiredPrivateInfos = ['getEverything'])),
  config('a tab bar of one', (app) => (app.tabBar.list.length = 1)),
  {
    name: 'a script its compiler refuses',
    rule: 'ci-compile',
    level: 'ci',
    breaks: (lab) => lab.append(`${ME}.js`, 'function half(){'),
  },

  // What a phone lacks or WeChat forbids
  code('eval', 'eval', 'eval("1")'),
  code('new Function', 'eval', 'new Function("return 1")()'),
  code('a timer given a string', 'eval', 'setTimeout("1",10)'),
  code('Intl', 'intl', 'new Intl.NumberFormat("zh").format(1)'),
  code('AbortController', 'abort-controller', 'var a=new AbortController()'),
  code('WebCrypto', 'webcrypto', 'crypto.getRandomValues(new Uint8Array(1))'),
  code('WebCrypto through globalThis', 'webcrypto', 'globalThis.crypto.subtle'),
  code('the DOM', 'dom-name', 'document.title="x"'),
  code("the browser's storage", 'dom-name', 'localStorage.setItem("a","b")'),
  code("Taro's empty window", 'dom-name', '(function(s){return s(4490)["window"].scrollTo(0,0)})'),
  code('fetch', 'dom-name', 'fetch("https://example.com")'),
  code('a global nobody has', 'unknown-global', 'processs.env'),
  code('lookbehind', 'lookbehind', '"a".replace(/(?<=a)b/,"")'),
  code('lookbehind from a string', 'lookbehind', 'new RegExp("(?<!a)b")'),
  code('an interface WeChat does not have', 'unknown-api', 'wx.getEverything()'),
  code(
    'one that Taro would have to have',
    'unknown-api',
    '(function(e,n,s){var r=s(758),i=s.n(r);i().showToast({title:"a"});i().showToastt({title:"b"})})',
  ),
  code(`one newer than ${MINIMUM_BASE_LIBRARY}`, 'newer-api', 'wx.openOfficialAccountProfile({})'),
  code('a deprecated one', 'deprecated-api', 'wx.getSystemInfoSync()'),
  forbidden('a file of the package in a style', 'local-url', (lab) =>
    lab.append(`${HOME}.wxss`, '.x{background:url(/tab-icons/home-dark.png)}'),
  ),
  forbidden(':active', 'no-active', (lab) => lab.append(`${HOME}.wxss`, '.x:active{opacity:.5}')),
  forbidden('an aria attribute dropped from one template', 'dropped-aria', (lab) =>
    lab.replace('base.wxml', / aria-role="[^"]*"/, ''),
  ),
  forbidden('an aria attribute dropped from all', 'dropped-aria', (lab) =>
    lab.replace('base.wxml', / aria-label="[^"]*"/g, ''),
  ),
];

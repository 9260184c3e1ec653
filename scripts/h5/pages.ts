/**
 * The web app's pages as HTML: one file a route, with its title and description, a frame that is drawn before any
 * script has come, and the names of the scripts and styles that the route needs.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { css as tokens } from '@yugong/tokens/css';
import { transformSync } from 'esbuild';
import { services } from '../../src/features/services';
import { tabs } from '../../src/ui/tab-bar/tabs';
import { root } from '../lib/stale';

/** What a search engine and a chat show of a page, where the app's own sentence says too little. */
const DESCRIPTIONS: Record<string, string> = {
  'features/stations/pages/list/index': '重庆的工会驿站在哪、开不开、有没有水和充电，按地点查。',
  'features/screening/pages/overview/index': '重庆两癌免费筛查：谁能查、什么时候、要带什么、怎么报名。',
  'features/legal-aid/pages/overview/index': '被辞退、欠薪、工伤怎么办：期限、能要多少、申请书、找谁帮忙。',
  'features/legal-aid/pages/rights/index':
    '产假、病假工资、试用期、失业金、高温津贴、退休年龄、新职伤：有什么权利、怎么办。',
  'features/events/pages/list/index': '重庆各级工会近期的活动和报名。',
  'features/cases/pages/list/index': '重庆工会的创新案例：怎么做、办成了什么。',
  'features/news/pages/list/index': '重庆各级工会的动态。',
  'features/figures/pages/overview/index': '重庆工会公布过的数字，每个都有出处。',
  'features/about/pages/overview/index': '渝工随行由谁运营，隐私政策、用户协议和备案情况。',
};
const DESCRIPTION = '重庆职工的随身工具：工会动态、驿站、两癌筛查、维权与日历。';
const HOME = 'pages/home/index';

const minified = (file: string, loader: 'css' | 'js'): string =>
  transformSync(readFileSync(path.join(__dirname, file), 'utf8'), { loader, minify: true }).code.trim();

/** The words in the bar above a route, from the page's own configuration: in a file beside the page, or in the page. */
function titleOf(route: string): string {
  const page = path.join(root, 'src', route);
  const file = existsSync(`${page}.config.ts`) ? `${page}.config.ts` : `${page}.tsx`;
  const title = /navigationBarTitleText: '([^']+)'/.exec(readFileSync(file, 'utf8'))?.[1];
  if (!title) throw new Error(`${path.relative(root, file)}：没有 navigationBarTitleText，网页的标题从这里来`);
  return title;
}

const serviceLinks = (): string =>
  `<div class="services">${services
    .map(({ name, promise, url }) => `<a href="${url}"><b>${name}</b><span>${promise}</span></a>`)
    .join('')}</div>`;

const tabLinks = (route: string): string =>
  `<nav aria-label="主导航">${tabs
    .map(({ page, text }) => `<a href="/${page}"${page === route ? ' aria-current="page"' : ''}>${text}</a>`)
    .join('')}</nav>`;

/** What is seen until the app draws: on a tab its bar, elsewhere the page's name and the way home. */
function frameOf(route: string, title: string): string {
  const opening = '<p role="status">正在打开…</p>';
  if (route === HOME)
    return `<main><p class="brand">渝工随行</p><h1>重庆职工的随身工具</h1>${serviceLinks()}${opening}</main>${tabLinks(route)}`;
  if (tabs.some(({ page }) => page === route)) return `<main><h1>${title}</h1>${opening}</main>${tabLinks(route)}`;
  return `<header><a href="/">首页</a>${title}</header><main>${opening}</main>`;
}

const REOPEN =
  '<div id="reopen" role="alert" hidden>这一页没有打开：网络不好，或者应用刚刚更新过。<br><button id="reopen-now" type="button">重新打开</button></div>';

/** The parts of Taro's own index.html that every page shares: what is in the head, and the entry's scripts. */
function partsOf(html: string, folder: string): { head: string; scripts: string; css: string } {
  const scripts = html.match(/<script defer="defer" src="[^"]+"><\/script>/g)?.join('') ?? '';
  const sheets = [...html.matchAll(/<link href="(\/css\/[^"]+)" rel="stylesheet">/g)].map(([, href]) => href ?? '');
  const head = /<head>(.*?)<title>/s.exec(html)?.[1];
  if (!head || !scripts) throw new Error('dist/h5/index.html 和预想的不一样：找不到 <title> 或入口脚本');
  // The entry's own style is small: in the page it costs no way there and back.
  return { head, scripts, css: sheets.map((href) => readFileSync(path.join(folder, href), 'utf8')).join('') };
}

const preload = (file: string): string =>
  file.endsWith('.css')
    ? `<link rel="preload" as="style" href="/${file}">`
    : `<link rel="preload" as="script" href="/${file}">`;

/**
 * Writes `<route>.html` for every route, `index.html` (home), `shell.html` (any page, for the service worker) and
 * `not-found.html`.
 *
 * @param folder the built app, with Taro's index.html
 * @param files what each route needs besides the entry, by route
 */
export function writePages(folder: string, files: Record<string, string[]>): void {
  const { head, scripts, css } = partsOf(readFileSync(path.join(folder, 'index.html'), 'utf8'), folder);
  const style = `<style>${tokens}${minified('frame.css', 'css')}${css}</style>`;
  const start = `<script>${minified('start.js', 'js')}</script>`;
  const origin = process.env.YUGONG_SERVICE_ORIGIN;
  const page = ({ title, description, frame, needs, app = true }: PageParts): string =>
    `<!doctype html><html lang="zh-CN"><head>${head.replace(/<meta name="description"[^>]*>/, '')}` +
    `<meta name="description" content="${description}"><meta property="og:type" content="website">` +
    `<meta property="og:title" content="${title}"><meta property="og:description" content="${description}">` +
    `${origin ? `<meta property="og:image" content="${origin}/icon-512.png">` : ''}<title>${title}</title>` +
    `<link rel="manifest" href="/manifest.webmanifest"><link rel="apple-touch-icon" href="/icon-192.png">` +
    `${style}${start}${needs.map(preload).join('')}${app ? scripts : ''}</head><body>` +
    `<div id="frame">${frame}</div>${app ? `<div id="app"></div>${REOPEN}<noscript>请打开浏览器的 JavaScript，再刷新页面。</noscript>` : ''}</body></html>`;
  const write = (name: string, parts: PageParts): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), page(parts));
  };
  for (const [route, needs] of Object.entries(files)) {
    const name = titleOf(route);
    const parts = {
      title: route === HOME ? name : `${name} · 渝工随行`,
      description: DESCRIPTIONS[route] ?? DESCRIPTION,
      frame: frameOf(route, name),
      needs,
    };
    write(`${route}.html`, parts);
    if (route === HOME) write('index.html', parts);
  }
  write('shell.html', {
    title: '渝工随行',
    description: DESCRIPTION,
    frame: '<main><p class="brand">渝工随行</p><p role="status">正在打开…</p></main>',
    needs: [],
  });
  write('not-found.html', {
    title: '没有这个页面 · 渝工随行',
    description: DESCRIPTION,
    frame: `<main><p class="brand">渝工随行</p><h1>没有这个页面</h1><p>地址可能写错了，或者这一页已经撤下。你可以从这里继续：</p>${serviceLinks()}</main>${tabLinks('')}`,
    needs: [],
    app: false,
  });
}

interface PageParts {
  title: string;
  description: string;
  frame: string;
  needs: string[];
  /** Does the app start in it? */
  app?: boolean;
}

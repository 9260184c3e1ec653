/** An interface that a phone's WeChat lacks costs what it does, never the page. */
import { readBuild, type WeappBuild } from '../../scripts/weapp/build';
import { compileWxml, type Templates } from '../../scripts/weapp/compile/wxml';
import { readPage } from '../../scripts/weapp/logic/crawl';
import { Device } from '../../scripts/weapp/logic/device';
import { MiniProgram } from '../../scripts/weapp/logic/mini-program';
import { weappBuild, weappDir } from './build';
import { createLab } from './mutants/lab';

jest.setTimeout(180_000);

let build: WeappBuild;
let templates: Templates;
beforeAll(async () => {
  build = await weappBuild();
  templates = compileWxml(build);
});

/** A page on a phone without some names of `wx`: its words, what was called, and what went wrong. */
async function open(route: string, lacks: readonly string[] = [], of = build) {
  const device = new Device();
  for (const name of lacks) device.lacks.add(name);
  const app = new MiniProgram(of, device);
  const stop = app.watchRejections();
  await app.launch({ url: `/${route}` });
  await app.settle();
  // A rejection that nobody caught is told of once the queue is empty.
  await new Promise((resolve) => setImmediate(resolve));
  const seen = { text: readPage(app, templates), called: [...app.called], findings: app.findings };
  app.close();
  stop();
  return seen;
}

async function faultsOf(route: string, names: readonly string[], of = build): Promise<string[]> {
  const whole = (await open(route)).text.length;
  const faults: string[] = [];
  for (const name of names) {
    const { text, findings } = await open(route, [name], of);
    if (text.length < whole / 2) faults.push(`${route} without ${name}: ${text.slice(0, 40) || 'white'}`);
    for (const { message } of findings) faults.push(`${route} without ${name}: ${message}`);
  }
  return faults;
}

it('draws every page on a phone that lacks any one interface which is called while it opens', async () => {
  const start = (await open(build.routes[0] ?? '')).called;
  expect(start.length).toBeGreaterThan(5);
  const faults: string[] = [];
  for (const route of build.routes) {
    const { called } = await open(route);
    // What every start calls is taken away on the tab pages; elsewhere what a page calls besides.
    const isTab = build.tabs.some(({ page }) => page === route);
    faults.push(...(await faultsOf(route, isTab ? called : called.filter((name) => !start.includes(name)))));
  }
  expect(faults).toEqual([]);
});

it('would see a page that takes an interface for granted', async () => {
  const lab = createLab(weappDir);
  const route = 'pages/me/index';
  lab.page(route, 'var l=o.onLoad;o.onLoad=function(q,c){wx.onAppShow(function(){});return l.call(this,q,c)}');
  expect(await faultsOf(route, ['onAppShow'], readBuild(lab.dir))).toContainEqual(
    expect.stringContaining('without onAppShow: white'),
  );
  lab.dispose();
});

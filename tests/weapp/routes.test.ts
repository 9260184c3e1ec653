/** Every page of the compiled mini-program opens in the bare logic layer. */
import type { WeappBuild } from '../../scripts/weapp/build';
import { compileWxml, type Templates } from '../../scripts/weapp/compile/wxml';
import { readPage } from '../../scripts/weapp/logic/crawl';
import { Device } from '../../scripts/weapp/logic/device';
import { MiniProgram } from '../../scripts/weapp/logic/mini-program';
import { weappBuild } from './build';

jest.setTimeout(120_000);

let build: WeappBuild;
let templates: Templates;
beforeAll(async () => {
  build = await weappBuild();
  templates = compileWxml(build);
});

const opened: MiniProgram[] = [];
async function launch(url?: string, { scene, device }: { scene?: number; device?: Device } = {}): Promise<MiniProgram> {
  const app = new MiniProgram(build, device);
  opened.push(app);
  await app.launch({ ...(url === undefined ? {} : { url }), ...(scene === undefined ? {} : { scene }) });
  await app.settle();
  return app;
}
afterEach(() => opened.splice(0).forEach((app) => app.close()));

describe('the compiled mini-program', () => {
  it('opens every route without an error and draws something', async () => {
    for (const route of build.routes) {
      const app = await launch(`/${route}`);
      expect({ route, findings: app.findings }).toEqual({ route, findings: [] });
      expect({ route, text: readPage(app, templates).length > 10 }).toEqual({ route, text: true });
    }
  });

  it('opens every route alone from the timeline (scene 1154)', async () => {
    for (const route of build.routes) {
      const app = await launch(`/${route}`, { scene: 1154 });
      expect({ route, findings: app.findings }).toEqual({ route, findings: [] });
    }
  });

  it('opens every route with a mangled id', async () => {
    for (const route of build.routes) {
      const app = await launch(`/${route}?id=%E4%B&adcode=x&q=%`);
      expect({ route, findings: app.findings }).toEqual({ route, findings: [] });
    }
  });

  it('opens every route with a full storage, no network and the largest text', async () => {
    for (const route of build.routes) {
      const device = new Device();
      for (let key = 0; key < 10; key++) device.storage.set(`filler${key}`, 'x'.repeat(1024 * 1024 - 200));
      device.network = 'none';
      device.fontScale = 1.7;
      device.theme = 'dark';
      const app = await launch(`/${route}`, { device });
      expect({ route, findings: app.findings }).toEqual({ route, findings: [] });
    }
  });

  it('survives stored values that are no longer what it wrote', async () => {
    for (const route of build.routes) {
      const device = new Device();
      for (const key of ['favourites', 'recent-searches', 'case-filter', 'district'])
        device.storage.set(key, { version: 1, value: { no: 'sense' } });
      const app = await launch(`/${route}`, { device });
      expect({ route, findings: app.findings }).toEqual({ route, findings: [] });
    }
  });

  it('keeps ten pages and no more: the harness refuses an eleventh as WeChat does', async () => {
    const app = await launch();
    const route = build.routes.find((other) => !build.tabs.some(({ page }) => page === other));
    for (let page = 1; page < 10; page++) await app.navigator.navigateTo(`/${route}`);
    expect(app.navigator.stack).toHaveLength(10);
    await expect(app.navigator.navigateTo(`/${route}`)).rejects.toMatchObject({
      errMsg: expect.stringContaining('page limit exceeded'),
    });
  });
});

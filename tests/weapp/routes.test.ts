/** Every page of the compiled mini-program opens in the bare logic layer. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { version } from '../../package.json';
import type { WeappBuild } from '../../scripts/weapp/build';
import { compileWxml, type Templates } from '../../scripts/weapp/compile/wxml';
import { readPage } from '../../scripts/weapp/logic/crawl';
import { DEFAULT_SERVICE, Device } from '../../scripts/weapp/logic/device';
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

  it('asks nobody where it was built without a service, and says so on every page', async () => {
    for (const route of build.routes) {
      const device = Object.assign(new Device(), { hasService: false });
      const app = await launch(`/${route}`, { device });
      const text = readPage(app, templates);
      expect({
        route,
        findings: app.findings,
        asks: ['request', 'login'].filter((name) => app.called.has(name)),
      }).toEqual({
        route,
        findings: [],
        asks: [],
      });
      expect({ route, said: text.includes('还没有配置服务') }).toEqual({ route, said: true });
      // Nobody is told to wait or to try again for what can't come.
      expect({ route, waits: /正在加载|网络较慢|加载失败|网络连接失败|没有网络/.exec(text)?.[0] ?? null }).toEqual({
        route,
        waits: null,
      });
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

  it.each([
    ['a station', 'sjiefangbei', 'features/stations/pages/detail/index', { id: 'station-jiefangbei' }],
    ['a session', 'edemo-event-lecture', 'features/events/pages/detail/index', { id: 'demo-event-lecture' }],
    ['a programme', 'pdemo-screening', 'features/screening/pages/days/index', { programme: 'demo-screening' }],
  ])('opens %s from a 小程序码 on a cold start, with home behind it', async (_, scene, route, query) => {
    const app = await launch(`/pages/home/index?scene=${encodeURIComponent(scene)}`, { scene: 1047 });
    expect(app.navigator.stack.map((page) => page.route)).toEqual(['pages/home/index', route]);
    expect(app.navigator.top?.query).toEqual(query);
    expect(app.findings).toEqual([]);
  });

  it.each(['', 's', 'x1', '%E4%B', 'toString'])(
    'stays at home with the scene %p, which no code of ours has',
    async (scene) => {
      const app = await launch(`/pages/home/index?scene=${scene}`, { scene: 1047 });
      expect(app.navigator.stack.map((page) => page.route)).toEqual(['pages/home/index']);
      expect(app.findings).toEqual([]);
    },
  );

  it('writes a promise that nobody caught to its log, and nothing of what it was about', async () => {
    const app = await launch();
    app.tellOfRejection({ errMsg: 'request:fail url https://example.org/api/v1/me/registrations/01H' });
    app.tellOfRejection('演示人 19900000001');
    await app.settle();
    expect(app.logged.slice(-2)).toEqual(['[promise] request:fail', '[promise] string']);
  });

  it('leads home from an address that no page has', async () => {
    const app = await launch('/features/about/pages/overview/index');
    app.tellOfMissingPage('pages/gone/index');
    await app.settle();
    expect(app.where).toBe('pages/home/index');
  });

  it.each([
    ['cases', 'case-photo-exhibition'],
    ['stations', 'station-qijiang-lunzipo'],
    ['events', 'event-summer-cool'],
  ])('sends a page of %s on with a picture that is in the package, five by four', async (feature, id) => {
    const app = await launch(`/features/${feature}/pages/detail/index?id=${id}`);
    for (const kind of ['onShareAppMessage', 'onShareTimeline'] as const) {
      const file = app.share(kind)?.imageUrl?.slice(1) ?? '';
      expect([file, build.has(file)]).toEqual([`features/${feature}/share.png`, true]);
      // A PNG begins with its size (ISO/IEC 15948, 11.2.2).
      const bytes = readFileSync(path.join(build.dir, file));
      expect(bytes.readUInt32BE(16) / bytes.readUInt32BE(20)).toBe(1.25);
    }
  });

  it('offers a release that WeChat fetched on a tab page, once, and never over a form', async () => {
    const device = new Device();
    const app = await launch('/features/feedback/pages/write/index', { device });
    app.emit('UpdateReady', {});
    await app.settle();
    expect(device.modals).toEqual([]);
    device.answers.push(false);
    await app.navigator.switchTab('/pages/home/index');
    await app.settle();
    expect(device.modals.map(({ title }) => title)).toEqual(['有新版本']);
    await app.navigator.switchTab('/pages/me/index');
    await app.navigator.switchTab('/pages/home/index');
    await app.settle();
    expect([device.modals.length, device.appliedUpdates]).toEqual([1, 0]);
  });

  it.each([
    ['a later release', '9.0.0', '多了一页。\n少等一步。\n重新打开后生效，未提交的内容会保留。'],
    ['this release still', version, '重新打开后生效，未提交的内容会保留。'],
  ])('says what the fetched release brings where the service is of %s', async (_, told, content) => {
    const service = createServer((asked, answer) => {
      const isKnown = asked.url === '/api/v1/release';
      answer.writeHead(isKnown ? 200 : 404, { 'content-type': 'application/json' });
      answer.end(JSON.stringify(isKnown ? { version: told, whatIsNew: ['多了一页。', '少等一步。'] } : {}));
    });
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
    try {
      const device = new Device();
      const { port } = service.address() as AddressInfo;
      device.domains.set(DEFAULT_SERVICE, `http://127.0.0.1:${port}`);
      const app = await launch('/pages/home/index', { device });
      app.emit('UpdateReady', {});
      await app.settle();
      expect(device.modals.map((modal) => modal.content)).toEqual([content]);
    } finally {
      await new Promise((resolve) => service.close(resolve));
    }
  });

  it('starts anew with a fetched release where its owner says yes', async () => {
    const device = new Device();
    const app = await launch('/pages/home/index', { device });
    app.emit('UpdateReady', {});
    await app.settle();
    expect(device.appliedUpdates).toBe(1);
  });

  it('has WeChat’s own 客服 where the operator has opened it, and nowhere else', async () => {
    const page = 'features/feedback/pages/write/index';
    const opens = (text: string) =>
      text.replace('"customerService":null', '"customerService":{"hours":"工作日 9:00-17:00"}');
    const dir = mkdtempSync(path.join(tmpdir(), 'yugong-contact-'));
    cpSync(build.dir, dir, { recursive: true });
    writeFileSync(path.join(dir, `${page}.js`), opens(build.read(`${page}.js`)));
    for (const [one, isThere] of [
      [build, false],
      [{ ...build, dir }, true],
    ] as const) {
      const app = new MiniProgram(one);
      opened.push(app);
      await app.launch({ url: `/${page}` });
      await app.settle();
      const shown = readPage(app, templates);
      expect([/微信客服/.test(shown), /接待时间：工作日 9:00-17:00/.test(shown)]).toEqual([isThere, isThere]);
      expect(app.findings).toEqual([]);
    }
    rmSync(dir, { recursive: true });
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

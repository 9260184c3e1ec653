/**
 * A year of five thousand events on the compiled mini-program: every view and what a reader does with it stays within
 * WeChat's limits of nodes, children and setData. The service is real, its sessions are made up for this.
 */
import type { Browser } from 'playwright-core';
import districts from '@yugong/content/collections/districts.json';
import type { WeappBuild } from '../../scripts/weapp/build';
import { compileWxml, type Templates } from '../../scripts/weapp/compile/wxml';
import { judgePage, measurePage } from '../../scripts/weapp/judge/metrics';
import { launchChromium } from '../../scripts/lib/chromium';
import { yearOfSessions } from '../fixtures/sessions';
import { weappReader } from '../journeys/drivers/weapp';
import { noonOf } from '../journeys/language';
import type { Line } from '../journeys/service/line';
import { startService, type TestService } from '../service/support/service';
import { fill, programme } from '../service/support/stores';
import { weappBuild } from './build';
import { portOf } from '../../scripts/lib/port';

jest.setTimeout(120_000);

const TODAY = '2026-11-23';
const COUNT = 5000;

let build: WeappBuild;
let templates: Templates;
let browser: Browser;
let test: TestService;
let line: Line;
beforeAll(async () => {
  build = await weappBuild();
  templates = compileWxml(build);
  browser = await launchChromium();
  test = await startService();
  await test.reset();
  test.clock.now = noonOf(TODAY);
  const codes = districts.filter(({ status }) => status === 'current').map(({ adcode }) => adcode);
  await fill(test.service.store, [programme()], yearOfSessions(COUNT, '2026-01-01', codes));
  await test.app.listen({ host: '127.0.0.1', port: 0 });
  const port = portOf(test.app.server);
  line = { origin: `http://127.0.0.1:${port}`, broken: false } as Line;
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await test?.close();
});

/** What each view is asked to do, a tap after the other. */
const taps = {
  month: ['下个月', '上个月', '24', '筛选', '渝中区', '关闭'],
  week: ['下周', '还有'],
  list: ['下一页', '下一页', '上一页', '查看更早'],
} as const;

it.each(['month', 'week', 'list'] as const)('the %s of five thousand a year stays within the limits', async (view) => {
  const reader = weappReader(build, browser, { today: TODAY }, line);
  reader.device.storage.set('calendar-look', { version: 1, value: { view, lunar: true } });
  const measured: Record<string, unknown>[] = [];
  const check = (after: string) => {
    const page = reader.app().navigator.top;
    if (!page) throw new Error('no page is open');
    const row = measurePage(page, templates.render(page.route, page.data));
    measured.push({ after, nodes: row.nodes, children: row.maxChildren, max: row.maxSetData, all: row.setDataBytes });
    expect({ view, after, findings: judgePage(page, row) }).toEqual({ view, after, findings: [] });
  };
  try {
    await reader.open('/pages/calendar/index');
    await reader.see('全市职工活动');
    await reader.atRest();
    check('opening');
    for (const words of taps[view]) {
      await reader.tap(words);
      check(words);
    }
    expect(reader.findings()).toEqual([]);
    if (process.env['SAY_MEASURES']) console.log(view, measured);
  } finally {
    await reader.close();
  }
});

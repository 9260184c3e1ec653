/**
 * Sign-up, ticket and move as they are once somebody is signed in: with a session that has places, a ticket, an offer
 * and other sessions to move to, all from a real service. The crawl of `verify:weapp`, where nobody answers, sees these
 * pages empty; here the same rules judge what is drawn, and a build that is broken there alone turns red.
 */
import type { Browser } from 'playwright-core';
import { behindService } from '../../scripts/weapp/behind-service';
import { readBuild, type WeappBuild } from '../../scripts/weapp/build';
import { compileWxml } from '../../scripts/weapp/compile/wxml';
import type { Finding } from '../../scripts/weapp/finding';
import { judgeOpen, JUDGED_PHONE } from '../../scripts/weapp/judge/drawn';
import { judgePage, measurePage } from '../../scripts/weapp/judge/metrics';
import { launchChromium } from '../../scripts/lib/chromium';
import { weappReader } from '../journeys/drivers/weapp';
import { beginningOf } from '../journeys/language';
import { localService } from '../journeys/service/local';
import { form, MINE, nameAndPhone, TICKET } from '../journeys/sign-up';
import { residentId } from '../service/support/service';
import { weappBuild, weappDir } from './build';
import { createLab } from './mutants/lab';
import { signedInMutants } from './mutants/signed-in';

jest.setTimeout(240_000);

const SCREENING = 'demo-screening-1';
const LECTURE = 'demo-event-lecture';

let good: WeappBuild;
let browser: Browser;
beforeAll(async () => {
  good = await weappBuild();
  browser = await launchChromium();
});
afterAll(() => browser?.close());

interface Judged {
  /** Each state in which a page was judged, by the page's name: `ticket: an offer`. */
  states: string[];
  findings: Finding[];
}

/** Goes through the pages as one person with an account does, and judges each state of theirs. */
async function judgeSignedIn(build: WeappBuild): Promise<Judged> {
  const service = await localService({ startsAt: beginningOf({}) });
  const reader = weappReader(build, browser, { gestureBar: JUDGED_PHONE.gestureBar }, service.line);
  const templates = compileWxml(build);
  const states: string[] = [];
  const { open, see, tap, type, at } = reader;
  const judge = async (state: string): Promise<void> => {
    await reader.atRest();
    const page = reader.app().navigator.top;
    if (!page) throw new Error('no page is open');
    states.push(`${page.route.split('/').at(-2)}: ${state}`);
    reader.app().findings.push(...judgePage(page, measurePage(page, templates.render(page.route, page.data))));
    await judgeOpen(reader.app(), reader.view(), templates);
  };
  try {
    const [other] = await service.others(LECTURE, 2);
    await open(form(LECTURE));
    await see('第 1 步');
    await judge('the first question');
    await tap('下一步');
    await see('请检查 1 处');
    await judge('with what is wrong said');
    await nameAndPhone(reader);
    await tap('我同意用我的姓名和手机号报名');
    await tap('下一步');
    await see('请核对后提交');
    await judge('looking it over');
    await tap('提交候补');
    await at(TICKET);
    await see('候补第 1 位');
    await judge('on the waiting list');
    await other?.cancel();
    await open(MINE);
    await tap('劳动合同讲座');
    await see('已为你保留');
    await judge('an offer');
    await open(form(SCREENING));
    await nameAndPhone(reader);
    await see('第 3 步');
    await type('身份证号', residentId(1));
    await judge('a number that is sensitive');
    await tap('下一步');
    await see('敏感个人信息');
    await judge('what is agreed to');
    await tap('我同意用我的姓名和手机号报名');
    await tap('我同意用我的身份证号安排两癌筛查');
    await tap('下一步');
    await tap('提交报名');
    await at(TICKET);
    await see('报名成功');
    await judge('a place');
    await tap('改期');
    await see('选择新场次');
    await judge('sessions to move to');
    await tap('演示医院（沙坪坝）');
    await see('确认改期');
    await judge('one chosen');
    await tap('确认改期');
    await see('报名成功', '演示医院（沙坪坝）');
    await judge('moved');
    return { states, findings: reader.findings() };
  } finally {
    await reader.close();
    await service.close();
  }
}

it('is judged in the states that a service leads to, and nothing is wrong there', async () => {
  const { states, findings } = await judgeSignedIn(good);
  expect(findings).toEqual([]);
  const pages = new Set(states.map((state) => state.split(':')[0]));
  expect([...pages].sort()).toEqual(behindService.map((route) => route.split('/').at(-2)).sort());
});

it('turns red where one of the pages is broken in such a state alone', async () => {
  const lab = createLab(weappDir);
  signedInMutants.forEach(({ breaks }) => breaks(lab));
  try {
    const { findings } = await judgeSignedIn(readBuild(lab.dir));
    const said = findings.map(({ rule, file, message }) => `${rule} ${file} ${message}`);
    for (const { name, rule, route, about } of signedInMutants)
      expect({ name, said }).toEqual({
        name,
        said: expect.arrayContaining([expect.stringMatching(new RegExp(`^${rule} ${route} .*${about}`))]),
      });
  } finally {
    lab.dispose();
  }
});

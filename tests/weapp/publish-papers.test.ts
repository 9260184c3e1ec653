/** The papers that `npm run publish:check` writes: what a compiled package and `operator.json` tell is in them, and nothing else. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import JSZip from 'jszip';
import { defined } from '@yugong/domain/narrow';
import { templateKinds } from '@yugong/domain/notice';
import { readOperator } from '@yugong/domain/operator';
import { bannedFeatures } from '../../scripts/publish/banned-features';
import { licenceFaults, installedParts, type Part } from '../../scripts/publish/licences';
import { writePapers } from '../../scripts/publish/papers';
import type { WeappBuild } from '../../scripts/weapp/build';
import { root } from '../../scripts/lib/stale';
import { weappBuild } from './build';

jest.setTimeout(300_000);

const ORIGIN = 'https://api.example.org';
const file = path.resolve(__dirname, '../fixtures/operator/operator.json');
const operator = defined(readOperator(readFileSync(file, 'utf8')).operator);
const SOME_PAGE = 'features/stations/pages/reports/index.js';

let build: WeappBuild;
let parts: Part[];
const folder = mkdtempSync(path.join(tmpdir(), 'yugong-papers-'));
beforeAll(async () => {
  build = await weappBuild();
  parts = installedParts(root);
  await write();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (changed: Partial<Parameters<typeof writePapers>[1]> = {}) =>
  writePapers(folder, {
    build,
    operator,
    origin: ORIGIN,
    version: '0.2.0',
    parts,
    accessibility: { rows: [], browser: ' Chromium ' },
    ...changed,
  });
const paper = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
const withCode = (code: string): WeappBuild => ({
  ...build,
  read: (name) => (name === SOME_PAGE ? `${build.read(name)};${code}` : build.read(name)),
});
const rowOf = (text: string, first: string): string =>
  text.split('\n').find((line) => line.startsWith(`| ${first} |`)) ?? '';

it('are each of those that a union needs, in one folder', () => {
  for (const name of [
    '用户隐私保护指引.md',
    '微信后台填写.md',
    '备案申请表.docx',
    '12号文不允许的功能.md',
    '无障碍检测记录.md',
    'sbom.cyclonedx.json',
    '第三方许可.md',
    '隐私政策.md',
    '用户协议.md',
    '个人信息收集清单.md',
    '第三方清单.md',
    '无障碍声明.md',
  ])
    expect(readdirSync(folder)).toContain(name);
});

describe('12号文不允许的功能', () => {
  it('says of each feature which words and interfaces were looked for and what was found, in which package', () => {
    const text = paper('12号文不允许的功能.md');
    expect(text).toMatch(/\d+ 个文件，\d+ 字节，SHA-256 [0-9a-f]{64}/);
    for (const { feature, words, interfaces } of bannedFeatures) {
      const row = rowOf(text, feature);
      for (const looked of [words.source.replaceAll('|', '\\|'), ...interfaces]) expect(row).toContain(looked);
    }
    expect(rowOf(text, '打卡签到')).toContain('劳动维权的证据：单位的考勤打卡');
    expect(rowOf(text, '积分排名')).toMatch(/\| 没有 \|$/);
    expect(text).not.toContain('是这种功能');
  });

  it('says where it stands in a package that has one', async () => {
    await write({ build: withCode('"本周积分榜";wx.startLocationUpdate({})') });
    const text = paper('12号文不允许的功能.md');
    expect(rowOf(text, '积分排名')).toContain(`“本周积分榜”（${SOME_PAGE}）：是这种功能`);
    expect(rowOf(text, '要求上传工作照片、视频、轨迹')).toContain(`调用了 startLocationUpdate（${SOME_PAGE}）`);
    await write();
  });
});

describe('微信后台填写', () => {
  it('names the certificate, the categories with their papers, every domain list and every template with its fields', () => {
    const text = paper('微信后台填写.md');
    expect(rowOf(text, '证照')).toContain('《工会法人资格证书》');
    expect(rowOf(text, '活动报名、两癌筛查预约登记')).toContain('工具 → 预约/报名');
    expect(rowOf(text, 'request 合法域名')).toContain(ORIGIN);
    expect(rowOf(text, 'uploadFile 合法域名')).toContain('不用填');
    expect(rowOf(text, 'socket 合法域名')).toContain('不用填');
    expect(rowOf(text, '业务域名（web-view）')).toContain('不用填');
    for (const kind of templateKinds) expect(rowOf(text, kind)).toMatch(/（thing）/);
  });

  it('lists no category of what the package does not have', async () => {
    const routes = build.routes.filter((route) => !route.startsWith('features/screening/'));
    await write({ build: { ...build, routes } });
    expect(paper('微信后台填写.md')).not.toContain('两癌筛查知识');
    await write();
    expect(paper('微信后台填写.md')).toContain('两癌筛查知识');
  });

  it('asks for a domain where a package sends files or opens a socket', async () => {
    await write({ build: withCode('wx.uploadFile({});wx.connectSocket({})') });
    const text = paper('微信后台填写.md');
    expect(rowOf(text, 'uploadFile 合法域名')).toContain(ORIGIN);
    expect(rowOf(text, 'socket 合法域名')).toContain('wss://api.example.org');
    await write();
  });

  it('declares no content of users by the fields of WeChat’s form, and leaves it open where pictures can be chosen', async () => {
    expect(rowOf(paper('微信后台填写.md'), '涉及的场景（scene）')).toContain('0 不涉及用户生成内容');
    await write({ build: withCode('wx.chooseMedia({})') });
    expect(rowOf(paper('微信后台填写.md'), '涉及的场景（scene）')).toContain('【请填写】：包里调用了 chooseMedia');
    await write();
  });

  it.each([
    ['91110000600037341L', '登记证书【请填写】'],
    ['11500000009276060X', '《统一社会信用代码证书》'],
    ['12500000009276060X', '《事业单位法人证书》'],
    ['51500000009276060X', '《社会团体法人登记证书》'],
  ])('takes the certificate from who registered %s', async (creditCode, certificate) => {
    await write({ operator: { ...operator, creditCode } });
    expect(rowOf(paper('微信后台填写.md'), '证照')).toContain(certificate);
    await write();
  });
});

describe('备案申请表', () => {
  const textOf = async (): Promise<string[]> => {
    const zip = await JSZip.loadAsync(readFileSync(path.join(folder, '备案申请表.docx')));
    const xml = await defined(zip.file('word/document.xml')).async('string');
    return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
      [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, part]) => part).join(''),
    );
  };

  it('has the rows of the 网信办’s form, what is known filled in, what only the union knows marked', async () => {
    const lines = await textOf();
    const text = lines.join('\n');
    expect(lines.filter((line) => /^[1-8] /.test(line))).toEqual([
      '1 主办（使用）单位',
      '2 政务应用程序名称',
      '3 经办人信息',
      '4 立项审核情况',
      '5 功能设置情况',
      '6 运维和安全保障情况',
      '7 上线验收情况',
      '8 本单位正在使用的同类政务应用程序',
    ]);
    expect(text).toContain(`${operator.name}，统一社会信用代码 ${operator.creditCode}`);
    expect(text).toContain('投诉建议：5 个工作日内答复');
    for (const { feature } of bannedFeatures) expect(text).toContain(feature);
    for (const marked of ['立项依据', '运维团队', '安全测试', '网络安全等级保护测评'])
      expect(text).toContain(`${marked}：【请填写】`);
  });

  it('takes filings that there are, and marks those that there aren’t', async () => {
    const filings = { ...operator.filings, governmentApp: '测试备〔2026〕1号' };
    await write({ operator: { ...operator, filings: { ...filings, miniProgram: null } } });
    const text = (await textOf()).join('\n');
    expect(text).toContain('已有的政务应用程序备案编号：测试备〔2026〕1号');
    expect(text).toContain('小程序备案号：【请填写】');
    await write();
  });
});

describe('第三方许可', () => {
  it('names every part that goes out with its licence and gives the texts', () => {
    const text = paper('第三方许可.md');
    expect(parts.length).toBeGreaterThan(400);
    expect(licenceFaults(parts)).toEqual([]);
    expect(rowOf(text, 'react')).toContain('| MIT |');
    expect(rowOf(text, 'opening_hours')).toContain('LGPL-3.0-only');
    expect(text).toContain('Copyright (c) Meta Platforms, Inc. and affiliates.');
    for (const { name } of parts) expect(rowOf(text, name)).not.toMatch(/^(\| [^|]+ ){2}\| {2}\|/);
  });

  it('stands beside a bill of materials with what each of ours is made of, of which npm itself leaves some out', () => {
    const bom = JSON.parse(paper('sbom.cyclonedx.json'));
    expect([bom.bomFormat, bom.specVersion]).toEqual(['CycloneDX', '1.5']);
    const named: string[] = bom.components.map(({ name }: { name: string }) => name);
    for (const name of ['react', 'react-dom', '@tarojs/runtime', 'valibot', 'fastify', 'pg', 'sharp', 'antd'])
      expect(named).toContain(name);
    for (const name of ['jest', 'eslint', 'playwright-core']) expect(named).not.toContain(name);
    expect(bom.components).toContainEqual(
      expect.objectContaining({
        purl: expect.stringMatching(/^pkg:npm\/%40tarojs\/runtime@\d/),
        licenses: [{ expression: 'MIT' }],
        hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }],
      }),
    );
  });

  it('is none of a part of which one may choose a free licence', () => {
    const part = { name: 'some-part', version: '1.0.0', integrity: '', licence: '(MIT OR GPL-3.0-only)', text: null };
    expect(licenceFaults([part])).toEqual([]);
  });

  it.each([
    ['none', null, '没有写许可'],
    ['one that nobody looked at', 'AGPL-3.0-only', 'AGPL-3.0-only'],
    ['one beside a free one that holds as well', 'MIT AND AGPL-3.0-only', 'MIT AND AGPL-3.0-only'],
  ])('is a fault of a part with %s', (_, licence, said) => {
    expect(licenceFaults([{ name: 'some-part', version: '1.0.0', integrity: '', licence, text: null }])).toEqual([
      { rule: 'licence', found: `some-part 1.0.0：${said}` },
    ]);
  });
});

/** Newsletters as different unions set them: the items come out whole, and every line is accounted for. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { DistrictRecord } from '@yugong/domain/district/record';
import { parseNewsletter, type Newsletter } from '@yugong/domain/newsletter';

const folder = path.join(__dirname, '../../fixtures/newsletters/layouts');
const dataset = path.join(__dirname, '../../../packages/content/collections/districts.json');
const districts = v.parse(v.array(DistrictRecord), JSON.parse(readFileSync(dataset, 'utf8')));

const read = (text: string, issueDate: string | null = '2026-07-20'): Newsletter =>
  parseNewsletter(text, { issueDate, districts });
const fixture = (name: string): Newsletter => read(readFileSync(path.join(folder, `${name}.txt`), 'utf8'));

/** Day, districts and title of each item. */
const items = ({ news }: Newsletter): string[] =>
  news.map(({ happenedOn, districts: all, title }) =>
    [happenedOn ?? '-', all.map(({ adcode }) => adcode).join('+') || '-', title].join(' '),
  );
const messages = ({ flags }: Newsletter): string[] => flags.map(({ line, message }) => `${line} ${message}`);

/** The lines with text of which nothing is known: used, furniture, or named in a remark. */
const lost = (text: string, { lines, flags }: Newsletter): number[] => {
  const known = new Set(lines.map(({ line }) => line));
  const remarks = new Set(flags.map(({ message }) => message));
  const silent = lines.filter((use) => 'reported' in use && !remarks.has(use.reported));
  const missing = text.split('\n').flatMap((line, at) => (line.trim() !== '' && !known.has(at + 1) ? [at + 1] : []));
  return [...missing, ...silent.map(({ line }) => line)];
};

const EXPECTED: Record<string, string[]> = {
  bare: [
    '- 500113 巴南区总工会召开半年工作推进会',
    '2026-07-13 500113 区总工会走访慰问困难职工',
    '- 500113 木洞镇总工会开展安全生产月知识竞赛',
    '2026-07-15 500113 界石镇总工会7月15日为辖区企业女职工举办健康讲座',
  ],
  bullets: [
    '2026-07-06 - 市总工会机关党委开展主题党日活动',
    '2026-07-07 500231 市总工会女职工部赴垫江县调研女职工工作',
    '2026-07-08 - 全市工会财务干部培训班在重庆工会干部学院举办',
    '2026-07-09 500155+500233 梁平区总工会、忠县总工会联合举办“渝东职工篮球邀请赛”',
    '2026-07-10 - 市总工会召开党组会议',
  ],
  bylines: [
    '- 500114 黔江区总工会举办职工象棋赛',
    '- 500242 酉阳县总工会为120名货车司机送上“平安包”',
    '- 500241 秀山县总工会组织劳模宣讲团进校园',
  ],
  companies: [
    '2026-07-02 - 公司工会组织开展“安全生产月”主题宣讲',
    '2026-07-04 - 重庆长安汽车股份有限公司工会委员会：举办第十届职工技能运动会开幕式',
    '- - 中铁十一局五公司工会：为项目一线职工送去西瓜、绿豆汤等防暑物资，价值6万余元',
  ],
  contents: [
    '2026-07-01 500157 渝北区总工会为外卖骑手送“平安”',
    '2026-07-03 500111 大足区总工会五金工匠收徒',
    '- 500231 垫江县总工会探索“共享工会”',
  ],
  labels: [
    '2026-07-13 - 重庆市总工会召开十届六次全委会议',
    '2026-07-14 500157 两江新区总工会发布“渝工港湾”电子地图',
    '- 500104 大渡口区总工会启动职工子女暑期托管班',
    '- - 西部（重庆）科学城总工会开展“工会进万家”活动',
    '2026-07-15 500108 市教科文卫体工会在南岸区举办教职工气排球比赛',
  ],
  loose: [
    '- 500156 武隆区总工会三项举措助力旅游旺季',
    '2026-07-09 - 重庆市工会第二期新就业形态工会干部培训班开班',
    '- 500229 城口县总工会：建好“职工书屋” 点亮精神灯塔',
  ],
  markdown: [
    '2026-07-06 500103 朝天门街道总工会组织快递员体检',
    '2026-07-07 500103 上清寺街道总工会开展普法讲座',
    '2026-07-08 500106 土湾街道总工会走访困难职工11户',
  ],
  nested: [
    '2026-07-06 500106 召开新就业形态劳动者座谈会',
    '2026-07-08 500106 开展法律援助进园区活动',
    '2026-07-09 500106 井口街道总工会开展“安康杯”知识讲座',
    '2026-07-10 500106 医院工会举办职工趣味运动会',
  ],
  newspaper: ['- 500108 驿站里的“小确幸” ——南岸区总工会打造暖心驿站侧记'],
  notice: [
    '2026-07-01 - 市总工会召开庆祝建党105周年座谈会',
    '2026-07-02 500109 北碚区总工会启动“缙云之夏”职工文化月',
    '2026-07-03 500118 永川区总工会在职教城开展“求学圆梦”行动',
  ],
  'numbered-titles': [
    '2026-07-06 - 市总工会召开党组理论学习中心组会议',
    '2026-07 500113+500110 全市工会系统开展“送清凉”',
    '2026-07-11 - “渝工杯”职工羽毛球赛落幕',
  ],
  points: ['- 500154 开州区总工会“四个一”推进职工之家建设'],
  site: ['2026-07-14 500103 渝中区总工会举办“夏送清凉”集中慰问活动'],
  table: ['2026-07-18 - 市总工会发布下周活动安排'],
  titled: [
    '- 500116 江津区：送教上门 助力职工技能提升',
    '2026-07-03 500110 綦江区：三级联动化解欠薪纠纷',
    '- 500117 合川区：工会驿站“上新”',
    '2026-07-12 500151 铜梁区：龙舞职工赛 舞出精气神',
  ],
  truncated: [
    '2026-07-02 500236 奉节县总工会在夔门街道举办“春风行动”招聘会',
    '2026-07-03 500237 巫山县总工会为旅游船船员送去防疫包200个',
    '2026-07-04 500235 云阳县总工会召开女职工代表座谈会',
  ],
  'two-in-one': [
    '2026-07-03 500230 丰都县总工会组织12名女职工赴三建乡开展“巾帼助农”活动',
    '2026-07-04 500233 忠县总工会启动“工会送岗”直播带岗',
    '2026-07-05 500157 全市工会社会工作者培训班在江北区举办',
  ],
  'union-first': [
    '2026-07-08 500102 涪陵区总工会：召开推进产业工人队伍建设改革工作会',
    '- 500230 丰都县总工会：投入3.5万元',
    '2026-07-10 500240 石柱县总工会：在黄水镇举办劳模疗休养活动',
    '- 500243+500156 彭水县总工会与武隆区总工会签订工会联盟协议',
    '- 500229 城口县总工会举办职工书画展',
  ],
  wechat: [
    '2026-07-09 500101 万州区总工会：技能比武展风采',
    '- 500115 长寿区总工会：夜校开课啦！',
    '2026-07-11 500153 荣昌区总工会：为新就业群体体检',
  ],
  wrapped: [
    '- - 市总工会印发《关于做好高温天气下劳动者权益保障工作的通知》',
    '2026-07-15 500107 九龙坡区总工会在杨家坪步行街开展高温津贴普法宣传',
    '- 500119 南川区总工会联合区应急管理局开展夏季安全生产检查',
    '2026-07-16 500152 潼南区总工会7月16日举办单身职工交友活动',
  ],
};

describe('a newsletter of another union', () => {
  it.each(Object.keys(EXPECTED))('set as in %s.txt gives its items with their days, districts and titles', (name) => {
    const newsletter = fixture(name);
    expect(items(newsletter)).toEqual(EXPECTED[name]);
    expect(newsletter.flags.filter(({ severity }) => severity === 'fault')).toEqual([]);
  });

  it.each(readdirSync(folder))('%s has no line that is lost', (name) => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    expect(lost(text, read(text))).toEqual([]);
  });
});

describe('marks', () => {
  const week = (...lines: string[]): Newsletter => read(['一周动态', ...lines].join('\n'));

  it('of many kinds open items in one section, and headings of groups give their districts', () => {
    const newsletter = week(
      '■ 渝中区',
      '▶7月1日，甲街道总工会慰问老党员45名。',
      '■ 江北、渝北',
      '▲7月4日，乙街道总工会举办夏令营，60名职工子女参加。',
      '△ 7月5日，南岸区总工会发布高温津贴提示。',
      '→ 7月6日，丙街道总工会新建驿站2个。',
      '（1）7月7日，丁镇总工会举行拔河赛。',
      '① 7月8日，戊镇总工会慰问货车司机88名。',
    );
    expect(items(newsletter).map((one) => one.slice(0, 17))).toEqual([
      '2026-07-01 500103',
      '2026-07-04 500157',
      '2026-07-05 500108',
      '2026-07-06 500157',
      '2026-07-07 500157',
      '2026-07-08 500157',
    ]);
    expect(newsletter.news[1]?.district).toEqual({ adcode: '500157', districtThen: '江北区、渝北区' });
  });

  it.each(['1、', '1．', '1. ', '（1）', '(1)', '①', '1）', '一、', '（一）', '㈠', '⑴', '❶'])(
    'like %s number items, also where a union stands in front of the date',
    (first) => {
      const second = first
        .replace('1', '2')
        .replace('一', '二')
        .replace('①', '②')
        .replace('㈠', '㈡')
        .replace('⑴', '⑵')
        .replace('❶', '❷');
      const newsletter = week(
        `${first}7月1日，南岸区总工会开班。`,
        `${second}綦江区总工会7月3日走访困难职工42户，发放慰问金8.4万元。`,
      );
      expect(items(newsletter)).toEqual([
        '2026-07-01 500108 南岸区总工会开班',
        '2026-07-03 500110 綦江区总工会7月3日走访困难职工42户',
      ]);
    },
  );

  it('▲ before a picture’s name is a caption', () => {
    const newsletter = week('◆7月1日，南岸区总工会开班。', '▲开班仪式', '◆7月2日，忠县总工会开课。');
    expect(items(newsletter)).toHaveLength(2);
    expect(messages(newsletter)).toContain('3 图片说明，没有收：「▲开班仪式」');
  });

  it('number the points of an item where they open as no item does', () => {
    const [only, second] = week(
      '◆7月1日，南岸区总工会部署三项工作。',
      '1.提高站位。学深悟透。',
      '2.抓好落实。定期通报。',
    ).news;
    expect(only?.paragraphs).toHaveLength(3);
    expect(second).toBeUndefined();
  });
});

describe('an item', () => {
  it('without a full stop swallows none of those behind it', () => {
    const newsletter = read(
      '工会晨读\n近日，甲区总工会走访企业。播音 小工\n新闻速递\n7月3日上午，渝中区总工会看望环卫工人\n7月4日，沙坪坝区总工会办讲座。',
    );
    expect(items(newsletter)).toEqual([
      '- - 甲区总工会走访企业',
      '2026-07-03 500103 渝中区总工会看望环卫工人',
      '2026-07-04 500106 沙坪坝区总工会办讲座',
    ]);
    expect(newsletter.news[0]?.paragraphs).toEqual(['近日，甲区总工会走访企业。']);
    expect(messages(newsletter)).toContainEqual(expect.stringMatching(/^4 .*结尾没有句号/));
  });

  it.each([
    ['7月1日，职工篮球赛由渝中区总工会承办，12支队伍参赛。', '职工篮球赛由渝中区总工会承办'],
    ['7月1日，全市职工读书活动在南岸区举办，200人参加。', '全市职工读书活动在南岸区举办'],
    ['7月1日，由市总工会主办，渝中区总工会承办的职工篮球赛在南岸区举行。', '职工篮球赛在南岸区举行'],
  ])('keeps a first clause that says what was held: %s', (text, title) => {
    expect(read(`一周动态\n◆${text}`).news[0]?.title).toBe(title);
  });

  it.each([
    '（南岸区总工会供稿）',
    '（通讯员 张三）',
    '（南岸区总工会 张三）',
    '（张三）',
    '供稿：南岸区总工会',
    '图为开班现场。',
  ])('ends before %s, which is not part of it and is told', (byline) => {
    const newsletter = read(`工会简报\n7月1日，南岸区总工会开班。${byline}\n职工王五站上讲台。`);
    expect(newsletter.news[0]?.paragraphs[0]).toBe('7月1日，南岸区总工会开班。');
    expect(messages(newsletter)).toContainEqual(expect.stringMatching(/^2 .*不收进正文/));
  });

  it('reads ．between digits as a decimal point', () => {
    const [only] = read('一周动态\n◆７月１日，南岸区总工会投入３．５万元慰问职工１１０名。').news;
    expect(only?.figures).toMatchObject([
      { value: 35_000, unit: '元' },
      { value: 110, unit: '名' },
    ]);
  });

  it('that names several districts keeps them all', () => {
    const [only] = read('一周动态\n◆7月1日，南岸区总工会与忠县总工会签订协议。').news;
    expect(only?.district).toBeNull();
    expect(only?.districts).toEqual([{ adcode: '500108' }, { adcode: '500233' }]);
  });

  it('that is still to come has no day on which it happened, and is an event all the same', () => {
    const newsletter = read('一周动态\n◆7月25日，南岸区总工会将在南坪广场举办招聘会。');
    expect(newsletter.news[0]?.happenedOn).toBeNull();
    expect(newsletter.events).toMatchObject([{ start: '2026-07-25', place: '南坪广场' }]);
  });
});

describe('the page', () => {
  it('gives its day and its publisher where nobody else does', () => {
    const text =
      '南岸区总工会开班\n发布时间：2026-07-03 09:12    来源：南岸区总工会    字号：大 中 小\n7月1日，南岸区总工会开班。';
    expect(read(text, null)).toMatchObject({ issueDate: '2026-07-03', publisher: '南岸区总工会' });
    expect(read(text, null).news).toMatchObject([{ title: '南岸区总工会开班', happenedOn: '2026-07-01' }]);
  });

  it('gives the last day of its heading where nothing else is dated, and says so', () => {
    const newsletter = read('重庆工会一周要闻（2026年3月9日—3月15日）\n1、3月9日，市总工会开会。', null);
    expect(newsletter.news[0]?.happenedOn).toBe('2026-03-09');
    expect(messages(newsletter)).toContainEqual(expect.stringMatching(/^1 .*2026-03-15/));
  });

  it('has no publisher and no confidence that nobody named', () => {
    expect(read('一周动态\n◆7月1日，南岸区总工会开班。')).toMatchObject({ publisher: null, confidence: null });
  });
});

describe('a category', () => {
  it('above the titles of cases is a new one to confirm where the dataset does not have it', () => {
    const text =
      '案例汇编\n重庆入选名单\n第8期\n一、思想政治引领\n市总工会建台账\n七、数字工会建设\n南岸区总工会建平台';
    const { cases, flags } = parseNewsletter(text, {
      districts,
      categories: { 1: '思想政治引领' },
      issueDate: '2026-07-20',
    });
    expect(cases.map(({ category, newCategory }) => [category, newCategory])).toEqual([
      [1, null],
      [16, { number: 7, name: '数字工会建设' }],
    ]);
    expect(flags.map(({ severity }) => severity)).not.toContain('fault');
  });

  it('is only a part of the news where dated items stand below it', () => {
    const text =
      '工会简报\n女职工工作\n7月1日，南岸区总工会开办妈咪课堂。\n宣传传播\n7月2日，忠县总工会拍摄短视频6部。';
    const { cases, news } = parseNewsletter(text, {
      districts,
      categories: { 2: '宣传传播', 15: '女职工工作' },
      issueDate: '2026-07-20',
    });
    expect([cases.length, news.length]).toEqual([0, 2]);
  });
});

describe('layouts of all kinds', () => {
  const DISTRICTS = ['渝中区', '南岸区', '忠县', '开州区', '大足区', '璧山区', '云阳县', '巫溪县'];
  const DEEDS = [
    '走访慰问环卫工人',
    '举办职工技能比武',
    '开展法律知识宣讲',
    '为女职工办体检',
    '启动暑期托管班',
    '召开集体协商推进会',
  ];
  const item = fc.record({
    district: fc.constantFrom(...DISTRICTS),
    day: fc.integer({ min: 1, max: 19 }),
    deed: fc.constantFrom(...DEEDS),
    count: fc.integer({ min: 11, max: 980 }),
    isDated: fc.boolean(),
  });
  type Item = typeof item extends fc.Arbitrary<infer T> ? T : never;
  const numerals = '一二三四五六七八九十';
  const MARKS: Record<string, (at: number) => string> = {
    diamond: () => '◆',
    dot: () => '● ',
    square: () => '■',
    star: () => '★',
    triangle: () => '▲',
    digit: (at) => `${at + 1}、`,
    'digit and point': (at) => `${at + 1}. `,
    bracketed: (at) => `（${at + 1}）`,
    circled: (at) => String.fromCodePoint(0x2460 + at),
    ideograph: (at) => `${numerals[at] ?? ''}、`,
    none: () => '',
    titles: () => '',
  };
  const layout = fc.record({
    mark: fc.constantFrom(...Object.keys(MARKS)),
    width: fc.constantFrom(0, 0, 20, 26),
    hasGaps: fc.boolean(),
    byline: fc.constantFrom('', '', '（通讯员 张三）', '供稿：区总工会'),
    head: fc.constantFrom('工会简报', '重庆工会一周动态', '# 虚构通讯'),
    furniture: fc.constantFrom(
      [],
      ['第12期', '2026年7月20日'],
      ['发布时间：2026-07-20 08:30  来源：市总工会', '字号：大 中 小'],
    ),
    foot: fc.constantFrom([], ['责任编辑：李四', '【打印】【关闭】'], ['报：市总工会', '第 1 页 共 1 页']),
  });
  type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never;

  const sentence = ({ district, day, deed, count, isDated }: Item): string =>
    `${isDated ? `7月${day}日` : '近日'}，${district}总工会${deed}，${count}人参加，现场秩序井然。`;
  const wrap = (text: string, width: number): string[] =>
    width === 0 ? [text] : (text.match(new RegExp(`.{1,${width}}`, 'gu')) ?? []);

  /** The text, and for each item the lines that it was written on. */
  function set(all: readonly Item[], { mark, width, hasGaps, byline, head, furniture, foot }: Layout) {
    const lines: string[] = [head, ...furniture, ''];
    const places = all.map((one, at) => {
      const start = lines.length;
      if (mark === 'titles') lines.push(`${one.district}总工会${one.deed}`);
      lines.push(...wrap(`${MARKS[mark]?.(at) ?? ''}${sentence(one)}`, width));
      const end = lines.length;
      if (byline !== '') lines.push(byline);
      if (hasGaps) lines.push('');
      return Array.from({ length: end - start }, (_, index) => start + index + 1);
    });
    return { text: [...lines, ...foot].join('\n'), places };
  }

  it('give back their items, and say of every line where it went', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(item, { minLength: 2, maxLength: 8, selector: ({ district }) => district }),
        layout,
        (all, how) => {
          const { text, places } = set(all, how);
          const newsletter = read(text);
          expect(newsletter.news.map(({ happenedOn, district }) => [happenedOn, district?.adcode])).toEqual(
            all.map(({ isDated, day, district }) => [
              isDated ? `2026-07-${String(day).padStart(2, '0')}` : null,
              districts.find(({ title }) => title === district)?.adcode,
            ]),
          );
          expect(newsletter.news.map(({ paragraphs }) => paragraphs)).toEqual(all.map((one) => [sentence(one)]));
          const uses = new Map(newsletter.lines.map((use) => [use.line, use]));
          for (const [at, lines] of places.entries()) {
            const used = `news:${newsletter.news[at]?.line ?? 0}`;
            for (const line of lines) expect(uses.get(line)).toEqual({ line, used });
          }
          expect(lost(text, newsletter)).toEqual([]);
          expect(newsletter.flags.filter(({ severity }) => severity === 'fault')).toEqual([]);
        },
      ),
      { numRuns: 400, seed: 19 },
    );
  });
});

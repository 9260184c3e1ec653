/**
 * Newsletters as districts, streets and companies publish them, each line tagged by hand with the item that it is part of.
 *
 * A line is `1|text` where it belongs to the first item, and `-|text` where it belongs to none.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { DistrictRecord } from '@yugong/domain/district/record';
import { parseNewsletter, type Newsletter } from '@yugong/domain/newsletter';

const folder = path.join(__dirname, '../../fixtures/newsletters/unions');
const dataset = path.join(__dirname, '../../../packages/content/collections/districts.json');
const districts = v.parse(v.array(DistrictRecord), JSON.parse(readFileSync(dataset, 'utf8')));

/** A fixture as it was published, and the item of each of its lines. */
function fixture(name: string): { text: string; tags: string[] } {
  const lines = readFileSync(path.join(folder, `${name}.txt`), 'utf8')
    .trimEnd()
    .split('\n');
  const parts = lines.map((line) => /^(\d*|-)\|(.*)$/u.exec(line) ?? []);
  return { text: parts.map(([, , text]) => text ?? '').join('\n'), tags: parts.map(([, tag]) => tag ?? '') };
}

const read = (text: string, issueDate: string | null = '2026-07-20'): Newsletter =>
  parseNewsletter(text, { issueDate, districts });

/** Day, districts and title of each item. */
const items = ({ news }: Newsletter): string[] =>
  news.map(({ happenedOn, districts: all, title }) =>
    [happenedOn ?? '-', all.map(({ adcode }) => adcode).join('+') || '-', title].join(' '),
  );

/** The item of each line, as the reader has it: its place in the list, `-` for a line outside of all. */
const tagsOf = ({ news, lines }: Newsletter, count: number): string[] => {
  const places = new Map(news.map(({ line }, at) => [`news:${line}`, String(at + 1)]));
  const uses = new Map(lines.map((use) => [use.line, 'used' in use ? (places.get(use.used) ?? '-') : '-']));
  return Array.from({ length: count }, (_, at) => uses.get(at + 1) ?? '');
};

/** The lines of which nothing is known: neither used, nor furniture, nor named in a remark. */
const silent = (text: string, { lines, flags }: Newsletter): number[] => {
  const known = new Set(lines.map(({ line }) => line));
  const remarks = new Set(flags.map(({ message }) => message));
  return text
    .split('\n')
    .flatMap((line, at) => (line.trim() !== '' && !known.has(at + 1) ? [at + 1] : []))
    .concat(lines.flatMap((use) => ('reported' in use && !remarks.has(use.reported) ? [use.line] : [])));
};

const EXPECTED: Record<string, string[]> = {
  account: ['2026-07-13 500108 骑手夜校开到了驿站里', '2026-07-14 500108 职工子女夏令营开营', '- 500108 新建驿站6个'],
  redhead: [
    '2026-07-07 500104 区总工会召开七届九次全委（扩大）会议',
    '2026-07-08 500104 春晖路街道总工会送法进小区',
    '2026-07-09 500104 九宫庙街道总工会举办职工趣味运动会',
  ],
  company: [
    '2026-06-03 - 公司工会召开第五届职工代表大会第二次会议',
    '2026-06-10 - 公司工会为高温岗位职工发放防暑药品1200份、盐汽水600箱',
    '2026-06-12 - 总装车间分会：举办“金扳手”技能赛',
    '2026-06-18 - 涂装车间分会：组织32名女职工参加“两癌”筛查',
    '2026-06-24 - 物流分会6月24日开展叉车安全演练',
  ],
  street: [
    '2026-07-13 - 普法进工地',
    '2026-07-14 - 体检进站点',
    '2026-07-15 - 清凉送一线',
    '2026-07-17 500106 培训促提升',
  ],
  columns: [
    '- 500110 炉火旁的坚守',
    '- 500110 关于举办2026年全区职工乒乓球比赛的通知',
    '2026-07-09 500110 古南街道总工会开展夏季安全宣传',
    '2026-07-10 500110 赶水镇总工会慰问防汛值守人员',
  ],
  nested2: [
    '2026-06-05 500157 渝北区总工会指导虚构物流园成立联合工会',
    '2026-06-12 500157 龙兴镇总工会在汽车城举行集中入会仪式',
    '2026-06-20 500157 渝北区快递行业工会联合会换届',
    '2026-06-25 500157 渝北区家政行业签订集体合同',
    '2026-06-28 500157 渝北区总工会法律援助工作站为17名农民工追回工资46.8万元',
  ],
  'inline-district': [
    '2026-07-06 500101 万州区总工会启动“百名工匠进百企”活动',
    '2026-07-07 500102 涪陵区总工会7月7日举办榨菜加工职业技能竞赛',
    '2026-07-08 500155+500231 梁平区总工会、垫江县总工会签订劳务协作协议',
    '- 500110 市能源工会在綦江区开展煤改电岗位转型培训',
    '- 500118 永川区总工会联合区妇联举办青年职工联谊会',
  ],
  newspaper2: [
    '2026-07-14 500116 江津：“小立法”管住高温作业',
    '- 500116 几江街道：职工书屋亮灯到晚十点',
    '- 500153 荣昌：陶工赛出“泥土里的功夫”',
  ],
  days: [
    '2026-07-13 500113 巴南区总工会召开主席办公会',
    '2026-07-14 500113 鱼洞街道总工会开展新就业形态劳动者集中入会',
    '2026-07-14 500113 李家沱街道总工会开办暑期托管班',
    '2026-07-15 500113 南泉街道总工会看望高温下作业的园林工人',
    '2026-07-16 500113 巴南区总工会与区人力社保局联合检查10家企业的高温津贴发放情况',
  ],
  captions: ['2026-07-11 500115 送岗位·送清凉·送文化 ——长寿区总工会“三送”走进长寿湖'],
  schedule: [
    '- 500117 合川区总工会启动“求学圆梦”行动',
    '2026-07-15 500117 钓鱼城街道总工会在文峰古街工会驿站举行“急救知识进驿站”活动',
    '2026-07-17 500117 南津街街道总工会为结对帮扶的6户困难职工送去助学金1.8万元',
  ],
  profile: ['- 500102 劳模故事｜她把一条街扫成了“家”'],
  cutoff: [
    '2026-07-06 500235 云阳县总工会举行“县级工匠”命名大会',
    '2026-07-07 500235 双江街道总工会开展“送凉爽、送健康”活动',
    '2026-07-08 500235 龙角镇总工会组织职工参加山洪避险演练',
    '2026-07-09 500235 平安镇总工会成立首家村级工会联合会',
  ],
  halfwidth: [
    '2026-07-06 500154 开州区总工会到温泉镇调研工会阵地建设',
    '2026-07-07 500154 区总工会举办"工会业务大讲堂"',
    '2026-07-08 500154 临江镇总工会为18家企业送去“法律大礼包”',
    '2026-07-09 500154 开州区总工会举办2026年职工羽毛球比赛',
    '2026-07-10 500154 开州区总工会"职工之家APP"7月10日上线',
  ],
  emoji: [
    '2026-07-13 500120 璧山区总工会召开上半年工作总结会',
    '2026-07-14 500120 来凤街道总工会把“流动驿站”开进工业园',
    '2026-07-15 500120 大路街道总工会完成38家小微企业建会',
    '2026-07-16 500120 璧山区教育工会组织70名教师赴青杠街道开展红色研学',
  ],
  colons: [
    '2026-07-02 500156 市教科文卫体工会：组织50名教师赴武隆区疗休养',
    '2026-07-03 - 市财贸轻纺烟草工会：举办餐饮服务员技能赛',
    '2026-07-05 - 市交通工会、市城乡建设工会：联合慰问轨道交通24号线建设者',
    '2026-07-08 - 国网重庆电力工会：“劳模创新工作室”再添2个',
    '2026-07-09 - 中国铁路成都局集团有限公司重庆工会办事处：开通暑运“流动维修站”',
  ],
  parallel: [
    '- 500243 彭水自治县总工会开展“苗乡工匠”评选',
    '2026-07-02 500243 汉葭街道总工会7月2日在县城新建驿站1个',
    '2026-07-03 500242 酉阳自治县总工会举办摆手舞职工大赛',
    '2026-07-04 500241 秀山自治县总工会为茶叶加工企业的88名女工建立健康档案',
    '2026-07-06 500114+500243 黔江区总工会、彭水自治县总工会共建跨区维权站',
  ],
  hospital: ['2026-07-04 - “医”心向阳 趣味开跑', '2026-07-08 - “妈妈小屋”启用', '2026-07-10 - 伏天送凉'],
  courier: ['2026-07-06 500106 免费体检', '2026-07-08 500106 意外保障', '2026-07-10 500106 学历提升'],
  briefs: [
    '2026-07-03 500111 五金产业工会联合会成立',
    '2026-07-04 500153 荣昌区总工会：在安富街道举办“非遗夜校”',
    '- 500152 潼南区总工会：组织20名蔬菜产业技术工人赴山东寿光学习',
    '2026-07-06 500117 合川区总工会：向汛期值守的16个镇街发放慰问金16万元',
  ],
  minutes: ['2026-06-09 500156 开展“安康杯”竞赛', '2026-06-16 500156 做好困难帮扶', '- 500156 推进驿站建设'],
  dialog: ['- 500119 南川区总工会：让“急难愁盼”有回音'],
  information: [
    '2026-07-07 500109 区总工会召开产改工作联席会议',
    '2026-07-09 500109 北碚区启动“技能兴企”系列竞赛',
    '2026-07-08 500109 静观镇：花木工人上“夜课”',
    '2026-07-10 500109 歇马街道：走访困难职工',
  ],
  picture: [
    '2026-07-02 500157 两江新区总工会在礼嘉智慧公园举办“两江杯”职工健步走',
    '2026-07-05 500157 两江新区汽车产业工会联合会举行维修技能比武',
    '2026-07-09 500157 康美街道总工会为驿站添置血压计、雨伞、充电宝等物品',
    '- 500157 两江新区总工会近日被评为“全国模范职工之家”',
  ],
  list: [
    '2026-04 500155 为环卫工人投保',
    '2026-04-18 500155 为骑手建驿站',
    '2026-05-10 500155 为女职工体检',
    '2026-06-05 500155 为农民工讨薪',
  ],
  letter: ['- 500151 致全区工会干部的一封信 暨铜梁区总工会7月工作通报'],
};

describe('a newsletter as a union publishes it', () => {
  it.each(Object.keys(EXPECTED))('such as %s.txt gives its items with their days, districts and titles', (name) => {
    expect(items(read(fixture(name).text))).toEqual(EXPECTED[name]);
  });

  it.each(Object.keys(EXPECTED))('such as %s.txt gives each item its own lines and no other', (name) => {
    const { text, tags } = fixture(name);
    expect(tagsOf(read(text), tags.length)).toEqual(tags);
  });

  it.each([
    ['account', '2026-07-17', '南岸区总工会'],
    ['captions', '2026-07-12', '长寿区总工会'],
    ['columns', null, '綦江区总工会'],
    ['dialog', '2026-07-11', '南川区总工会'],
    ['letter', '2026-07-12', '铜梁区总工会'],
    ['nested2', '2026-07-15', '渝北区总工会'],
    ['newspaper2', '2026-07-16', null],
    ['parallel', '2026-07-08', null],
    ['profile', '2026-07-09', '重庆工人虚构客户端'],
    ['redhead', '2026-07-10', '大渡口区总工会'],
    ['street', '2026-07-19', '石井坡街道总工会'],
  ])('such as %s.txt gives its own day and publisher where it prints them', (name, issueDate, publisher) => {
    expect(read(fixture(name).text, null)).toMatchObject({ issueDate, publisher });
  });

  it('has no fault', () => {
    for (const name of Object.keys(EXPECTED)) {
      const { flags } = read(fixture(name).text);
      expect(flags.filter(({ severity }) => severity === 'fault')).toEqual([]);
    }
  });

  it.each(readdirSync(folder))('%s has no line that is lost', (file) => {
    const { text } = fixture(file.replace('.txt', ''));
    expect(silent(text, read(text))).toEqual([]);
  });
});

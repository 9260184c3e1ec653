import { Flags } from '../../../packages/domain/newsletter/drafts';
import { findFigures } from '../../../packages/domain/newsletter/figures';

function find(text: string, asOf: string | null = '2030-03-20') {
  const flags = new Flags();
  const figures = findFigures(text, { asOf, line: 7, flags });
  return { figures, notes: flags.all };
}
const said = (text: string) =>
  find(text).figures.map(({ value, unit, qualifier }) => [value, unit, qualifier].filter(Boolean).join(' '));

describe('finds', () => {
  it.each([
    ['自5月份活动发布以来，触达724万名职工。', ['7240000 名']],
    ['投入资金268万余元，为1万余名女职工提供服务。', ['2680000 元 over', '10000 名 over']],
    ['拨打热线的职工约40人。', ['40 人 about']],
    ['每年邀请不少于5名劳模到场。', ['5 名 at-least']],
    ['邀请《虚构日报》等10余家媒体。', ['10 家 over']],
    ['来自4个流域的20家单位、29支队伍58名选手，', ['4 个', '20 家', '29 支', '58 名']],
    ['追回补偿金2.4万元。', ['24000 元']],
    ['解答咨询1,200人次。', ['1200 人次']],
    ['满意率98.5%。', ['98.5 %']],
    ['三千余名职工观看，两万多人点赞。', ['3000 名 over', '20000 人 over']],
    ['露天作业不超过6小时，最多8小时，超过10小时的有3人。', ['10 小时 over', '3 人']],
    ['吸引超300名、近200人、1.2亿元以上。', ['300 名 over', '200 人 about', '120000000 元 at-least']],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));

  it.each([
    ['触达724万名职工。', '触达职工'],
    ['投入资金268万余元。', '投入资金'],
    ['全年向已建成的5个“快递员之家”赠送牛奶。', '快递员之家'],
    ['2029年累计收到留言82条。', '收到留言'],
    ['为1万余名新就业形态和非公企业女职工提供服务。', '新就业形态和非公企业女职工'],
  ])('a label in the words of %s', (text, label) => expect(find(text).figures[0]?.label).toBe(label));
});

it.each([
  '在第十一届全国职工摄影展、庆祝成立75周年文艺演出之际，',
  '实施“五大行动”，办好“十件实事”。',
  '组织“12351”委员工作室成员视察。',
  '推行“133”工作举措和“3+1+X”模式，',
  '2024年9月26日，第8期和第9期名录公布。',
  '自2023年5月以来，12月底前24小时开放。',
  '此次大赛为期两天，经过三个环节。',
  '《100个故事》出版。',
  '万众一心，千方百计。',
])('counts nothing in %s', (text) => expect(said(text)).toEqual([]));

it('reads speech in quotes, which is no name', () => {
  expect(said('他说：“我们帮助了300名工友，都是快递员。”')).toHaveLength(1);
});

it('leaves a range out and says so at its line', () => {
  const { figures, notes } = find('走访5至10家企业。');
  expect(figures).toEqual([]);
  expect(notes).toEqual([expect.objectContaining({ line: 7, field: 'figures', severity: 'note' })]);
  expect(notes[0]?.message).toContain('5至10家');
});

it('takes no words of the figure before it into a label', () => {
  expect(find('29支队伍58名选手。').figures.map(({ label }) => label)).toEqual(['队伍', '选手']);
});

describe('of when a figure is', () => {
  it('is the date of the item that states it', () =>
    expect(find('来了34支队伍。', '2030-03-14').figures[0]?.asOf).toBe('2030-03-14'));
  it('is the year that the sentence opens with', () => {
    expect(find('2029年累计邀请82人次。').figures[0]?.asOf).toBe('2029');
    expect(find('截至2029年10月，建成82个。').figures[0]?.asOf).toBe('2029-10');
  });
  it('is not the year since which it counts', () =>
    expect(find('自2029年以来，来了82人。').figures[0]?.asOf).toBe('2030-03-20'));
  it('stays unknown without any date', () => expect(find('来了34支队伍。', null).figures[0]?.asOf).toBeNull());
});

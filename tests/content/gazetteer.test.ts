/** The gazetteer as it is bundled: what people type finds the place, and a place's position is in the right datum. */
import districts from '@yugong/content/collections/districts.json';
import { gcj02, metresBetween } from '@yugong/domain/geo';
import { openGazetteer } from '@yugong/domain/station';
import { gazetteerOf } from '../../scripts/generate/gazetteer';

const columns = gazetteerOf();
const gazetteer = openGazetteer(columns);
const titleOf = (adcode: string) => districts.find((one) => one.adcode === adcode)?.title ?? null;
const names = (text: string) => gazetteer.search(text, titleOf).map(({ name }) => name);

/** Name, pinyin or initials, and what else people call it. */
const landmarks: readonly (readonly [name: string, pinyin: string, alias: string])[] = [
  ['解放碑', 'jiefangbei', '解放碑步行街'],
  ['朝天门', 'chaotianmen', '朝天门站'],
  ['观音桥', 'guanyinqiao', '观音桥站'],
  ['观音桥商圈', 'gyqsq', '北城天街'],
  ['重庆北站', 'cqbz', '北站'],
  ['南坪', 'nanping', '南坪步行街'],
  ['两路口', 'lianglukou', '两路口站'],
  ['大学城', 'dxc', '熙街'],
  ['三峡广场', 'sanxiaguangchang', '金沙天街'],
  ['小什字', 'xiaoshizi', '小什字站'],
  ['较场口', 'jiaochangkou', '较场口站'],
  ['七星岗', 'qixinggang', '七星岗站'],
  ['重庆江北国际机场', 'chongqingjiangbei', '江北机场'],
  ['永川东站', 'yongchuandong', '永川高铁站'],
  ['国泰艺术中心', 'guotaiyishu', '重庆美术馆'],
  ['红岩革命纪念馆', 'hongyangeming', '红岩魂广场'],
  ['龙头寺', 'longtousi', '龙头寺片区'],
  ['九曲河湿地公园', 'jiuquhe', '九曲河'],
  ['西永', 'xiyong', '西永综保区'],
  ['海棠烟雨公园', 'haitangyanyu', '海棠溪'],
  ['双福国际农贸城', 'shuangfu', '双福农贸城'],
  ['万州五桥', 'wanzhouwuqiao', '五桥'],
  ['石柱县城', 'shizhu', '石柱'],
  ['重庆市急救医疗中心', 'cqsjjylzx', '急救中心'],
  ['重庆科技大学', 'cqkjdx', '重庆科技学院'],
  ['重庆北站北广场汽车站', 'cqbzbgcqcz', '北广场汽车站'],
  ['南坪国际会展中心', 'nanpingguoji', '重庆国际会展中心'],
  ['重庆北站长途汽车站', 'cqbzctqcz', '龙头寺汽车站'],
  ['四川美术学院（大学城校区）', 'scmsxy', '川美大学城'],
  ['高笋塘街道', 'gaosuntang', '高笋塘'],
];

describe('the gazetteer', () => {
  it.each(landmarks)('finds %s by its name, by %s and by %s', (name, pinyin, alias) => {
    expect(names(name)[0]).toBe(name);
    expect(names(pinyin)).toContain(name);
    expect(names(alias)).toContain(name);
  });

  it('finds 重庆北站 first by its initials, its alias and another reading of 重', () => {
    expect([names('cqbz')[0], names('北站')[0]]).toEqual(['重庆北站', '重庆北站']);
    expect(names('zhongqingbeizhan')).toContain('重庆北站');
  });

  it('finds a landmark with its district beside it, and not everything in a district', () => {
    expect(names('沙坪坝 三峡广场')[0]).toBe('三峡广场');
    expect(gazetteer.search('三峡广场', titleOf)[0]?.adcode).toBe('500106');
    expect(names('渝中 三峡广场')).toEqual([]);
  });

  it('finds nothing where nothing is called so', () => {
    expect(names('没有这个地方')).toEqual([]);
    expect(names(' ')).toEqual([]);
  });

  it('has positions in GCJ-02, to its own 100 m', () => {
    const jiefangbei = gazetteer.search('解放碑', titleOf)[0];
    // What maps published in China show for the monument; read as WGS-84 it would be half a kilometre off.
    expect(jiefangbei && metresBetween(jiefangbei.at, gcj02(106.5772, 29.5573))).toBeLessThan(300);
  });

  it('names only districts of today, and gives every place a radius', () => {
    const places = Array.from({ length: gazetteer.count }, (_, at) => gazetteer.place(at));
    const today = new Set(districts.filter(({ status }) => status === 'current').map(({ adcode }) => adcode));
    expect(places.filter(({ adcode }) => !today.has(adcode))).toEqual([]);
    expect(places.filter(({ radius }) => radius <= 0)).toEqual([]);
    expect(new Set(places.map(({ adcode }) => adcode)).size).toBe(today.size);
  });

  it('takes no more than 60 KB', () => {
    expect(Buffer.byteLength(JSON.stringify(columns))).toBeLessThanOrEqual(60 * 1024);
  });
});

/** The district that a cell names: by today's name, a former one, without 区 or 县, or by its code. */
import type { Dataset } from '../schema';
import { districtOfMovedTown } from './moved-towns';
import type { RowWith } from './row';

export interface NamedDistrict {
  adcode: string;
  /** As the list calls it, where it is called otherwise today. */
  districtThen?: string;
}

/** @returns what a district's cell means; null where it is none of Chongqing's */
export function districtReader(districts: Dataset['districts']): (text: string) => NamedDistrict | null {
  const named = new Map<string, NamedDistrict>();
  const add = (name: string, district: NamedDistrict): void => {
    if (!named.has(name)) named.set(name, district);
  };
  const current = districts.filter(({ status }) => status === 'current');
  for (const { title, adcode } of current) {
    const short = title.replace(/(?:土家族|苗族)+自治县$/, '');
    for (const name of [title, adcode, short, `${short}县`, ...shortened(title)]) add(name, { adcode });
  }
  for (const { title, adcode, mergedInto } of districts) {
    if (mergedInto === null) continue;
    const district = { adcode: mergedInto, districtThen: title };
    for (const name of [title, adcode, ...shortened(title)]) add(name, district);
  }
  for (const { adcode, formerNames } of current)
    for (const name of formerNames) {
      for (const one of [name, name.replace(/(?:经开区|经济技术开发区)$/, '')])
        add(one, { adcode, districtThen: name });
    }
  return (text) => {
    const plain = text
      .normalize('NFKC')
      .replace(/\s/g, '')
      .replace(/^重庆市?/, '');
    return named.get(plain) ?? districtOfMovedTown(plain);
  };
}

const SHORT_NAME =
  /^(\p{Script=Han}{2,4}?)(?:工会)?(?:户外劳动者)?(?:名单|台账|站点|驿站|港湾|点位|汇总|统计|明细|清单|一览)/u;

/**
 * The one district that a title names, as in 渝中区工会驿站名单 or a sheet called 渝中; null where it names none or several.
 *
 * @returns the district by a name that {@link districtReader} reads
 */
export function districtInTitle(districts: Dataset['districts']): (text: string) => string | null {
  const read = districtReader(districts);
  const titles = districts.map(({ title }) => title);
  return (text) => {
    const plain = text.normalize('NFKC').replace(/\s/g, '');
    if (plain.length <= 8 && read(plain) !== null) return plain;
    // 北碚名单, 渝中站点台账: the district's short name in front of what the list is.
    const [, short] = SHORT_NAME.exec(plain) ?? [];
    if (short !== undefined && read(short) !== null) return short;
    const found = titles.filter((title) => plain.includes(title));
    return found.length === 1 && plain.length <= 40 ? (found[0] ?? null) : null;
  };
}

/**
 * The district that an address begins with: 重庆市渝中区某某路1号, 忠县某某镇. 沙坪坝街道 is none: only whole names count.
 *
 * @returns null where it begins with anything else
 */
export function districtInAddress(districts: Dataset['districts']): (address: string) => NamedDistrict | null {
  const read = districtReader(districts);
  const names = districts
    .flatMap(({ title, formerNames }) => [title, title.replace(/(?:土家族|苗族)+自治县$/, '县'), ...formerNames])
    .sort((a, b) => b.length - a.length);
  return (address) => {
    const plain = address
      .normalize('NFKC')
      .replace(/\s/g, '')
      .replace(/^(?:中国)?重庆市?/, '');
    const name = names.find((one) => plain.startsWith(one) && plain.length > one.length);
    return name === undefined ? null : read(name);
  };
}

/** How a row's district is found. */
interface DistrictSources {
  districtOf: (text: string) => NamedDistrict | null;
  addressed: (text: string) => NamedDistrict | null;
  townOf: (text: string) => NamedDistrict | null;
  /** What may name a town: street, address, name. */
  texts: readonly (string | null)[];
}

/** A row's district: its own cell, else what its address begins with, else its town's; the last two are told. */
export function readDistrict(
  row: RowWith<'district' | 'address'>,
  { districtOf, addressed, townOf, texts }: DistrictSources,
): NamedDistrict | null {
  const expected = '重庆的区县，例如 渝中区，或现行的六位区划代码';
  if (row.text('district') !== null) return row.known('district', districtOf, expected);
  const address = row.text('address');
  const named = address === null ? null : addressed(address);
  if (named !== null) {
    row.note('district', '没有填区县，按地址开头写的记');
    return named;
  }
  const town = texts.map((text) => (text === null ? null : townOf(text))).find((found) => found !== null) ?? null;
  if (town === null) return row.known('district', districtOf, expected);
  row.note('district', '没有填区县，按写的镇街记');
  return town;
}

/** 渝中区 is 渝中 to everybody; 忠县 stays, and so does 两江新区. */
const shortened = (title: string): string[] => (/^..+[区县]$/.test(title) ? [title.replace(/[区县]$/, '')] : []);

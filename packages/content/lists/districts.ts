/** The district that a cell names: by today's name, a former one, without 区 or 县, or by its code. */
import type { Dataset } from '../schema';
import { districtOfMovedTown } from './moved-towns';

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
  const merged = districts.filter(({ mergedInto }) => mergedInto !== null);
  for (const { title, adcode } of current) {
    const short = title.replace(/(?:土家族|苗族)+自治县$/, '');
    for (const name of [title, adcode, short, `${short}县`, ...shortened(title)]) add(name, { adcode });
  }
  for (const { title, adcode, mergedInto } of merged) {
    const district = { adcode: mergedInto as string, districtThen: title };
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
    const found = titles.filter((title) => plain.includes(title));
    return found.length === 1 && plain.length <= 40 ? (found[0] ?? null) : null;
  };
}

/** 渝中区 is 渝中 to everybody; 忠县 stays, and so does 两江新区. */
const shortened = (title: string): string[] => (/^..+[区县]$/.test(title) ? [title.replace(/[区县]$/, '')] : []);

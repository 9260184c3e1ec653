/** The district that a text names, as it is coded today. */
import type { DistrictMention } from './drafts';

/** What must be known of a district; a record of the districts collection has it. */
export interface KnownDistrict {
  title: string;
  adcode?: string | undefined;
  status: 'current' | 'abolished' | 'functional';
  formerNames: readonly string[];
  /** The code that an abolished one belongs to now. */
  mergedInto: string | null;
}

/** 渝中区 is 渝中 where districts alone are listed; 忠县 stays whole, and so does 两江新区. */
const withoutSuffix = (title: string): string =>
  title.replace(/(?:土家族|苗族)+自治县$/, '').replace(/^(..+)[区县]$/, '$1');

/** 石柱土家族自治县 is 石柱县 in every newsletter, and 石柱自治县 in many. */
const shortNames = (title: string): string[] =>
  ['$1县', '$1自治县'].map((short) => title.replace(/^(..)(?:[^县]+族)+自治县$/, short));

const escape = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Finds districts in texts. Build it once for a newsletter. */
export class DistrictIndex {
  private readonly byName = new Map<string, DistrictMention>();
  private readonly byShortName = new Map<string, DistrictMention>();
  private readonly finder: RegExp | null;
  private readonly listed: RegExp | null;

  constructor(districts: readonly KnownDistrict[]) {
    for (const district of districts) {
      const code = district.mergedInto ?? district.adcode;
      if (!code) continue;
      const isCurrent = district.status === 'current' && district.mergedInto === null;
      for (const name of district.formerNames) this.byName.set(name, { adcode: code, districtThen: name });
      const mention = isCurrent ? { adcode: code } : { adcode: code, districtThen: district.title };
      for (const name of [district.title, ...shortNames(district.title)]) this.byName.set(name, mention);
      this.byShortName.set(withoutSuffix(district.title), mention);
    }
    const names = [...this.byName.keys()].sort((a, b) => b.length - a.length);
    this.finder = names.length > 0 ? new RegExp(names.map(escape).join('|'), 'g') : null;
    const any = [...names, ...this.byShortName.keys()]
      .sort((a, b) => b.length - a.length)
      .map(escape)
      .join('|');
    // 丰都、忠县、梁平三地 and 忠县开州梁平三地 name districts; 忠县 alone and a street called 开州 don't need it.
    this.listed =
      names.length > 0
        ? new RegExp(
            `(?:(?:${any})(?:[、，和与及])?){2,}(?=(?:[两二三四五六七八九十]|\\d{1,2}|等)?[个]?(?:地|区县|县区)|等地)`,
            'g',
          )
        : null;
  }

  /**
   * The one district a text is about.
   *
   * @returns null where it names none, or more than one.
   * @example index.only('江北区总工会创新模式') // { adcode: '500157', districtThen: '江北区' }
   */
  only(text: string): DistrictMention | null {
    const [first, second] = this.all(text);
    return first !== undefined && second === undefined ? first : null;
  }

  /** Every district that a text names, in its order. Two former ones that are one today are one, by both names. */
  all(text: string): DistrictMention[] {
    const names = this.finder ? Array.from(text.matchAll(this.finder), ([name]) => name) : [];
    const lists = this.listed ? Array.from(text.matchAll(this.listed), ([list]) => list) : [];
    return merged([...names.map((name) => this.byName.get(name)), ...lists.flatMap((list) => this.namesIn(list))]);
  }

  /** The districts of a list of their names, whole or short, one behind the other. */
  private namesIn(list: string): (DistrictMention | undefined)[] {
    const all = [...this.byName.keys(), ...this.byShortName.keys()].sort((a, b) => b.length - a.length);
    const found: (DistrictMention | undefined)[] = [];
    for (let rest = list; rest !== '';) {
      const name = all.find((one) => rest.startsWith(one));
      if (name !== undefined) found.push(this.byName.get(name) ?? this.byShortName.get(name));
      rest = rest.slice(name?.length ?? 1);
    }
    return found;
  }

  /**
   * The district of the union that a text names, also by its short name: 璧山工会一周动态.
   *
   * @returns null where it names none, or more than one.
   */
  ofUnion(text: string): DistrictMention | null {
    const named = this.all(text);
    const short = [...this.byShortName].filter(
      ([name]) => text.includes(`${name}工会`) || text.includes(`${name}总工会`),
    );
    const [first, second] = merged([...named, ...short.map(([, mention]) => mention)]);
    return first !== undefined && second === undefined ? first : null;
  }

  /**
   * The districts that a text consists of, with or without 区 and 县 behind their names.
   *
   * @returns null where it says anything else
   * @example index.list('江北、渝北') // [{ adcode: '500157', districtThen: '江北区、渝北区' }]
   */
  list(text: string): DistrictMention[] | null {
    const parts = text.split(/[、，,/\s]+|(?:和|与|及)/).filter((part) => part !== '');
    const found = parts.map((part) => this.byName.get(part) ?? this.byShortName.get(part));
    return parts.length > 0 && found.every((mention) => mention !== undefined) ? merged(found) : null;
  }
}

/** One mention a code: the name of today wins over a former one, and former ones stand side by side. */
function merged(mentions: readonly (DistrictMention | undefined)[]): DistrictMention[] {
  const byCode = new Map<string, Set<string | undefined>>();
  for (const mention of mentions) {
    if (mention === undefined) continue;
    byCode.set(mention.adcode, (byCode.get(mention.adcode) ?? new Set()).add(mention.districtThen));
  }
  return [...byCode].map(([adcode, names]) => {
    const former = [...names].filter((name) => name !== undefined);
    return former.length === names.size ? { adcode, districtThen: former.join('、') } : { adcode };
  });
}

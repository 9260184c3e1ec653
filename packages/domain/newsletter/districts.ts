/** The district that a text names, as it is coded today. */
import type { DistrictMention } from './drafts';

/** What must be known of a district; a record of the districts collection has it. */
export interface DistrictName {
  title: string;
  adcode?: string | undefined;
  status: 'current' | 'abolished' | 'functional';
  formerNames: readonly string[];
  /** The code that an abolished one belongs to now. */
  mergedInto: string | null;
}

/** 石柱土家族自治县 is 石柱县 in every newsletter. */
const shortName = (title: string): string => title.replace(/^(..)(?:[^县]+族)+自治县$/, '$1县');

const escape = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Finds districts in texts. Build it once for a newsletter. */
export class DistrictIndex {
  private readonly byName = new Map<string, DistrictMention>();
  private readonly finder: RegExp | null;

  constructor(districts: readonly DistrictName[]) {
    for (const district of districts) {
      const code = district.mergedInto ?? district.adcode;
      if (!code) continue;
      const isCurrent = district.status === 'current' && district.mergedInto === null;
      for (const name of district.formerNames) this.byName.set(name, { adcode: code, districtThen: name });
      for (const name of [district.title, shortName(district.title)]) {
        this.byName.set(name, isCurrent ? { adcode: code } : { adcode: code, districtThen: district.title });
      }
    }
    const names = [...this.byName.keys()].sort((a, b) => b.length - a.length);
    this.finder = names.length > 0 ? new RegExp(names.map(escape).join('|'), 'g') : null;
  }

  /**
   * The one district a text is about.
   *
   * @returns null where it names none, or more than one.
   * @example index.only('江北区总工会创新模式') // { adcode: '500157', districtThen: '江北区' }
   */
  only(text: string): DistrictMention | null {
    const found = new Map<string, DistrictMention>();
    for (const [name] of this.finder ? text.matchAll(this.finder) : []) {
      const mention = this.byName.get(name) as DistrictMention;
      found.set(`${mention.adcode} ${mention.districtThen ?? ''}`, mention);
    }
    return found.size === 1 ? ([...found.values()][0] as DistrictMention) : null;
  }
}

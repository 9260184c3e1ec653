/** The words in which clerks write kinds, facilities and ways in. */
import {
  entryLabels,
  facilities,
  facilityVocabulary,
  kindLabels,
  stationKinds,
  type EntryWay,
  type Facility,
  type StationKind,
} from '@yugong/domain/station/vocabulary';

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s“”"'「」]/g, '');

const kinds = new Map<string, Set<StationKind>>();
for (const kind of stationKinds) {
  const { label, synonyms } = kindLabels[kind];
  for (const word of [kind, label, ...synonyms]) kinds.set(fold(word), (kinds.get(fold(word)) ?? new Set()).add(kind));
}

/** The one kind that a word means, or null. */
export function kindOf(text: string): StationKind | null {
  const [kind = null, ...others] = kinds.get(fold(text)) ?? [];
  return others.length === 0 ? kind : null;
}

const facilityWords = new Map<string, Facility>();
for (const facility of facilities) {
  const { label, synonyms } = facilityVocabulary[facility];
  for (const word of [facility, label, ...synonyms]) facilityWords.set(fold(word), facility);
}

/** The facility that a word means, or null. */
export const facilityOf = (word: string): Facility | null => facilityWords.get(fold(word)) ?? null;

const ENTRY_WORDS: Record<EntryWay, RegExp> = {
  door: /^(?:推门(?:就进|即入|进)?|直接进(?:入)?|敞开|自由(?:进出|出入)|随便进|免费进|开放式)$/,
  scan: /^(?:微信)?扫(?:二维)?码(?:开门|进入|进|入)?$/,
  face: /^(?:刷脸|人脸(?:识别)?)(?:开门|进入|进站|进|入)?$/,
  id_card: /^(?:刷)?身份证(?:开门|进入|进|入)?$/,
  code: /^(?:输(?:入)?)?密码(?:开门|进入|进|锁)?$/,
  ask: /^(?:找|问|请|联系)?(?:工作人员|值班(?:人员|员)?|店员|管理员|人)(?:开门|值守)?$|^有人值守$/,
};

/** The ways in that a cell names; what it says besides is told apart. */
export function entryOf(words: readonly string[]): { ways: EntryWay[]; isAll: boolean } {
  const ways = words.map((word) => {
    const text = fold(word);
    const known = (Object.keys(ENTRY_WORDS) as EntryWay[]).find((way) => way === text || fold(entryLabels[way]) === text || ENTRY_WORDS[way].test(text)); // prettier-ignore
    return known ?? null;
  });
  return { ways: [...new Set(ways.filter((way) => way !== null))], isAll: ways.every((way) => way !== null) };
}

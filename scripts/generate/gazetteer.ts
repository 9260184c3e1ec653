/** Packs the gazetteer for the stations' subpackage: positions in GCJ-02, and the readings of its 汉字. */
import gcoord from 'gcoord';
import { pinyin } from 'pinyin-pro';
import places from '@yugong/content/gazetteer/places.json';
import towns from '@yugong/content/gazetteer/towns.json';
import { gcj02, type Gcj02 } from '@yugong/domain/geo';
import { packGazetteer, placeKinds, type GazetteerColumns, type GazetteerPlace } from '@yugong/domain/station';

/** The phone compares with positions in GCJ-02, so the sources' WGS-84 is turned once, here. */
function toGcj02(lng: number, lat: number): Gcj02 {
  const [x, y] = gcoord.transform<[number, number]>([lng, lat], gcoord.WGS84, gcoord.GCJ02);
  return gcj02(x, y);
}

/** @throws where a row is of a kind that has no word */
function kindOf({ name, kind }: { name: string; kind: string }) {
  const known = placeKinds.find((one) => one === kind);
  if (!known) throw new Error(`${name}: ${kind} is no kind of place`);
  return known;
}

/** Places before towns, so that of equal hits the landmark comes first. Towns without a position are left out. */
export function gazetteerPlaces(): GazetteerPlace[] {
  return [
    ...places.map((row) => ({
      name: row.name,
      aliases: row.aliases ?? [],
      kind: kindOf(row),
      adcode: row.adcode,
      at: toGcj02(row.lng, row.lat),
      radius: row.radiusM,
    })),
    ...towns.flatMap(({ name, aliases, adcode, lng, lat, radiusM }) =>
      lng === null || lat === null || radiusM === undefined
        ? []
        : [{ name, aliases, kind: 'town' as const, adcode, at: toGcj02(lng, lat), radius: radiusM }],
    ),
  ];
}

/** Every reading of a 汉字, so that 重 is found as chong and as zhong; none of any other character. */
const readingsOf = (character: string): string[] =>
  /\p{Script=Han}/u.test(character)
    ? [...new Set(pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true }))]
    : [];

export const gazetteerOf = (): GazetteerColumns => packGazetteer(gazetteerPlaces(), readingsOf);

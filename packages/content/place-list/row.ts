/** A row of a list as what it says of a place, or what is wrong with it. */
import { legalPlaceKinds, type LegalPlaceKind } from '@yugong/domain/legal-aid';
import { districtInAddress, districtReader, readDistrict } from '../lists/districts';
import { districtOfTown } from '../lists/towns';
import { phoneOfRow } from '../lists/phone';
import { readPosition } from '../lists/position';
import type { ListReading, ReadRow } from '../lists/read';
import { movedDistrict } from '../lists/moved-towns';
import { readRow, type ListRow } from '../lists/row';
import { readVerified } from '../lists/verified';
import type { Dataset } from '../schema';
import { KINDS, readPlaceHeadings, type PlaceReadField } from './headings';

/** What a row says. A field that it leaves empty is null and changes nothing. */
export interface LegalPlaceRow {
  sheet: string | null;
  row: number;
  id: string | null;
  title: string;
  kind: LegalPlaceKind;
  adcode: string;
  districtThen: string | null;
  place: string | null;
  address: string | null;
  hours: string | null;
  services: string[] | null;
  phone: string | null;
  location: { lng: number; lat: number } | null;
  verifiedBy: string | null;
  verifiedAt: string | null;
  note: string | null;
}

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;

/** Other words for the kinds, as clerks write them. */
const WORDS: Record<LegalPlaceKind, RegExp> = {
  union: /工会|职工(?:法律|服务)/,
  'legal-aid': /法律援助|法援/,
  arbitration: /仲裁/,
  inspection: /监察/,
  mediation: /调解/,
};

const kinds = Object.keys(WORDS).filter((kind): kind is LegalPlaceKind => Object.hasOwn(WORDS, kind));

/** The kind that a word means; null where it is none, or could be two. */
export function placeKindOf(text: string): LegalPlaceKind | null {
  const exact = kinds.find((kind) => kind === text || legalPlaceKinds[kind] === text);
  if (exact) return exact;
  const [found = null, ...others] = kinds.filter((kind) => WORDS[kind].test(text));
  return others.length === 0 ? found : null;
}

/** Makes a reader of rows for a list's columns. */
export function placeRowReader(
  { file, head, today }: ListReading<PlaceReadField>,
  districts: Dataset['districts'],
): (row: ListRow<PlaceReadField>) => ReadRow<PlaceReadField, LegalPlaceRow> {
  const districtOf = districtReader(districts);
  const addressed = districtInAddress(districts);
  const townOf = districtOfTown();
  return (cells) => {
    const row = readRow(cells, { head, headings: readPlaceHeadings, file });
    const title = row.required('name', '牌子上的全名');
    const kind = row.known('kind', placeKindOf, KINDS);
    const texts = [row.text('address'), row.text('place'), title];
    const district = readDistrict(row, { districtOf, addressed, townOf, texts });
    const phone = phoneOfRow(row);
    const moved = district && movedDistrict(district, texts);
    const id = row.text('id');
    if (id !== null && !ID.test(id)) row.fault('id', '不是资料里的编号', '资料里的编号；新的地方空着');
    const place: LegalPlaceRow = {
      sheet: head.sheet,
      row: cells.number,
      id,
      title: title ?? '',
      kind: kind ?? 'union',
      adcode: (moved ?? district)?.adcode ?? '',
      districtThen: (moved ?? district)?.districtThen ?? null,
      place: row.text('place'),
      address: row.text('address'),
      hours: row.text('hours'),
      services: row.listOf('services'),
      phone,
      location: readPosition(row),
      ...readVerified(row, today),
      note: row.text('note'),
    };
    return { said: row.faults.length > 0 ? null : place, faults: row.faults, notes: row.notes };
  };
}

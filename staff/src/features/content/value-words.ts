/** The words for what a record stores in codes: choices, districts, dates. */
import { readRules } from '@yugong/domain/opening-hours/compile';
import { describeHours } from '@yugong/domain/opening-hours/describe';
import { anyoneLabels, entryLabels, facilityLabels, kindLabels, stationKinds } from '@yugong/domain/station/vocabulary';
import { useDirectory } from '../../api/directory';
import type { ValueWords } from './labels';
import { choiceWords } from './record-fields';
import { typedDate } from './typed-date';

const DATE = /^\d{4}(-\d{2}){0,2}$/;
const dateFields = new Set(['start', 'end', 'happenedOn', 'publishedAt', 'asOf', 'published', 'verifiedAt']);

const vocabularies: Record<string, Record<string, string>> = {
  facilities: facilityLabels,
  entry: entryLabels,
  anyoneMayEnter: anyoneLabels,
  precision: { place: '写到门牌或认得出的地方', area: '只有大致范围' },
  kind: Object.fromEntries(stationKinds.map((kind) => [kind, kindLabels[kind].label])),
};

/** What a station stores in codes: its vocabularies, and hours in OpenStreetMap's syntax. */
function stationWords(field: string, value: string | number): string | null {
  if (field === 'lng' || field === 'lat') return String(value);
  if (field !== 'openingHours') return vocabularies[field]?.[value] ?? null;
  const read = readRules(String(value));
  return read.ok ? describeHours(read.rules) : null;
}

/** Puts words to a record's values, for comparisons and previews. */
export function useValueWords(): ValueWords {
  const { data } = useDirectory();
  return (path, value) => {
    const field = path.split('.').at(-1) ?? '';
    if (field === 'adcode' || field === 'adcodes')
      return data?.districts.find(({ adcode }) => adcode === value)?.title ?? String(value);
    if (typeof value === 'string' && dateFields.has(field) && DATE.test(value)) return typedDate(value);
    return (
      stationWords(field, value) ??
      choiceWords(path, value) ??
      (typeof value === 'number' ? value.toLocaleString('en-US') : value)
    );
  };
}

/** The words for what a record stores in codes: choices, districts, dates. */
import { useDirectory } from '../../api/directory';
import type { ValueWords } from './labels';
import { choiceWords } from './record-fields';
import { typedDate } from './typed-date';

const DATE = /^\d{4}(-\d{2}){0,2}$/;
const dateFields = new Set(['start', 'end', 'happenedOn', 'publishedAt', 'asOf', 'published', 'verifiedAt']);

/** Puts words to a record's values, for comparisons and previews. */
export function useValueWords(): ValueWords {
  const { data } = useDirectory();
  return (path, value) => {
    const field = path.split('.').at(-1) ?? '';
    if (field === 'adcode' || field === 'adcodes')
      return data?.districts.find(({ adcode }) => adcode === value)?.title ?? String(value);
    if (typeof value === 'string' && dateFields.has(field) && DATE.test(value)) return typedDate(value);
    return choiceWords(path, value) ?? (typeof value === 'number' ? value.toLocaleString('en-US') : value);
  };
}

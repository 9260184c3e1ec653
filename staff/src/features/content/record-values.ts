/** Between a record and what stands in its form: texts as people type them, nothing in codes. */
import type { Day } from '@yugong/domain/calendar';
import type { RecordField } from './record-fields';
import { readTypedDate, readTypedTime, typedDate } from './typed-date';

/** A record, or a part of one, by field. */
export type Fields = Record<string, unknown>;

/** A field that can't be stored as it stands; `path` as Ant names fields. */
export interface ValueFault {
  path: (string | number)[];
  message: string;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** Between the cells of a table's row, as it is typed. */
const CELL_SIGN = '｜';

function toForm(field: RecordField, value: unknown): unknown {
  if (value === undefined || value === null) return field.kind === 'list' || field.kind === 'pictures' ? [] : undefined;
  switch (field.kind) {
    case 'day':
    case 'date':
      return typeof value === 'string' ? typedDate(value) : undefined;
    case 'paragraphs':
      return textsIn(value).join('\n');
    case 'rows':
      return Array.isArray(value) ? value.map((row: unknown) => textsIn(row).join(CELL_SIGN)).join('\n') : undefined;
    case 'group':
      return isFields(value) ? formValues(field.fields, value) : undefined;
    case 'list':
      return Array.isArray(value) ? value.filter(isFields).map((part) => formValues(field.fields, part)) : [];
    case 'pictures':
      return Array.isArray(value) ? value.filter(isFields) : [];
    case 'number':
      return String(value);
    default:
      return value;
  }
}

/**
 * What stands in the form of a record.
 *
 * @example formValues(fieldsOf('news'), { happenedOn: '2026-03-05' }).happenedOn // '2026年3月5日'
 */
export function formValues(fields: readonly RecordField[], record: Fields): Fields {
  const adcodes = record['adcodes'] ?? (record['adcode'] === undefined ? undefined : [record['adcode']]);
  return Object.fromEntries(
    fields.map((field) => [field.name, toForm(field, field.kind === 'districts' ? adcodes : record[field.name])]),
  );
}

interface Reading {
  today: Day;
  faults: ValueFault[];
}

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

const isEmpty = (value: unknown): boolean =>
  isBlank(value) ||
  (Array.isArray(value) ? value.length === 0 : isFields(value) && Object.values(value).every(isEmpty));

function readText(field: RecordField, text: string, path: ValueFault['path'], { today, faults }: Reading): unknown {
  const refuse = (message: string): undefined => void faults.push({ path, message });
  switch (field.kind) {
    case 'day':
      return readTypedDate(text, today) ?? refuse('没看懂这个日期，请写成 3月5日 或 2026年3月5日');
    case 'date':
      return readTypedDate(text, today, { exact: false }) ?? refuse('没看懂这个日期，请写成 2026年3月5日 或 2026年3月');
    case 'time':
      return readTypedTime(text) ?? refuse('没看懂这个时间，请写成 9:00 或 下午3点');
    case 'number': {
      const number = Number(text.normalize('NFKC').replace(/[,，\s]/g, ''));
      return Number.isFinite(number) ? number : refuse('请填数字');
    }
    case 'paragraphs':
      return text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter(Boolean);
    case 'rows':
      return text
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '')
        .map((line) => line.split(/\t|[｜|]/).map((cell) => cell.trim()));
    default:
      // A field of one paragraph: a line break that was pasted is a blank.
      return text.trim().replace(/\s*\r?\n\s*/g, '');
  }
}

function fromForm(field: RecordField, value: unknown, path: ValueFault['path'], reading: Reading): unknown {
  if (isEmpty(value)) {
    if (field.kind === 'list' || (field.kind === 'paragraphs' && field.empty === 'refuse' && !NEEDED.has(field.name)))
      return field.empty === 'omit' ? undefined : [];
    if (field.empty === 'refuse') reading.faults.push({ path, message: `请填写${field.label.split('，').at(-1)}` });
    return field.empty === 'null' ? null : undefined;
  }
  if (field.kind === 'group') return isFields(value) ? readFields(field.fields, value, path, reading) : undefined;
  if (field.kind === 'list')
    return Array.isArray(value)
      ? value.map((part, at) => readFields(field.fields, isFields(part) ? part : {}, [...path, at], reading))
      : [];
  if (field.kind === 'pictures')
    return Array.isArray(value)
      ? value.filter(isFields).map((one, at) => readPicture(one, [...path, at], reading))
      : [];
  if (field.kind === 'choice' || field.kind === 'districts' || field.kind === 'records') return value;
  return readText(field, String(value), path, reading);
}

/** A picture as it was uploaded, with what was typed of it. */
function readPicture(picture: Fields, path: ValueFault['path'], { faults }: Reading): Fields {
  const typed = (name: 'alt' | 'rights', label: string): string => {
    const text = isBlank(picture[name])
      ? ''
      : String(picture[name])
          .trim()
          .replace(/\s*\r?\n\s*/g, '');
    if (text === '') faults.push({ path: [...path, name], message: `请填写${label}` });
    return text;
  };
  return { ...picture, alt: typed('alt', '图片说明'), rights: typed('rights', '来源和授权') };
}

/** Lists of texts of which there has to be one. */
const NEEDED: ReadonlySet<string> = new Set(['paragraphs']);

function readFields(
  fields: readonly RecordField[],
  values: Fields,
  path: ValueFault['path'],
  reading: Reading,
): Fields {
  const entries = fields.map((field): [string, unknown] => [
    field.name,
    fromForm(field, values[field.name], [...path, field.name], reading),
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/**
 * The record that a form means; what the form doesn't show stays as it was.
 *
 * @param record what was opened; `{ id: '' }` for a new one
 * @param today what 昨天 is taken from
 * @returns every field that can't be stored beside it
 */
export function recordFrom(
  fields: readonly RecordField[],
  values: Fields,
  { record, today }: { record: { id: string } & Fields; today: Day },
): { record: { id: string } & Fields; faults: ValueFault[] } {
  const reading: Reading = { today, faults: [] };
  const read = readFields(fields, values, [], reading);
  const shown = new Set(['adcode', ...fields.map(({ name }) => name)]);
  const hidden = Object.entries(record).filter(([name]) => !shown.has(name));
  const { adcodes, ...rest } = read;
  const districts = textsIn(adcodes);
  const made = {
    ...Object.fromEntries(hidden),
    ...rest,
    ...(districts.length > 1 ? { adcodes: districts } : {}),
    ...(districts.length === 1 ? { adcode: districts[0] } : {}),
  };
  // In the order of the record that was opened, so that a comparison shows what changed and nothing else.
  const old = new Set(Object.keys(record));
  const entries: [string, unknown][] = Object.entries(made);
  const kept = Object.keys(record).flatMap((name) => entries.filter(([one]) => one === name));
  return {
    record: { ...Object.fromEntries([...kept, ...entries.filter(([name]) => !old.has(name))]), id: record.id },
    faults: reading.faults,
  };
}

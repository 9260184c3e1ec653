/**
 * The fields of a form, read from the schema that a record is checked with: what is added to the schema is there to
 * fill in, with a Chinese label and Chinese words for its values (tests/staff/unit/record-fields.test.ts).
 */
import { CaseRecord } from '@yugong/domain/case/record';
import { caseCategories } from '@yugong/domain/case/words';
import { EventRecord, EventTime } from '@yugong/domain/event/record';
import { legalPlaceKinds } from '@yugong/domain/legal-aid';
import {
  HotlineRecord,
  LawFactRecord,
  LegalPlaceRecord,
  LocalWageRecord,
  RightsGuideRecord,
} from '@yugong/domain/legal-aid/record';
import { NewsRecord } from '@yugong/domain/news/record';
import { RecordPicture } from '@yugong/domain/record';
import { keysOf } from '@yugong/domain/narrow';
import { DayDate, PartialDate, RecordAdcode, RecordId } from '@yugong/domain/record';
import { ClinicRecord, ScreeningGuideRecord, ScreeningProgrammeRecord } from '@yugong/domain/screening/record';
import { fieldLabel } from './labels';

/** A choice's value as it is stored, and the words for it. */
export interface ValueChoice {
  value: string | number;
  label: string;
}

interface Base {
  name: string;
  label: string;
  /** What an empty field is stored as: nothing at all, null, or not to be left empty. */
  empty: 'omit' | 'null' | 'refuse';
}

/** A field of the form. */
export type RecordField = Base &
  (
    | {
        kind:
          'text' | 'paragraphs' | 'number' | 'day' | 'date' | 'time' | 'districts' | 'records' | 'pictures' | 'rows';
      }
    | { kind: 'choice'; choices: readonly ValueChoice[] }
    | { kind: 'group' | 'list'; fields: readonly RecordField[] }
  );

/** The parts of valibot's schemas that are looked at here. */
interface Shape {
  type: string;
  entries?: Record<string, Shape>;
  item?: Shape;
  wrapped?: Shape;
  options?: readonly unknown[];
  /** Of what a schema is narrowed from, that first. */
  pipe?: readonly unknown[];
}

const schemas = {
  cases: CaseRecord,
  news: NewsRecord,
  events: EventRecord,
  hotlines: HotlineRecord,
  'legal-places': LegalPlaceRecord,
  'law-facts': LawFactRecord,
  'local-wages': LocalWageRecord,
  'rights-guides': RightsGuideRecord,
  'screening-programmes': ScreeningProgrammeRecord,
  'screening-guides': ScreeningGuideRecord,
  clinics: ClinicRecord,
} as const satisfies Record<string, Shape>;

/** A collection whose records have a form of every field. */
export type FormCollection = keyof typeof schemas;
export const formCollections = keysOf(schemas);
export const hasForm = (collection: string): collection is FormCollection =>
  formCollections.some((one) => one === collection);

/** What a form doesn't show: it is made by the service, or follows a rule that no single text can say. */
export const FORMLESS_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'demo',
  // Shown with `adcodes`, as one field.
  'adcode',
  'rrule',
  'exdates',
  'rdates',
  'programme',
  // Of a screening: what its sign-up asks for and is judged by, which has a dialog of its own.
  'rules',
  'fields',
  'consents',
]);

const choices = (words: Record<string, string>): ValueChoice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Words for the values of closed lists, by the field's path without positions. */
const WORDS: Record<string, readonly ValueChoice[]> = {
  confidence: choices({ high: '高：来源写得清楚', medium: '中：有来源，还要核对', low: '低：说法不一，待核实' }),
  category: Object.entries(caseCategories).map(([value, label]) => ({ value: Number(value), label })),
  service: choices({ stations: '驿站', screening: '两癌筛查', 'legal-aid': '法律援助', events: '活动' }),
  'source.kind': choices({
    official: '官方文件或网站',
    news: '新闻报道',
    newsletter: '工会通讯',
    statute: '法律法规',
    secondary: '转述',
    mirror: '转载页',
    package: '数据文件',
  }),
  qualifier: choices({ over: '……余（以上）', about: '约', 'at-least': '不少于' }),
  kind: choices({
    ...legalPlaceKinds,
    'monthly-minimum': '月最低工资',
    'hourly-minimum': '小时最低工资',
    'yearly-average': '年平均工资',
  }),
  level: choices({ union: '工会', city: '全市', national: '全国' }),
  sex: choices({ female: '女', male: '男' }),
  call: choices({ '12351': '工会热线 12351', '12348': '法律援助热线 12348', '12333': '人社热线 12333' }),
  // By the titles of the app's pages.
  go: choices({
    interview: '一步步问',
    route: '你可以这样做',
    clock: '还剩几天',
    amounts: '算一算',
    claim: '写仲裁申请书',
    evidence: '要存好的证据',
    ask: '请工会帮忙',
    supervise: '请工会监督',
    stations: '找驿站',
  }),
  topic: choices({
    'time-limit': '时效',
    procedure: '程序',
    pay: '工资',
    termination: '离职',
    leave: '休假',
    injury: '工伤',
    aid: '法律援助',
    'new-employment': '新就业形态',
  }),
};

function wordsFor(path: string): readonly ValueChoice[] {
  const parts = path.split('.');
  const two = parts.slice(-2).join('.').replace('moreSources.', 'source.');
  return WORDS[two] ?? WORDS[parts.at(-1) ?? ''] ?? [];
}

const isValue = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

function fieldOf(name: string, schema: Shape, before: string): RecordField[] {
  const path = before + name;
  let shape = schema;
  let empty: Base['empty'] = 'refuse';
  while ((shape.type === 'optional' || shape.type === 'nullable') && shape.wrapped) {
    if (empty === 'refuse') empty = shape.type === 'optional' ? 'omit' : 'null';
    shape = shape.wrapped;
  }
  const base = { name, label: fieldLabel(path), empty };
  const is = (...known: Shape[]): boolean => known.includes(shape);
  if (is(DayDate)) return [{ ...base, kind: 'day' }];
  if (is(PartialDate) || shape.pipe?.[0] === PartialDate) return [{ ...base, kind: 'date' }];
  if (is(EventTime)) return [{ ...base, kind: 'time' }];
  const { entries, item } = shape;
  if (entries) return [{ ...base, kind: 'group', fields: fieldsIn(entries, `${path}.`) }];
  if (shape.type === 'picklist') {
    const words = wordsFor(path);
    const known = (shape.options ?? []).filter(isValue);
    const options = known.map((value) => words.find((one) => one.value === value) ?? { value, label: String(value) });
    return [{ ...base, kind: 'choice', choices: options }];
  }
  if (shape.type === 'array' && item) {
    if (item === RecordAdcode) return [{ ...base, kind: 'districts' }];
    if (item === RecordPicture) return [{ ...base, kind: 'pictures' }];
    if (item === RecordId) return [{ ...base, kind: 'records' }];
    if (item.entries) return [{ ...base, kind: 'list', fields: fieldsIn(item.entries, `${path}.`) }];
    return [{ ...base, kind: item.type === 'array' ? 'rows' : 'paragraphs' }];
  }
  return [{ ...base, kind: shape.type === 'number' ? 'number' : 'text' }];
}

const fieldsIn = (entries: Record<string, Shape>, before = ''): RecordField[] =>
  Object.entries(entries)
    .filter(([name]) => before !== '' || !FORMLESS_FIELDS.has(name))
    .flatMap(([name, schema]) => fieldOf(name, schema, before));

/** What one writes first stands first; everything else follows in the schema's order. */
const ORDER = [
  'title',
  'order',
  'category',
  'period',
  'unit',
  'kind',
  'topic',
  'start',
  'end',
  'time',
  'place',
  'organiser',
  'audience',
]
  .concat([
    'from',
    'happenedOn',
    'lead',
    'summary',
    'answer',
    'keywords',
    'rights',
    'tables',
    'open',
    'steps',
    'paragraphs',
    'points',
    'fact',
    'basis',
    'number',
    'dial',
    'scope',
  ])
  .concat([
    'dialling',
    'hours',
    'address',
    'phone',
    'services',
    'note',
    'caveat',
    'pictures',
    'figures',
    'context',
    'adcodes',
  ])
  .concat(['districtThen', 'publishedAt', 'asOf', 'service', 'related', 'source', 'moreSources']);

const rank = ({ name }: RecordField): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);

/** The fields of a collection's form. @example fieldsOf('news')[0] // { name: 'title', label: '标题', kind: 'text', empty: 'refuse' } */
export const fieldsOf = (collection: FormCollection): RecordField[] =>
  fieldsIn(schemas[collection].entries).sort((a, b) => rank(a) - rank(b));

/** Every choice of the forms, by the field's path: a value that none of them has is shown as it is. */
export const choiceWords = (path: string, value: string | number): string | null =>
  wordsFor(path).find((one) => one.value === value)?.label ?? null;

/**
 * What a programme can ask of a person, each field declared once. The wire, the sign-up form and its checks, masking, the
 * roster and its search, the exported sheet, the console's dialogs, the audit's words and the table in
 * `docs/personal-data.md` follow from here. A field's key is its name on the wire, in the sealed record and in a
 * programme's `fields`: it never changes.
 *
 * To ask for something more, add a field with `askedWhereNeeded`. Erasure needs nothing: a person is sealed as one record.
 */
import * as v from 'valibot';
import type { Purpose } from '../consent/wire';
import { initialsOf, maskPhone, maskResidentId, Name, Phone, ResidentId } from '../identity';

/** What a field's hint may depend on. */
interface AskingProgramme {
  organiser: string;
  fields: readonly string[];
}

type TextSchema = v.GenericSchema<string>;

interface Declared<Schema extends TextSchema> {
  /** What forms, tables and files call it. */
  label: string;
  /** What the sign-up form calls it, where others' names are asked for too. */
  ownLabel?: string;
  /** Checks a typed text and puts it into its one form; its messages are codes of `fieldFaults`. */
  schema: Schema;
  /** The keyboard that a phone shows for it. */
  keyboard: 'text' | 'tel' | 'id-number';
  /** What a browser may fill in; null where it should offer nothing. */
  autoComplete: 'name' | 'tel' | null;
  /** How many digits it has, so that a form can say how many are missing; null where it isn't a number. */
  digits: number | null;
  /** Shown beside the field. */
  hint: (programme: AskingProgramme) => string;
  /** What is shown of it to whoever needs no more. */
  mask: (value: string) => string;
  /** Is it masked even where a person checks their own answers? */
  isSensitive: boolean;
  /** How the roster's search compares what is shown of it; null where it can't be searched for. */
  search: 'text' | 'digits' | null;
  /** Width of its column in the exported sheet, in characters. */
  columnWidth: number;
  /** The consent without which it isn't asked for. */
  consent: Purpose;
  /** Shown to whoever makes a programme, where the field wants a second thought. */
  organiserNote?: string;
  /** What it is for, for `docs/personal-data.md`. */
  purpose: string;
  /** An invented value: no person has it. */
  example: string;
}

/** A field that every programme asks for. Its answers are empty where the person was erased. */
const askedAlways = <Schema extends TextSchema>(field: Declared<Schema>) => ({
  ...field,
  isAlwaysAsked: true,
  input: field.schema,
  answer: v.string(),
});

/** A field that a programme may ask for. Its answers are null where it doesn't. */
const askedWhereNeeded = <Schema extends TextSchema>(field: Declared<Schema>) => ({
  ...field,
  isAlwaysAsked: false,
  input: v.optional(field.schema),
  answer: v.nullable(v.string()),
});

/** The fields, in the order in which they are asked for and listed. */
export const personFields = {
  name: askedAlways({
    label: '姓名',
    ownLabel: '你的姓名',
    schema: Name,
    keyboard: 'text',
    autoComplete: 'name',
    digits: null,
    hint: ({ fields }) => (fields.includes('residentId') ? '与身份证一致' : '到场核对用'),
    mask: initialsOf,
    isSensitive: false,
    search: 'text',
    columnWidth: 12,
    consent: 'registration',
    purpose: 'checked at the entrance',
    example: '演示人',
  }),
  phone: askedAlways({
    label: '手机号',
    schema: Phone,
    keyboard: 'tel',
    autoComplete: 'tel',
    digits: 11,
    hint: () => '有变动时联系你，可以带空格',
    mask: maskPhone,
    isSensitive: false,
    search: 'digits',
    columnWidth: 16,
    consent: 'registration',
    purpose: 'to reach the person when something changes; tells doubles apart',
    example: '19900000001',
  }),
  residentId: askedWhereNeeded({
    label: '身份证号',
    schema: ResidentId,
    keyboard: 'id-number',
    autoComplete: null,
    digits: 18,
    hint: ({ organiser }) => `${organiser}用来核对条件、安排筛查。加密保存，其他人只能看到末四位`,
    mask: maskResidentId,
    isSensitive: true,
    search: 'digits',
    columnWidth: 22,
    consent: 'health',
    organiserNote: '医院要核对才勾',
    purpose: 'checks sex and age against the programme; tells doubles apart',
    example: '990101199001010027',
  }),
};

export type PersonFieldName = keyof typeof personFields;
export type PersonField = (typeof personFields)[PersonFieldName];

/** The same property of every field, by the field's name. */
export type PropertyOfFields<Property extends keyof PersonField> = {
  [Name in PersonFieldName]: (typeof personFields)[Name][Property];
};

/**
 * The same property of every field, such as the schemas that a wire format is made of.
 *
 * @example v.strictObject(propertyOfFields('input')) // a person as they sign up
 */
export const propertyOfFields = <Property extends keyof PersonField>(property: Property): PropertyOfFields<Property> =>
  // `Object.fromEntries` forgets which name has which value.
  Object.fromEntries(
    Object.entries(personFields).map(([name, field]) => [name, field[property]]),
  ) as PropertyOfFields<Property>;

/** The fields' names, in their order. */
export const personFieldNames = v.keyof(v.object(propertyOfFields('schema'))).options;

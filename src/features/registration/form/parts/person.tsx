/** Name, telephone and identity number: what a programme asks of a person, each a part of its own. */
import * as v from 'valibot';
import { dayAt } from '@yugong/domain/calendar';
import { maskResidentId, Name, Phone, ResidentId } from '@yugong/domain/identity';
import { fieldFaults } from '@yugong/domain/problem';
import { ineligibleBecause } from '@yugong/domain/screening';
import { TextField } from '@/ui/text-field';
import { PhoneFields } from './phone-fields';
import type { Asked, FieldsProps, Part } from '../part';

type Field = 'name' | 'phone' | 'residentId';

const schemas = { name: Name, phone: Phone, residentId: ResidentId };
const missing: Record<Field, string> = { name: '写上姓名', phone: '写上手机号', residentId: '写上身份证号' };

/** What is wrong with a typed text, in words; undefined where nothing is. */
function faultOf(field: Field, text: string): string | undefined {
  const parsed = v.safeParse(schemas[field], text);
  if (parsed.success) return undefined;
  const code = parsed.issues[0].message;
  if (code === 'required' || text.trim() === '') return missing[field];
  if (field === 'phone' && /^\d+$/.test(text) && text.length !== 11)
    return `手机号要 11 位数字，现在是 ${text.length} 位`;
  if (field === 'residentId' && /^\d+X?$/.test(text) && text.length !== 18)
    return `身份证号要 18 位，现在是 ${text.length} 位`;
  return fieldFaults[code as keyof typeof fieldFaults] ?? fieldFaults.value;
}

/** The one form in which the service compares and keeps it; as typed where it can't be understood. */
function tidy(field: Field, text: string): string {
  const parsed = v.safeParse(schemas[field], text);
  return parsed.success ? parsed.output : text;
}

function part(field: Field, name: string, Fields: Part['Fields'], more: Partial<Part> = {}): Part {
  return {
    id: field,
    name,
    Fields,
    asked: ({ programme }) => programme.fields.includes(field),
    check: ({ values }) => {
      const text = faultOf(field, values[field] ?? '');
      return text === undefined ? [] : [{ field, text }];
    },
    rows: ({ values }) => [{ label: name, text: tidy(field, values[field] ?? '') }],
    write: ({ values }, body) => ({ ...body, person: { ...body.person, [field]: tidy(field, values[field] ?? '') } }),
    read: ({ person }) => (person[field] === undefined ? {} : { [field]: person[field] as string }),
    fieldOf: (pointer) => (pointer.startsWith(`/person/${field}`) ? field : null),
    ...more,
  };
}

function NameFields({ values, set, errors, leave, programme }: FieldsProps) {
  return (
    <TextField
      name="name"
      label="你的姓名"
      hint={programme.fields.includes('residentId') ? '和身份证上的一样' : '到场时核对用'}
      autoComplete="name"
      value={values.name ?? ''}
      onChange={(value) => set('name', value)}
      onLeave={(value) => leave('name', value)}
      error={errors.name}
    />
  );
}

function ResidentIdFields({ values, set, errors, leave, programme }: FieldsProps) {
  return (
    <TextField
      name="residentId"
      label="身份证号"
      hint={`${programme.organiser}要用它核对条件、安排筛查。加密保存，别人只看得到末四位`}
      type="id-number"
      value={values.residentId ?? ''}
      onChange={(value) => set('residentId', value)}
      onLeave={(value) => leave('residentId', value)}
      error={errors.residentId}
    />
  );
}

/** What the number itself says against the programme: better heard now than after the way there. */
function checkResidentId({ programme, session, values }: Asked) {
  const text = faultOf('residentId', values.residentId ?? '');
  if (text !== undefined) return [{ field: 'residentId', text }];
  const day = dayAt(Date.parse(session.startsAt));
  const [against] = ineligibleBecause(programme, tidy('residentId', values.residentId ?? ''), day);
  if (against === undefined) return [];
  const range = programme.age && `这个项目给 ${programme.age.min}—${programme.age.max} 周岁的`;
  return [
    { field: 'residentId', text: against === 'age' && range ? `${range}，按身份证不在里面` : fieldFaults[against] },
  ];
}

export const namePart = part('name', '姓名', NameFields);
export const phonePart = part('phone', '手机号', PhoneFields);
export const residentIdPart = part('residentId', '身份证号', ResidentIdFields, {
  check: checkResidentId,
  rows: ({ values }) => [{ label: '身份证号', text: maskResidentId(tidy('residentId', values.residentId ?? '')) }],
});

/** Name, telephone and identity number: what a programme asks of a person, each a part of its own. */
import { View } from '@tarojs/components';
import * as v from 'valibot';
import { dayAt } from '@yugong/domain/calendar';
import { maskResidentId, Name, Phone, ResidentId } from '@yugong/domain/identity';
import { fieldFaults } from '@yugong/domain/problem';
import { ineligibleBecause } from '@yugong/domain/screening';
import { TextField } from '@/ui/text-field';
import { faultText, type SignUpAnswers, type FieldsProps, type FormPart } from '../form-part';
import { WechatPhoneButton } from './wechat-phone';

type Field = 'name' | 'phone' | 'residentId';

const schemas = { name: Name, phone: Phone, residentId: ResidentId };
const missing: Record<Field, string> = { name: '请填写姓名', phone: '请填写手机号', residentId: '请填写身份证号' };

/** What is wrong with a typed text, in words; undefined where nothing is. */
function faultOf(field: Field, text: string): string | undefined {
  const parsed = v.safeParse(schemas[field], text);
  if (parsed.success) return undefined;
  const code = parsed.issues[0].message;
  if (code === 'required' || text.trim() === '') return missing[field];
  if (field === 'phone' && /^\d+$/.test(text) && text.length !== 11)
    return `手机号应为 11 位数字，现在是 ${text.length} 位`;
  if (field === 'residentId' && /^\d+X?$/.test(text) && text.length !== 18)
    return `身份证号应为 18 位，现在是 ${text.length} 位`;
  return faultText(code);
}

/** The one form in which the service compares and keeps it; as typed where it can't be understood. */
function tidy(field: Field, text: string): string {
  const parsed = v.safeParse(schemas[field], text);
  return parsed.success ? parsed.output : text;
}

function part(field: Field, name: string, Fields: FormPart['Fields'], more: Partial<FormPart> = {}): FormPart {
  return {
    id: field,
    name,
    Fields,
    appliesTo: ({ programme }) => programme.fields.includes(field),
    check: ({ values }) => {
      const text = faultOf(field, values[field] ?? '');
      return text === undefined ? [] : [{ field, text }];
    },
    rows: ({ values }) => [{ label: name, text: tidy(field, values[field] ?? '') }],
    write: ({ values }, body) => ({ ...body, person: { ...body.person, [field]: tidy(field, values[field] ?? '') } }),
    read: ({ person }) => {
      const value = person[field];
      return value === undefined ? {} : { [field]: value };
    },
    fieldOf: (pointer) => (pointer.startsWith(`/person/${field}`) ? field : null),
    ...more,
  };
}

function NameFields({ values, set, errors, leave, programme }: FieldsProps) {
  return (
    <TextField
      name="name"
      label="你的姓名"
      hint={programme.fields.includes('residentId') ? '与身份证一致' : '签到时核对'}
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
      hint={`${programme.organiser}用于核对条件、安排筛查。加密保存，只显示末四位`}
      type="id-number"
      value={values.residentId ?? ''}
      onChange={(value) => set('residentId', value)}
      onLeave={(value) => leave('residentId', value)}
      error={errors.residentId}
    />
  );
}

/** What the number itself says against the programme: better heard now than after the way there. */
function checkResidentId({ programme, session, values }: SignUpAnswers) {
  const text = faultOf('residentId', values.residentId ?? '');
  if (text !== undefined) return [{ field: 'residentId', text }];
  const day = dayAt(Date.parse(session.startsAt));
  const [against] = ineligibleBecause(programme, tidy('residentId', values.residentId ?? ''), day);
  if (against === undefined) return [];
  const range = programme.age && `本项目面向 ${programme.age.min}—${programme.age.max} 周岁`;
  return [
    { field: 'residentId', text: against === 'age' && range ? `${range}，与身份证上的年龄不符` : fieldFaults[against] },
  ];
}

export const namePart = part('name', '姓名', NameFields);
export const phonePart = part('phone', '手机号', PhoneFields);
export const residentIdPart = part('residentId', '身份证号', ResidentIdFields, {
  check: checkResidentId,
  rows: ({ values }) => [{ label: '身份证号', text: maskResidentId(tidy('residentId', values.residentId ?? '')) }],
});

/** The telephone number; in WeChat also by one tap, where the operator has that. */
function PhoneFields({ values, set, errors, leave }: FieldsProps) {
  const give = (phone: string) => {
    set('phone', phone);
    leave('phone', phone);
  };
  return (
    <View>
      <TextField
        name="phone"
        label="手机号"
        hint="有变动时联系你，可以带空格"
        type="tel"
        autoComplete="tel"
        value={values.phone ?? ''}
        onChange={(value) => set('phone', value)}
        onLeave={(value) => leave('phone', value)}
        error={errors.phone}
      />
      <WechatPhoneButton onGiven={give} />
    </View>
  );
}
